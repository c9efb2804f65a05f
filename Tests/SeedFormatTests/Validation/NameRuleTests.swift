import Testing

@testable import SeedFormat

@Suite struct NameRuleTests {
  private static let alike = " (names that look alike are then different ones)"
  private static let padded = " (Keystone would cut it off)"

  /// A seed with one name in it, and what there is to say of that name.
  static let cases: [(seed: String, message: String?)] = [
    ("tenants: {'': {}}", "error: a tenant's name can't be blank"),
    ("tenants: {'  ': {}}", "error: a tenant's name can't be blank"),
    ("tenants: {' a': {}}", "error: a tenant's name can't begin or end with a blank\(padded)"),
    (
      "tenants: {\"a\u{A0}\": {}}",
      "error: a tenant's name can't begin or end with a blank\(padded)"
    ),
    ("users: {'a ': {}}", "error: a user's name can't begin or end with a blank\(padded)"),
    ("roles: ['a ']", "warning: a role's name begins or ends with a blank"),
    ("roles: [\"a\\nb\"]", "error: a role's name can't hold control characters or line ends"),
    (
      "users: {\"a\\u009Bb\": {}}",
      "error: a user's name can't hold control characters or line ends"
    ),
    (
      "roles: [\"a\\u202Eb\"]",
      "warning: a role's name holds U+202E, which cannot be seen\(alike)"
    ),
    (
      "tenants: {\"a\\u200B\": {}}",
      "warning: a tenant's name holds U+200B, which cannot be seen\(alike)"
    ),
    ("users: {\"a\\u200D\": {}}", nil),
    ("users: {o'bé: {}}", nil),
    ("users: {a.b/c?d#e|f: {}}", nil),
    ("users: {007: {}}", nil),
    ("roles: [no, 1.10, true]", nil),
    ("tenants: {\(String(repeating: "é", count: 64)): {}}", nil),
    (
      "tenants: {\(String(repeating: "a", count: 65)): {}}",
      "error: a tenant's name can have 64 characters, not 65"
    ),
    ("users: {\(String(repeating: "é", count: 64)): {}}", nil),
    (
      "users: {\(String(repeating: "a", count: 65)): {}}",
      "warning: nobody can log in by a name of more than 64 characters"
    ),
    (
      "users: {\(String(repeating: "a", count: 256)): {}}",
      "error: a user's name can have 255 characters, not 256"
    ),
    ("roles: [\(String(repeating: "a", count: 255))]", nil),
    (
      "roles: [\(String(repeating: "a", count: 256))]",
      "error: a role's name can have 255 characters, not 256"
    ),
    ("services: {'': {type: t}}", "error: a service's name can't be blank"),
    ("services: {a: {type: ''}}", "error: a service's type can't be blank"),
    ("services: {a: {type: ' t'}}", "warning: a service's type begins or ends with a blank"),
    ("roles: [r]\nregions: {' ': {}}", "error: a region's name can't be blank"),
    (
      "roles: [r]\nregions: {public: {}}",
      "error: a region can't be called \"public\", an interface is"
    ),
  ]

  @Test(arguments: cases)
  func `checks a name as its kind demands`(seed: String, message: String?) {
    let messages = Seed.load(seed).diagnostics.map { diagnostic in
      let hint = diagnostic.hint.map { " (\($0))" } ?? ""
      return "\(diagnostic.severity.rawValue): \(diagnostic.message)\(hint)"
    }
    #expect(messages == (message.map { [$0] } ?? []))
  }
}
