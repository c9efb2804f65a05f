package import IdentityModel

/// Which kind needs which, drawn once.
///
/// ```
///   role   tenant      service
///     \      | \          |
///      \     |  user    endpoint
///       \    |  /
///       assignment
/// ```
///
/// Creates walk down, deletes walk up. A user needs its default tenant, an assignment all three of
/// its names, an endpoint its service (Keystone answers 400 otherwise, and has made the endpoint's
/// region by then). Deleting a service takes its endpoints with it, deleting a tenant, user or role
/// its assignments, so those go first, by themselves, where they are planned.
package enum DependencyOrder {
  /// Every kind once, each after what it needs.
  package static let kinds: [ResourceKind] = [
    .role,
    .tenant,
    .user,
    .assignment,
    .service,
    .endpoint,
  ]

  /// What a kind needs to be there first.
  package static func needs(_ kind: ResourceKind) -> [ResourceKind] {
    switch kind {
    case .role, .tenant, .service: []
    case .user: [.tenant]
    case .assignment: [.role, .tenant, .user]
    case .endpoint: [.service]
    }
  }

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
    case .role: 0
    case .tenant: 1
    case .user: 2
    case .assignment: 3
    case .service: 4
    case .endpoint: 5
    }
  }

  private static func precedes(_ left: ResourceKey, _ right: ResourceKey) -> Bool {
    switch (left, right) {
    case (.named(_, let left), .named(_, let right)): left < right
    case (.assignment(let left), .assignment(let right)): left < right
    case (.service(let left), .service(let right)): left < right
    case (.endpoint(let left), .endpoint(let right)): left < right
    case (.named, _), (.assignment, _), (.service, _), (.endpoint, _):
      rank(left.kind) < rank(right.kind)
    }
  }
}
