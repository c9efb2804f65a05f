import Testing

/// One thing that holds of every Keystone, written once for the sandbox and for a real one.
struct ContractCase: Sendable, CustomTestStringConvertible {
  let name: String
  let check: @Sendable (Keystone) async throws -> Void

  init(_ name: String, _ check: @escaping @Sendable (Keystone) async throws -> Void) {
    self.name = name
    self.check = check
  }

  var testDescription: String { name }

  /// All of them.
  static let all =
    discovery + bodies + authorization + tokens + tokenLives + tenants + users + defaultTenants
    + roles + grants + services + endpoints + catalogs + ownPassword
}
