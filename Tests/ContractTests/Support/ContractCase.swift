import Testing

/// One thing that holds of every Keystone, written once for the sandbox and for a real one.
struct ContractCase: Sendable, CustomTestStringConvertible {
  /// How the Keystone is configured that a case is about; script/real integration starts one of each.
  enum Setting: String, CaseIterable, Sendable {
    case usual
    /// `lockout_failure_attempts = 2`.
    case lockout
    /// The same, and `lockout_duration = 2`.
    case lockoutThatEnds = "lockout-that-ends"
    /// `change_password_upon_first_use = true`.
    case firstUse = "first-use"
    /// `list_limit = 2`.
    case listLimit = "list-limit"
    /// MariaDB behind it, whose tables compare by `utf8_general_ci`.
    case mariaDB = "mariadb"
  }

  let name: String
  let setting: Setting
  let check: @Sendable (Keystone) async throws -> Void

  init(
    _ name: String,
    setting: Setting = .usual,
    _ check: @escaping @Sendable (Keystone) async throws -> Void
  ) {
    self.name = name
    self.setting = setting
    self.check = check
  }

  var testDescription: String { name }

  /// All of them.
  static let all =
    discovery + bodies + authorization + tokens + tokenLives + tenants + users + defaultTenants
    + roles + grants + services + endpoints + catalogs + ownPassword
    + derivedRoles + version3 + lockout + firstUse
    + listLimit + mariaDB + ec2
}
