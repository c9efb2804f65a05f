internal import IdentityModel

/// What people write who come from Ansible, from the command line or from a seed of another tool, and what
/// says it here.
enum ForeignWords {
  /// What to write instead of a key that a table lacks.
  ///
  /// - Parameters:
  ///   - key: The key as it stands.
  ///   - table: The table that lacks it.
  /// - Returns: The hint; nil for a word of nobody's.
  static func hint<Key: MappingKey>(for key: String, in table: Key.Type) -> String? {
    let word = key.filter { $0 != "_" && $0 != "-" }.lowercased()
    let own: [String: String]? =
      switch table {
      case is SeedSchema.RoleKey.Type, is SeedSchema.DomainKey.Type: objectOptions
      case is SeedSchema.UserOptionKey.Type: userOptions
      case is SeedSchema.RegionKey.Type: region
      case is SeedSchema.TenantKey.Type: tenant
      case is SeedSchema.UserKey.Type: user
      case is SeedSchema.ServiceKey.Type: service
      case is EndpointInterface.Type: interfaces
      case is SeedSchema.AssignmentKey.Type: assignment
      default: nil
      }
    if let hint = own?[word] { return hint }
    return isObject(table) ? object[word] : nil
  }

  /// What to write where an object's fields are said to be `absent`.
  ///
  /// - Parameter table: The table of the fields.
  /// - Returns: The hint; nil where the table is no object's.
  static func absence<Key: MappingKey>(of table: Key.Type) -> String? {
    let section: String? =
      switch table {
      case is SeedSchema.RegionKey.Type: "regions"
      case is SeedSchema.RoleKey.Type: "roles"
      case is SeedSchema.TenantKey.Type: "projects"
      case is SeedSchema.UserKey.Type: "users"
      case is SeedSchema.GroupKey.Type: "groups"
      case is SeedSchema.DomainKey.Type: "domains"
      case is SeedSchema.ServiceKey.Type: "services"
      default: nil
      }
    return section.map { "what must not be there stands under absent: \($0)" }
  }

  private static func isObject<Key: MappingKey>(_ table: Key.Type) -> Bool {
    [
      SeedSchema.RegionKey.noun, SeedSchema.RoleKey.noun, SeedSchema.TenantKey.noun,
      SeedSchema.UserKey.noun, SeedSchema.ServiceKey.noun, SeedSchema.DomainKey.noun,
      SeedSchema.GroupKey.noun,
    ].contains(Key.noun)
  }

  /// What stands in `options`, and somebody has written beside it.
  private static func options<Key: OptionKey>(_ table: Key.Type) -> [String: String] {
    let pairs = Key.allCases.map { key in
      let value = key.option == .factorRules ? "[[password, totp]]" : "true"
      return (
        key.rawValue.filter { $0 != "_" }, "write options: {\(key.rawValue): \(value)}"
      )
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static let objectOptions = options(SeedSchema.ObjectOptionKey.self)

  private static let userOptions = [
    "immutable": "a user can't be: a role, a project or a domain can",
    "multifactorauthrule": "write multi_factor_auth_rules: [[password, totp]]",
    "enablelockpassword": "write lock_password: true",
    "enablemultifactorauth": "write multi_factor_auth_enabled: true",
  ]

  private static let object = [
    "state": "what is declared is made; what must not be there stands under absent",
    "ensure": "what is declared is made; what must not be there stands under absent",
    "exist": "write exists: true",
    "external": "write exists: true",
    "id": "IDs are Keystone's: an object is told by its name",
    "oldname": "write was",
    "domain": "what lives in another domain stands in it: domains: {heat: {…}}",
    "domainid": "what lives in another domain stands in it: domains: {heat: {…}}",
    "renamedfrom": "write was",
  ]

  private static let region = [
    "parentid": "write parent", "parentregion": "write parent", "parentregionid": "write parent",
    "publicurl": "write public", "internalurl": "write internal", "adminurl": "write admin",
  ]

  private static let tenant = [
    "parentid": "write parent, by its name", "parentproject": "write parent",
    "tag": "write tags: [lab]", "isdomain": "a domain stands under domains",
    "quota": "write limits: {nova: {servers: 10}}", "quotas": "write limits: {nova: {servers: 10}}",
  ].merging(objectOptions) { first, _ in first }

  private static let user = [
    "defaultproject": "write project", "defaultprojectid": "write project, by its name",
    "defaulttenant": "write tenant", "projectid": "write project, by its name",
    "tenantid": "write tenant, by its name", "mail": "write email",
    "setonce": "set: once stands in the password: {env: NAME, set: once}",
    "updatepassword": "set: once stands in the password: {env: NAME, set: once}",
    "role": "write roles: {service: [admin]}",
    "system": "write system_roles: [reader]", "scope": "write system_roles: [reader]",
    "group": "write groups: [operators]",
  ].merging(options(SeedSchema.UserOptionKey.self)) { first, _ in first }

  private static let service = [
    "servicetype": "write type", "url": "write endpoints",
    "publicurl": "write endpoints: {public: URL}",
    "internalurl": "write endpoints: {internal: URL}",
    "adminurl": "write endpoints: {admin: URL}",
    "registeredlimits": "write limits: {servers: 10}", "quotas": "write limits: {servers: 10}",
  ]

  private static let assignment = [
    "inherit": "write inherited: true", "inheritedtoprojects": "write inherited: true",
    "osinherit": "write inherited: true", "inheritedto": "write inherited: true",
    "scope": "write project: web, domain: heat or system: all",
    "userdomain": "write user: {name: alice, domain: heat}",
    "groupdomain": "write group: {name: ops, domain: heat}",
    "projectdomain": "write project: {name: web, domain: heat}",
    "roledomain": "write role: {name: lead, domain: heat}",
    "state": "what must not be there stands under absent: {assignments: […]}",
  ]

  private static let interfaces = [
    "publicurl": "write public", "internalurl": "write internal", "adminurl": "write admin",
  ]
}
