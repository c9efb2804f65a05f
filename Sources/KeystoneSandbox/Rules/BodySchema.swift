/// What Keystone demands of a request body before it looks at anything else, the token included.
///
/// The rules are those of Keystone's JSON schemas, in the order in which it applies them: the first
/// one broken makes the message.
struct BodySchema: Sendable {
  /// A rule for one attribute; it counts only where the attribute was sent.
  struct Attribute: Sendable {
    let name: String
    let type: String
    let nullable: Bool
    let lengths: ClosedRange<Int>?
    let pattern: Pattern?
  }

  /// The regular expressions in use.
  enum Pattern: String, Sendable {
    case notBlank = "[\\\\S]+"
    case identifier = "^[a-zA-Z0-9-]+$"

    func matches(_ text: String) -> Bool {
      switch self {
      case .notBlank:
        text.unicodeScalars.contains { !PythonWhiteSpace.contains($0) }
      case .identifier:
        !text.isEmpty
          && text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
              || $0 == "-"
          }
      }
    }
  }

  let attributes: [Attribute]
  /// At least one of these must be there.
  var required: [String] = []
  /// None of these may be there.
  var forbidden: [String] = []
  var allowsEmpty = true

  /// The body as an object, when it keeps the rules.
  func check(_ body: JSONValue) throws(Refusal) -> JSONObject {
    guard case .object(let object) = body else {
      throw broken("type", "\(PythonText.of(body)) is not of type 'object'", on: body)
    }
    for attribute in attributes {
      if let value = object[attribute.name] {
        try check(value, attribute)
      }
    }
    for name in forbidden where object[name] != nil {
      throw broken("not", "\(prohibition) is not allowed for \(PythonText.of(body))", on: body)
    }
    guard allowsEmpty || !object.isEmpty else {
      throw broken("minProperties", "{} does not have enough properties", on: body)
    }
    if !required.isEmpty, required.allSatisfy({ object[$0] == nil }) {
      throw lacksRequired(body)
    }
    return object
  }

  /// The rule against the forbidden attributes, as the schema has it.
  private var prohibition: String {
    let rules = forbidden.map { "{'required': ['\($0)']}" }
    return rules.count == 1 ? rules[0] : "{'anyOf': [\(rules.joined(separator: ", "))]}"
  }

  private func lacksRequired(_ body: JSONValue) -> Refusal {
    if required.count == 1 {
      broken("required", "'\(required[0])' is a required property", on: body)
    } else {
      broken(
        "anyOf",
        "\(PythonText.of(body)) is not valid under any of the given schemas",
        on: body
      )
    }
  }

  private func check(_ value: JSONValue, _ attribute: Attribute) throws(Refusal) {
    let shown = PythonText.of(value)
    switch (value, attribute.type) {
    case (.null, _) where attribute.nullable, (.bool, "boolean"):
      return
    case (.string(let text), "string"):
      let length = text.unicodeScalars.count
      if let lengths = attribute.lengths, length < lengths.lowerBound {
        throw broken("minLength", "\(shown) is too short", on: value, attribute.name)
      }
      if let lengths = attribute.lengths, length > lengths.upperBound {
        throw broken("maxLength", "\(shown) is too long", on: value, attribute.name)
      }
      if let pattern = attribute.pattern, !pattern.matches(text) {
        throw broken(
          "pattern",
          "\(shown) does not match '\(pattern.rawValue)'",
          on: value,
          attribute.name
        )
      }
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _):
      let types = attribute.nullable ? "'\(attribute.type)', 'null'" : "'\(attribute.type)'"
      throw broken("type", "\(shown) is not of type \(types)", on: value, attribute.name)
    }
  }

  /// The words of `jsonschema`: one line for a person, then the rule, then the value in full.
  private func broken(
    _ rule: String,
    _ what: String,
    on value: JSONValue,
    _ name: String? = nil
  ) -> Refusal {
    let prefix = name.map { "Invalid input for field '\($0)': " } ?? ""
    let place = name.map { "['properties']['\($0)']" } ?? ""
    let instance = name.map { "['\($0)']" } ?? ""
    return .badRequest(
      """
      \(prefix)\(what)

      Failed validating '\(rule)' in schema\(place)

      On instance\(instance):
          \(PythonText.of(value))
      """
    )
  }
}

extension BodySchema.Attribute {
  static func text(
    _ name: String,
    _ lengths: ClosedRange<Int>? = nil,
    _ pattern: BodySchema.Pattern? = nil,
    nullable: Bool = false
  ) -> Self {
    Self(name: name, type: "string", nullable: nullable, lengths: lengths, pattern: pattern)
  }

  static func bool(_ name: String) -> Self {
    Self(name: name, type: "boolean", nullable: false, lengths: nil, pattern: nil)
  }

  static func identifier(_ name: String, nullable: Bool) -> Self {
    text(name, 1...64, .identifier, nullable: nullable)
  }
}
