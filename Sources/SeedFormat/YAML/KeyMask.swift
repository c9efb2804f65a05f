/// Keeps Yams from rejecting a document for its duplicate keys, so that they can be reported like
/// any other mistake, each where it stands, beside everything else that is wrong.
///
/// Yams gives up on the first mapping with a duplicate and knows only where the first of the two
/// keys is. That key's first letter is exchanged for a private-use character, which leaves every
/// line and column where it was; whoever reads the nodes asks ``original(of:)`` for the true key.
struct KeyMask {
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var spares: [Unicode.Scalar]?

  /// The key as the file has it.
  func original(of key: String) -> String {
    guard !originals.isEmpty, let first = key.unicodeScalars.first, let letter = originals[first]
    else { return key }
    var scalars = key.unicodeScalars
    scalars.replaceSubrange(..<scalars.index(after: scalars.startIndex), with: [letter])
    return String(scalars)
  }

  /// The text with the key at that place made unique, or nil where it can't be.
  mutating func masking(keyAt location: FileLocation, in text: String) -> String? {
    guard let start = Self.index(of: location, in: text.unicodeScalars) else { return nil }
    var scalars = text.unicodeScalars
    var index = start
    switch scalars[index] {
    case "\"", "'":
      scalars.formIndex(after: &index)
      guard index < scalars.endIndex, !["\"", "'", "\\"].contains(scalars[index]) else {
        return nil
      }
    case "&", "*", "!", "?", "|", ">", "[", "{":
      return nil
    case let letter where originals[letter] != nil:
      return nil
    default:
      break
    }
    guard let mask = takeSpare(unusedIn: text) else { return nil }
    originals[mask] = scalars[index]
    scalars.replaceSubrange(index..<scalars.index(after: index), with: [mask])
    return String(scalars)
  }

  private mutating func takeSpare(unusedIn text: String) -> Unicode.Scalar? {
    if spares == nil {
      let privateUse = (UInt32(0xE000)...0xF8FF).compactMap(Unicode.Scalar.init)
      let used = Set(text.unicodeScalars.lazy.filter { (0xE000...0xF8FF).contains($0.value) })
      spares = privateUse.filter { !used.contains($0) }
    }
    return spares?.popLast()
  }

  /// Counts lines as libyaml does, to which NEL, LS and PS are line ends too.
  private static func index(
    of location: FileLocation,
    in scalars: String.UnicodeScalarView
  ) -> String.Index? {
    var line = 1
    var index = scalars.startIndex
    while line < location.line, index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      switch scalar {
      case "\r" where index < scalars.endIndex && scalars[index] == "\n": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": line += 1
      default: break
      }
    }
    let found = scalars.index(index, offsetBy: location.column - 1, limitedBy: scalars.endIndex)
    return found.flatMap { $0 < scalars.endIndex ? $0 : nil }
  }
}
