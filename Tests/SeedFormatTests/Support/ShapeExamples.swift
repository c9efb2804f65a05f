import IdentityModel

@testable import SeedFormat

/// Values, as YAML, made from the tables of the seed format.
enum ShapeExamples {
  /// Values of the shape, one of each kind that it has.
  static func fitting(_ shape: ValueShape) -> [String] {
    switch shape {
    case .text: ["x", "'1'"]
    case .word(let word): [word]
    case .flag: ["true", "false"]
    case .yes: ["true"]
    case .limit: ["1", "-1", "'10'", "absent", "'${x}'"]
    case .list(let item): ["[]", "[\(fitting(item)[0])]"]
    case .mapping(let table): fitting(table)
    case .named(let value): ["{}"] + fitting(value).map { "{n: \($0)}" }
    case .optional(let value): [""] + fitting(value)
    case .oneOf(let shapes): shapes.flatMap(fitting)
    }
  }

  private static func fitting<Key: MappingKey>(_ table: Key.Type) -> [String] {
    table.allCases.flatMap { key in
      fitting(key.shape).map { mapping(key, $0) }
    }
  }

  /// Values that have another shape, wherever in them that is.
  static func unfitting(_ shape: ValueShape) -> [String] {
    switch shape {
    case .text, .word: ["[x]"]
    case .flag, .yes: ["maybe", "[x]"]
    case .limit: ["many", "-2", "1.5", "2147483648", "[x]"]
    case .list(let item): ["x", "{a: b}"] + unfitting(item).map { "[\($0)]" }
    case .mapping(let table): ["[x]"] + unfitting(table)
    case .named(let value): ["[x]"] + unfitting(value).map { "{n: \($0)}" }
    case .optional(let value): unfitting(value)
    // What one of the shapes refuses another may take; a list none of them does, unless one is a list.
    case .oneOf(let shapes):
      shapes.flatMap(unfitting).filter { value in
        value.contains("[x]") && !(value == "[x]" && shapes.contains(where: isList))
      }
    }
  }

  private static func isList(_ shape: ValueShape) -> Bool {
    if case .list = shape { true } else { false }
  }

  private static func unfitting<Key: MappingKey>(_ table: Key.Type) -> [String] {
    table.allCases.flatMap { key in
      unfitting(key.shape).map { mapping(key, $0) }
    }
  }

  /// A mapping with that value and with whatever else its table requires.
  private static func mapping<Key: MappingKey>(_ key: Key, _ value: String) -> String {
    var pairs = ["\(key.rawValue): \(value)"]
    pairs += Key.required.filter { $0 != key.meaning }.map { "\($0.rawValue): x" }
    // Interfaces are no mapping of their own: an endpoint has a public URL or is none.
    if Key.self == EndpointInterface.self, key.rawValue != "public" {
      pairs.append("public: 'http://h'")
    }
    // How often a password is set says nothing without one.
    if Key.self == SeedSchema.PasswordKey.self, key.rawValue == "set" { pairs.append("env: X") }
    if let key = key as? SeedSchema.AssignmentKey {
      if ![.role, .roles].contains(key) { pairs.append("role: x") }
      if ![.user, .group].contains(key) { pairs.append("user: x") }
      if ![.tenant, .project, .domain, .system].contains(key) { pairs.append("project: x") }
    }
    return "{\(pairs.joined(separator: ", "))}"
  }
}
