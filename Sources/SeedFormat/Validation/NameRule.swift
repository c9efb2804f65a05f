internal import IdentityModel
internal import Texts

/// What Keystone accepts as a name, kind by kind, and what it would quietly change.
struct NameRule {
  /// What is named, for messages.
  let noun: String
  /// The longest name, in code points, as Keystone counts.
  let limit: Int
  /// Whether Keystone cuts blanks off both ends, so that the seed would never meet its own name.
  let isTrimmed: Bool
  /// The longest name that a login by name can carry, for kinds that log in.
  var loginLimit: Int?
  /// Whether there may be no name at all.
  var mayBeEmpty = false
  /// Whether the name is in a column of its own; a service's name is JSON, escaped, which any holds.
  var isColumn = true
  /// The characters that it cannot hold.
  var forbidden: Set<Unicode.Scalar> = []

  // The limits are those of Keystone's schemas (Newton and later) and of its tables before that.
  static let domain = NameRule(noun: "a domain's name", limit: 64, isTrimmed: true)
  static let tenant = NameRule(noun: "a tenant's name", limit: 64, isTrimmed: true)
  static let user = NameRule(noun: "a user's name", limit: 255, isTrimmed: true, loginLimit: 64)
  static let group = NameRule(noun: "a group's name", limit: 64, isTrimmed: true)
  static let tag = NameRule(
    noun: "a tag",
    limit: 255,
    isTrimmed: false,
    forbidden: ["/", ","]
  )
  static let role = NameRule(noun: "a role's name", limit: 255, isTrimmed: false)
  static let serviceType = NameRule(noun: "a service's type", limit: 255, isTrimmed: false)
  static let serviceName = NameRule(
    noun: "a service's name",
    limit: 255,
    isTrimmed: false,
    mayBeEmpty: true,
    isColumn: false
  )
  static let resource = NameRule(noun: "a resource's name", limit: 255, isTrimmed: false)
  static let region = NameRule(noun: "a region's name", limit: 255, isTrimmed: false)

  func check(_ name: Located<QualifiedName>, into diagnostics: inout DiagnosticCollector) {
    check(Located(name.value.name, at: name.location), into: &diagnostics)
  }

  func check(_ name: Located<Name>, into diagnostics: inout DiagnosticCollector) {
    // Most names are of this kind, and nothing else has to be looked up of them.
    guard !isPlain(name.value.text), !mayBeEmpty || !name.value.text.isEmpty else { return }
    let scalars = name.value.text.unicodeScalars
    if let scalar = scalars.first(where: { forbidden.contains($0) }) {
      diagnostics.error("\(noun) can't hold \"\(scalar)\"", at: name.location)
    }
    guard let first = scalars.first, let last = scalars.last,
      !scalars.allSatisfy(\.properties.isWhitespace)
    else {
      diagnostics.error("\(noun) can't be blank", at: name.location)
      return
    }
    if scalars.contains(where: \.isControl) {
      diagnostics.error("\(noun) can't hold control characters or line ends", at: name.location)
    } else if first.properties.isWhitespace || last.properties.isWhitespace {
      if isTrimmed {
        diagnostics.error(
          "\(noun) can't begin or end with a blank",
          at: name.location,
          hint: "Keystone would cut it off"
        )
      } else {
        diagnostics.warning("\(noun) begins or ends with a blank", at: name.location)
      }
    }
    if isColumn {
      DatabaseRule.checkCharacters(of: name.value.text, noun, name.location, &diagnostics)
    }
    if let hidden = scalars.first(where: \.isHidden) {
      diagnostics.warning(
        "\(noun) holds \(hidden.notation), which cannot be seen",
        at: name.location,
        hint: "names that look alike are then different ones"
      )
    }
    // No name has more code points than bytes, which cost nothing to count.
    guard name.value.text.utf8.count > loginLimit ?? limit else { return }
    let count = scalars.count
    if count > limit {
      diagnostics.error("\(noun) can have \(limit) characters, not \(count)", at: name.location)
    } else if let loginLimit, count > loginLimit {
      diagnostics.warning(
        "nobody can log in by a name of more than \(loginLimit) characters",
        at: name.location
      )
    }
  }

  /// Whether a name is made of ASCII that is seen, and no longer than any limit.
  private func isPlain(_ text: String) -> Bool {
    var text = text
    return forbidden.isEmpty
      && text.withUTF8 { bytes in
        (1...(loginLimit ?? limit)).contains(bytes.count)
          && bytes.allSatisfy { UInt8(ascii: "!")...UInt8(ascii: "~") ~= $0 }
      }
  }
}
