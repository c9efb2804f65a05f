package import IdentityModel

/// Which kind needs which, drawn once.
///
/// ```
///        domain
///     /     |    \  \
///   role  tenant  \  group   region   service
///     \     |  \   \             |     /
///      \    |    user  endpoint
///       \   |   /
///       assignment
///
///   service, region ── registered limit ── limit ── tenant, domain
/// ```
///
/// Creates walk down, deletes walk up. What lives in a domain needs it, a user its default tenant, an
/// assignment all of its parts, a membership its group and its user, an implication both roles, an endpoint its service (v2.0 answers 400 otherwise, and has made the endpoint's
/// region by then) and, where regions are objects, its region. A region that is a part of another one
/// needs that one. Deleting a service takes its endpoints with it, deleting a tenant, user or role
/// its assignments, so those go first, by themselves, where they are planned. A limit of a tenant or domain
/// needs a registered one of its resource, and both the service and the region, which would leave them behind.
package enum DependencyOrder {
  /// Every kind once, each after what it needs.
  package static let kinds: [ResourceKind] = [
    .domain,
    .region,
    .role,
    .implication,
    .tenant,
    .group,
    .user,
    .membership,
    .assignment,
    .service,
    .endpoint,
    .registeredLimit,
    .limit,
  ]

  /// What a kind needs to be there first.
  package static func needs(_ kind: ResourceKind) -> [ResourceKind] {
    switch kind {
    case .domain, .region, .service: []
    case .role, .tenant, .group: [.domain]
    case .implication: [.domain, .role]
    case .user: [.domain, .tenant]
    case .membership: [.domain, .group, .user]
    case .assignment: [.domain, .role, .tenant, .group, .user]
    case .endpoint, .registeredLimit: [.region, .service]
    case .limit: [.domain, .region, .tenant, .service, .registeredLimit]
    }
  }

  /// The kinds that another one needs.
  package static let needed = Set(kinds.flatMap(needs))

  /// Whether a create of the left comes before one of the right.
  package static func createsBefore(_ left: ResourceKey, _ right: ResourceKey) -> Bool {
    left.kind == right.kind ? precedes(left, right) : rank(left.kind) < rank(right.kind)
  }

  /// Whether a delete of the left comes before one of the right.
  package static func deletesBefore(_ left: ResourceKey, _ right: ResourceKey) -> Bool {
    left.kind == right.kind ? precedes(left, right) : rank(left.kind) > rank(right.kind)
  }

  private static func rank(_ kind: ResourceKind) -> Int {
    switch kind {
    case .domain: 0
    case .region: 1
    case .role: 2
    case .implication: 3
    case .tenant: 4
    case .group: 5
    case .user: 6
    case .membership: 7
    case .assignment: 8
    case .service: 9
    case .endpoint: 10
    case .registeredLimit: 11
    case .limit: 12
    }
  }

  private static func precedes(_ left: ResourceKey, _ right: ResourceKey) -> Bool {
    switch (left, right) {
    case (.named(_, let left), .named(_, let right)): left < right
    case (.implication(let left), .implication(let right)): left < right
    case (.membership(let left), .membership(let right)): left < right
    case (.assignment(let left), .assignment(let right)): left < right
    case (.service(let left), .service(let right)): left < right
    case (.endpoint(let left), .endpoint(let right)): left < right
    case (.limit(let left), .limit(let right)): left < right
    case (.named, _), (.implication, _), (.membership, _), (.assignment, _), (.service, _),
      (.endpoint, _), (.limit, _):
      rank(left.kind) < rank(right.kind)
    }
  }
}
