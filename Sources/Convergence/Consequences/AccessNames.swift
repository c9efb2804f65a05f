import IdentityModel
import Reconciliation

/// Says who has which roles by names, where they were read, and else by IDs.
struct AccessNames {
  private var users: [String: QualifiedName]
  private var groups: [String: QualifiedName]
  private var roles: [String: QualifiedName]
  private var tenants: [String: QualifiedName]
  private var domains: [String: QualifiedName] = [:]

  /// Takes the names off a live state, and those of who asks, which may be on none of its lists.
  init(_ live: LiveState, caller: Caller? = nil) {
    users = Self.names(live.users)
    groups = Self.names(live.groups)
    roles = Self.names(live.roles)
    tenants = Self.names(live.tenants)
    domains = Self.names(live.domains)
    guard let caller, let ids = caller.ids else { return }
    users[ids.user] = caller.user
    if let id = ids.tenant { tenants[id] = caller.tenant }
  }

  /// Whether the roles are known; without them nothing can be told.
  var hasRoles: Bool { !roles.isEmpty }
  var hasDomains: Bool { !domains.isEmpty }

  mutating func take(_ rows: [Live<Role>]) { roles = Self.names(rows) }

  mutating func take(_ rows: [Live<Domain>]) { domains = Self.names(rows) }

  /// Takes the names of tenants that are not known yet.
  mutating func take(_ rows: [PlaceIDs]) {
    for row in rows where tenants[row.id] == nil {
      let domain = domains[row.domainID]
      guard let domain else { continue }
      let isDefault = domain == Domain.defaultName
      tenants[row.id] = QualifiedName(row.name, of: isDefault ? nil : domain.name)
    }
  }

  func user(_ id: String) -> NameOrID { Self.known(id, users) }
  func tenant(_ id: String) -> NameOrID { Self.known(id, tenants) }

  func implied(_ pair: ImplicationIDs) -> Access.Implied {
    Access.Implied(Self.known(pair.roleID, roles), implies: Self.known(pair.impliedID, roles))
  }

  func place(_ row: PlaceIDs) -> Access.Place {
    Access.Place(
      domain: Self.known(row.domainID, domains),
      parent: row.parentID.map { tenant($0) }
    )
  }

  func grant(_ ids: AssignmentIDs) -> Access.Grant {
    let holder: Access.Grant.Holder =
      switch ids.holder {
      case .user(let id): .user(user(id))
      case .group(let id): .group(Self.known(id, groups))
      }
    let scope: Access.Grant.Scope =
      switch ids.scope {
      case .tenant(let id): .tenant(tenant(id))
      case .domain(let id): .domain(Self.known(id, domains))
      case .system: .system
      case .tenantsBelow(let id): .tenantsBelow(tenant(id))
      case .tenantsOfDomain(let id): .tenantsOfDomain(Self.known(id, domains))
      }
    return Access.Grant(holder, scope, role: Self.known(ids.roleID, roles))
  }

  /// The IDs of those groups that are there already.
  func groupIDs(of wanted: Set<NameOrID>) -> [(group: NameOrID, id: String)] {
    let byName = Dictionary(groups.map { (NameOrID.name($0.value), $0.key) }) { first, _ in first }
    return wanted.sorted().compactMap { group in
      switch group {
      case .name: byName[group].map { (group, $0) }
      case .id(let id): (group, id)
      }
    }
  }

  private static func known(_ id: String, _ names: [String: QualifiedName]) -> NameOrID {
    names[id].map { .name($0) } ?? .id(id)
  }

  private static func names<Value: NamedResource>(
    _ rows: [Live<Value>]
  ) -> [String: QualifiedName] {
    Dictionary(rows.map { ($0.id, $0.value.name) }) { first, _ in first }
  }
}
