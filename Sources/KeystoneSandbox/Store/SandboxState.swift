/// Everything the sandbox knows: a value, so that a rule is a function on it and a test needs no
/// socket.
struct SandboxState: Sendable {
  var options: ServerOptions
  var tenants: Table<Tenant>
  var users: Table<User>
  var roles: Table<Role>
  var services = Table<Service>()
  var endpoints = Table<EndpointRow>()
  /// Regions come into being with the first endpoint that names them, and stay.
  var regions: Set<ExactText> = []
  var grants = GrantTable()
  var groups = Table<Group>()
  var ec2Credentials = Table<EC2Credential>()
  var derivedGrants = DerivedGrants()
  var tokens = TokenTable()

  init(options: ServerOptions) {
    self.options = options
    tenants = Table(names: options.nameCollation)
    users = Table(names: options.nameCollation)
    roles = Table(names: options.nameCollation)
  }
}
