import IdentityModel

/// Says assignments, which are IDs, by the names of their parts.
struct AssignmentNames {
  private let users: [String: QualifiedName]
  private let groups: [String: QualifiedName]
  private let tenants: [String: QualifiedName]
  private let domains: [String: QualifiedName]
  private let roles: [String: QualifiedName]

  /// Takes the names off a live state.
  ///
  /// - Parameters:
  ///   - live: What is live.
  ///   - users: Its users, which a reading keeps apart; nil for those of the state.
  init(_ live: LiveState, users: [UserRow]? = nil) {
    func names<Value: NamedResource>(_ rows: [Live<Value>]) -> [String: QualifiedName] {
      Dictionary(rows.map { ($0.id, $0.value.name) }) { first, _ in first }
    }
    self.users =
      users.map { rows in Dictionary(rows.map { ($0.id, $0.user.name) }) { first, _ in first } }
      ?? names(live.users)
    groups = names(live.groups)
    tenants = names(live.tenants)
    domains = names(live.domains)
    roles = names(live.roles)
  }

  /// The assignment; nil where any part of it is not among what was read.
  func assignment(_ ids: AssignmentIDs) -> RoleAssignment? {
    let holder: RoleAssignment.Holder? =
      switch ids.holder {
      case .user(let id): users[id].map { .user($0) }
      case .group(let id): groups[id].map { .group($0) }
      }
    return holder.flatMap { assignment(ids, of: $0) }
  }

  /// The assignment of somebody who is gone, whose name is the ID; nil where any other part is not among
  /// what was read.
  func assignmentOfGone(_ ids: AssignmentIDs) -> RoleAssignment? {
    switch ids.holder {
    case .user(let id): assignment(ids, of: .user(QualifiedName(id)))
    case .group(let id): assignment(ids, of: .group(QualifiedName(id)))
    }
  }

  private func assignment(
    _ ids: AssignmentIDs,
    of holder: RoleAssignment.Holder
  ) -> RoleAssignment? {
    let scope: RoleAssignment.Scope? =
      switch ids.scope {
      case .tenant(let id): tenants[id].map { .tenant($0) }
      case .domain(let id): domains[id].map { .domain($0.name) }
      case .system: .system
      case .tenantsBelow(let id): tenants[id].map { .tenantsBelow($0) }
      case .tenantsOfDomain(let id): domains[id].map { .tenantsOfDomain($0.name) }
      }
    guard let scope, let role = roles[ids.roleID] else { return nil }
    return RoleAssignment(holder, scope, role: role)
  }
}
