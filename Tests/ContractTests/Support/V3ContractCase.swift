import Testing

/// One thing that holds of Identity v3, written once for the sandbox and for real Keystones.
struct V3ContractCase: Sendable, CustomTestStringConvertible {
  /// How the Keystone is configured that a case is about.
  enum Setting: String, CaseIterable, Sendable {
    case usual
    /// `list_limit = 2`.
    case listLimit = "list-limit"
    /// `max_db_limit = 3`, which the newest release alone has.
    case databaseLimit = "database-limit"
    /// MariaDB behind it, whose tables compare by `utf8_general_ci`.
    case mariaDB = "mariadb"
  }

  let name: String
  let setting: Setting
  /// Whose rule it is.
  let releases: Set<KeystoneRelease>
  let check: @Sendable (V3Keystone) async throws -> Void

  init(
    _ name: String,
    setting: Setting = .usual,
    of releases: Set<KeystoneRelease> = Set(KeystoneRelease.allCases),
    _ check: @escaping @Sendable (V3Keystone) async throws -> Void
  ) {
    self.name = name
    self.setting = setting
    self.releases = releases
    self.check = check
  }

  var testDescription: String { name }

  /// All of them.
  static let all =
    discovery + logins + scopes + tokens + tokenEnds + ownPasswords + policies
    + applicationCredentials + domains + projects + projectTrees + users + userOptions + groups
    + roles + implications + grants + assignments + services + endpoints + endpointRules
    + catalogs + endpointFilters + regions + limits + keptTexts + accessRules + lists + mariaDB
}

/// The releases that the contract is held against, by the names that script/keystone has for them.
enum KeystoneRelease: String, CaseIterable, Sendable {
  case pike
  case zed = "22"
  case current = "30"
}

extension Set<KeystoneRelease> {
  /// Those with a web framework under them, immutable objects and the scope of the system.
  static let ofToday: Self = [.zed, .current]
}
