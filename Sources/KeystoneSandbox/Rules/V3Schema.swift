/// What v3 demands of a body, in the words of the release: one line on the newest, many before.
struct V3Schema: Sendable {
  /// What a value may be.
  enum Kind: Sendable {
    case text(ClosedRange<Int>? = nil, Pattern? = nil, nullable: Bool = false)
    case boolean(nullable: Bool = false)
    /// A switch that the newest release takes as almost any text, and then stumbles over.
    case enabled
    case choice([String])
    /// A number of things, or -1 for any.
    case limit
    /// An id as Keystone makes them; before the newest release, a text of such letters.
    case uuid
    /// Of those members, and of no others where it is closed.
    case object([(name: String, kind: Kind)], isClosed: Bool = true)
    case tags
    /// Lists of lists of names.
    case rules
  }

  /// The regular expressions in use.
  enum Pattern: String, Sendable {
    case notBlank = "[\\\\S]+"
    case url = "^[a-zA-Z0-9+.-]+:.+"
    case tag = "^[^,/]*$"

    func matches(_ text: String) -> Bool {
      let scalars = text.unicodeScalars
      switch self {
      case .notBlank: return scalars.contains { !PythonWhiteSpace.contains($0) }
      case .tag: return !scalars.contains { $0 == "," || $0 == "/" }
      case .url:
        guard let colon = scalars.firstIndex(of: ":"), colon > scalars.startIndex else {
          return false
        }
        let scheme = scalars[..<colon].allSatisfy { scalar in
          scalar.isASCII
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
              || "+.-".unicodeScalars.contains(scalar))
        }
        return scheme && (scalars[scalars.index(after: colon)...].first.map { $0 != "\n" } ?? false)
      }
    }
  }

  /// The name of the wrapper.
  let name: String
  let fields: [(name: String, kind: Kind)]
  var required: [String] = []
  /// Of these there must be one and no second.
  var exactlyOneOf: [String] = []
  /// Whether there must be something in it.
  var refusesEmpty = false
  /// Whether there may be nothing else in it.
  var isClosed = false

  /// The body as an object, when it keeps the rules; `path` is where it stands in a list.
  func check(
    _ body: JSONValue,
    _ release: SandboxRelease,
    at path: [String] = []
  ) throws(Refusal) -> JSONObject {
    let broken = Breach(release: release, path: path)
    guard let object = body.object else {
      throw broken.refusal("type", "\(PythonText.of(body)) is not of type 'object'", body, name)
    }
    guard !refusesEmpty || !object.isEmpty else {
      let what =
        release == .current ? "{} should be non-empty" : "{} does not have enough properties"
      throw broken.refusal("minProperties", what, body, name)
    }
    for (name, kind) in fields {
      guard let value = object[name] else { continue }
      try Self.check(value, kind, broken.below(name))
    }
    for key in required where object[key] == nil {
      throw broken.refusal("required", "'\(key)' is a required property", body, name)
    }
    if isClosed { try refuseOthers(in: object, broken) }
    if !exactlyOneOf.isEmpty, exactlyOneOf.count(where: { object[$0] != nil }) != 1 {
      let what = "\(PythonText.of(body)) is not valid under any of the given schemas"
      throw broken.refusal("oneOf", what, body, name)
    }
    return object
  }

  private func refuseOthers(in object: JSONObject, _ broken: Breach) throws(Refusal) {
    let known = fields.map(\.name)
    for key in object.keys where !known.contains(key) {
      throw broken.refusal(
        "additionalProperties",
        "Additional properties are not allowed ('\(key)' was unexpected)",
        .object(object),
        name
      )
    }
  }

  private static func check(
    _ value: JSONValue,
    _ kind: Kind,
    _ broken: Breach
  ) throws(Refusal) {
    let shown = PythonText.of(value)
    switch (kind, value) {
    case (.text(_, _, true), .null), (.boolean(true), .null), (.boolean, .bool), (.enabled, .bool):
      return
    case (.text(let lengths, let pattern, _), .string(let text)):
      try check(text, lengths, pattern, broken)
    case (.enabled, .string(let text)) where broken.release == .current:
      guard switches.contains(.string(text)) else { throw broken.notOneOf(switches, value) }
      throw .escaped
    case (.enabled, _) where broken.release == .current:
      throw broken.notOneOf(switches, value)
    case (.choice(let names), .string(let text)):
      guard names.contains(text) else {
        throw broken.notOneOf(names.map(JSONValue.string), value)
      }
    case (.object(let members, let isClosed), .object(let object)):
      for key in object.keys where isClosed && !members.contains(where: { $0.name == key }) {
        throw broken.refusal(
          "additionalProperties",
          "Additional properties are not allowed ('\(key)' was unexpected)",
          value
        )
      }
      for (name, kind) in members {
        guard let member = object[name] else { continue }
        try check(member, kind, broken.below(name))
      }
    case (.limit, .number(let digits)):
      guard let number = Int(digits) else { throw broken.wrongType("integer", false, value) }
      guard number >= -1 else {
        throw broken.refusal("minimum", "\(shown) is less than the minimum of -1", value)
      }
      guard number <= Int(Int32.max) else {
        let what = "\(shown) is greater than the maximum of \(Int32.max)"
        throw broken.refusal("maximum", what, value)
      }
    case (.uuid, .string(let text)):
      let isID = text.utf8.count == 32 && text.allSatisfy(\.isHexDigit)
      guard isID else {
        throw broken.refusal("format", "\(shown) is not a 'uuid'", value)
      }
    case (.tags, .array(let tags)):
      for (index, tag) in tags.enumerated() {
        try check(tag, .text(1...255, .tag), broken.below(String(index)))
      }
      guard Set(tags.compactMap(\.string).map(ExactText.init)).count == tags.count else {
        throw broken.refusal("uniqueItems", "\(shown) has non-unique elements", value)
      }
    case (.rules, .array), (.rules, .null):
      return
    case (.text(_, _, let nullable), _):
      throw broken.wrongType("string", nullable, value)
    case (.limit, _): throw broken.wrongType("integer", false, value)
    case (.choice, _), (.uuid, _): throw broken.wrongType("string", false, value)
    case (.boolean(let nullable), _): throw broken.wrongType("boolean", nullable, value)
    case (.enabled, _): throw broken.wrongType("boolean", false, value)
    case (.object, _): throw broken.wrongType("object", false, value)
    case (.tags, _): throw broken.wrongType("array", false, value)
    case (.rules, _): throw broken.wrongType("array", true, value)
    }
  }

  private static func check(
    _ text: String,
    _ lengths: ClosedRange<Int>?,
    _ pattern: Pattern?,
    _ broken: Breach
  ) throws(Refusal) {
    let value = JSONValue.string(text)
    let shown = PythonText.of(text)
    let length = text.unicodeScalars.count
    if let lengths, length < lengths.lowerBound {
      let what = broken.release == .current ? "should be non-empty" : "is too short"
      throw broken.refusal("minLength", "\(shown) \(what)", value)
    }
    if let lengths, length > lengths.upperBound {
      throw broken.refusal("maxLength", "\(shown) is too long", value)
    }
    if let pattern, !pattern.matches(text) {
      throw broken.refusal("pattern", "\(shown) does not match '\(pattern.rawValue)'", value)
    }
  }

  /// What the newest release takes for a switch in a query, and in a body before it stumbles.
  static let switches: [JSONValue] = [
    true, "True", "TRUE", "true", false, "False", "FALSE", "false", "", "1", "0", "y", "Y", "n",
    "N", "on", "ON", "off", "OFF", "yes", "no",
  ]
}

