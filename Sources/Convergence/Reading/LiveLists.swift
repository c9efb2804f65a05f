import IdentityModel

/// What the lists of an identity service hold, as far as they were asked for.
struct LiveLists: Sendable {
  /// One list, which one request gives.
  enum Kind: CaseIterable, Sendable {
    // Those first that others are asked after.
    case users
    case tenants
    case roles
    case services
    case endpoints

    /// Whether something of that kind cannot be compared, or written, without the list.
    ///
    /// A user names its default tenant and an assignment all three of its parts, by names that are
    /// IDs in Keystone. A service takes its endpoints with it when it is replaced.
    func isNeeded(for kind: ResourceKind) -> Bool {
      switch self {
      case .roles: kind == .role || kind == .assignment
      case .tenants: kind == .tenant || kind == .user || kind == .assignment
      case .users: kind == .user || kind == .assignment
      case .services, .endpoints: kind == .service || kind == .endpoint
      }
    }
  }

  var roles: [Live<Role>] = []
  var tenants: [Live<Tenant>] = []
  var users: [UserRow] = []
  var services: [Live<Service>] = []
  var endpoints: [LiveEndpoint] = []
  /// What was taken out of the lists, since no request can name it.
  var unreachable: [ResourceKey: String] = [:]
  /// What was asked about declared names that are in no list.
  var twins: [ResourceKey: Twin] = [:]
  /// What live objects are called that are to be renamed, by what they are to be called.
  var renamed: [ResourceKey: ResourceKey] = [:]
  /// The services and endpoints that no request can name, by their IDs, as those may be shown.
  var unreachableRows: [String: String] = [:]

  init() {}

  /// Asks for one list.
  init(_ kind: Kind, of backend: any IdentityBackend) async throws(BackendFailure) {
    switch kind {
    case .roles: roles = try await backend.roles.list()
    case .tenants: tenants = try await backend.tenants.list()
    case .users: users = try await backend.users.list()
    case .services: services = try await backend.services.list()
    case .endpoints: endpoints = try await backend.endpoints.list()
    }
    keepReachable(backend)
  }

  /// Takes out the roles, tenants and users that no request can name.
  ///
  /// They are told by their names, so that one can be left aside. Services and endpoints are not:
  /// whoever leaves one out makes a second one, so they stay and are marked.
  private mutating func keepReachable(_ backend: any IdentityBackend) {
    for id in services.map(\.id) + endpoints.map(\.id) {
      unreachableRows[id] = backend.shownUnreachable(id)
    }
    var unreachable: [ResourceKey: String] = [:]
    func isReachable(_ id: String, _ key: ResourceKey) -> Bool {
      guard let shown = backend.shownUnreachable(id) else { return true }
      unreachable[key] = shown
      return false
    }
    roles = roles.filter { isReachable($0.id, $0.value.resourceKey) }
    tenants = tenants.filter { isReachable($0.id, $0.value.resourceKey) }
    users = users.filter { isReachable($0.id, $0.user.resourceKey) }
    self.unreachable = unreachable
  }

  /// Joins two lists, of which one is empty most often: then the other one is taken as it is.
  private static func join<Row>(_ rows: inout [Row], _ more: [Row]) {
    if rows.isEmpty { rows = more } else { rows += more }
  }

  mutating func merge(_ other: LiveLists) {
    Self.join(&roles, other.roles)
    Self.join(&tenants, other.tenants)
    Self.join(&users, other.users)
    Self.join(&services, other.services)
    Self.join(&endpoints, other.endpoints)
    twins.merge(other.twins) { first, _ in first }
    renamed.merge(other.renamed) { first, _ in first }
    unreachable.merge(other.unreachable) { first, _ in first }
    unreachableRows.merge(other.unreachableRows) { first, _ in first }
  }
}
