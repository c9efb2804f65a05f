/// A character that came into a value by accident: what an editor of Windows, a unit file or a copy
/// from a screen leaves at its ends.
struct StrayCharacter: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case lineEnd
    case carriageReturn
    case blank
    case other
  }

  enum Place: Hashable, Sendable {
    case start
    case end
    case middle
  }

  let kind: Kind
  let place: Place
}

extension StrayCharacter {
  /// The first one of a token, which goes into a header: nothing but visible ASCII belongs there.
  static func inToken(_ text: String) -> StrayCharacter? {
    let scalars = Array(text.unicodeScalars)
    guard let index = scalars.firstIndex(where: { !(0x21...0x7E).contains($0.value) }) else {
      return nil
    }
    if let end = atEnd(of: scalars) { return end }
    return StrayCharacter(
      kind: kind(of: scalars[index]),
      place: index == 0 ? .start : .middle
    )
  }

  /// One at the end or at the start of an address.
  static func inURL(_ text: String) -> StrayCharacter? {
    let scalars = Array(text.unicodeScalars)
    if let end = atEnd(of: scalars) { return end }
    guard let first = scalars.first, kind(of: first) != .other else { return nil }
    return StrayCharacter(kind: kind(of: first), place: .start)
  }

  /// A line end at the end of anything else; a blank there may be meant.
  static func inText(_ text: String) -> StrayCharacter? {
    atEnd(of: Array(text.unicodeScalars)).flatMap { $0.kind == .blank ? nil : $0 }
  }

  private static func atEnd(of scalars: [Unicode.Scalar]) -> StrayCharacter? {
    guard let last = scalars.last, kind(of: last) != .other else { return nil }
    return StrayCharacter(kind: kind(of: last), place: .end)
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x0A, 0x85, 0x2028, 0x2029: .lineEnd
    case 0x0D: .carriageReturn
    case 0x20, 0x09, 0xA0: .blank
    default: .other
    }
  }
}
