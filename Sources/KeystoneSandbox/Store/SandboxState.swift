/// Everything the sandbox knows: a value, so that a rule is a function on it and a test needs no
/// socket.
struct SandboxState: Sendable {
  var options: ServerOptions
  /// The moment of the request that is being answered.
  var now = Timestamp(seconds: 0)
  var domains: Table<Tenant>
  var tenants: Table<Tenant>
  var users: Table<User>
  var roles: Table<Role>
  var services = Table<Service>()
  var endpoints = Table<EndpointRow>()
  var endpointGroups = Table<EndpointGroup>()
  /// The endpoints, and the groups of them, that the catalogs of projects are narrowed to.
  var endpointTies = ProjectTies()
  var endpointGroupTies = ProjectTies()
  /// Regions come into being with the first endpoint that names them, and stay.
  var regions: Table<Region>
  var grants = GrantTable()
  var groups: Table<Group>
  var applicationCredentials = Table<ApplicationCredential>()
  var accessRules = Table<AccessRule>()
  var registeredLimits: Table<RegisteredLimit>
  var limits = Table<Limit>()
  var policies = Table<Policy>()
  var credentials = Table<Credential>()
  var ec2Credentials = Table<EC2Credential>()
  var derivedGrants = DerivedGrants()
  var tokens = TokenTable()
  var revocations = Revocations()

  init(options: ServerOptions) {
    self.options = options
    tenants = Table(names: options.nameCollation)
    users = Table(names: options.nameCollation)
    roles = Table(names: options.nameCollation)
    groups = Table(names: options.nameCollation)
    regions = Table(names: options.nameCollation)
    registeredLimits = Table(names: options.nameCollation)
    domains = Table(names: options.nameCollation)
    domains.store(.defaultDomain(options.release))
  }
}

extension SandboxState {
  /// The domain that every Keystone has, of v2.0's tenants and users.
  static let domainID = "default"
}

extension Tenant {
  /// The domain that is there before anybody asks for it.
  fileprivate static func defaultDomain(_ release: SandboxRelease) -> Tenant {
    Tenant(
      id: SandboxState.domainID,
      name: "Default",
      description: release == .pike
        ? "Domain created automatically to support V2.0 operations." : "The default domain",
      enabled: true,
      parentID: nil,
      domainID: nil,
      extra: [:]
    )
  }
}