/// A rule that is broken somewhere in a body.
struct Breach {
  let release: SandboxRelease
  let path: [String]

  func below(_ name: String) -> Breach {
    Breach(release: release, path: path + [name])
  }

  /// The words of `jsonschema`, and the value in full, a password of the wrong type included.
  func refusal(
    _ rule: String,
    _ what: String,
    _ value: JSONValue,
    _ wrapper: String? = nil
  ) -> Refusal {
    guard release != .current else {
      let name = path.last ?? wrapper ?? ""
      let shown = value.string ?? PythonText.of(value)
      return .badRequest("Invalid input for field/attribute \(name). Value: \(shown). \(what)")
    }
    let prefix = path.isEmpty ? "" : "Invalid input for field '\(path.joined(separator: "/"))': "
    let place = path.map { "['properties']['\($0)']" }.joined()
    let instance = path.map { "['\($0)']" }.joined()
    return .badRequest(
      """
      \(prefix)\(what)

      Failed validating '\(rule)' in schema\(place)

      On instance\(instance):
          \(PythonText.of(value))
      """
    )
  }

  func wrongType(_ type: String, _ nullable: Bool, _ value: JSONValue) -> Refusal {
    let types = nullable ? "'\(type)', 'null'" : "'\(type)'"
    return refusal("type", "\(PythonText.of(value)) is not of type \(types)", value)
  }

  func notOneOf(_ values: [JSONValue], _ value: JSONValue) -> Refusal {
    refusal("enum", "\(PythonText.of(value)) is not one of \(PythonText.of(.array(values)))", value)
  }
}
