/// Who has which role on what.
///
/// It has no ID: its parts are all that it is. The API v2.0 knows a user's roles in tenants alone.
package struct RoleAssignment: Resource {
  package static let kind = ResourceKind.assignment

  /// Who has the role.
  package enum Holder: Hashable, Codable, Sendable {
    case user(QualifiedName)
    /// Whoever is in the group.
    case group(QualifiedName)
  }

  /// What the role is on.
  package enum Scope: Hashable, Codable, Sendable {
    case tenant(QualifiedName)
    /// A domain itself, in which its projects take no part; the default one by its own name here.
    case domain(Name)
    case system
  }

  package var holder: Holder
  package var scope: Scope
  package var role: QualifiedName

  package init(_ holder: Holder, _ scope: Scope, role: QualifiedName) {
    self.holder = holder
    self.scope = scope
    self.role = role
  }

  package init(user: QualifiedName, tenant: QualifiedName, role: QualifiedName) {
    self.init(.user(user), .tenant(tenant), role: role)
  }

  package var key: RoleAssignment { self }
  package var resourceKey: ResourceKey { .assignment(self) }
  package var fields: [FieldSetting] { [] }
}

extension RoleAssignment {
  /// The user who has it; nil of a group's.
  package var user: QualifiedName? { if case .user(let user) = holder { user } else { nil } }

  /// The tenant in which it is; nil on anything else.
  package var tenant: QualifiedName? {
    if case .tenant(let tenant) = scope { tenant } else { nil }
  }

  /// The objects without which there is none.
  package var parts: [ResourceKey] {
    [.role(role)] + (scope.key.map { [$0] } ?? []) + [holder.key]
  }
}

extension RoleAssignment.Holder {
  package var name: QualifiedName {
    switch self {
    case .user(let name), .group(let name): name
    }
  }

  package var key: ResourceKey {
    switch self {
    case .user(let name): .user(name)
    case .group(let name): .group(name)
    }
  }

  /// The domain in which it lives, as a scope has it.
  package var domain: Name { name.domain ?? Domain.defaultName.name }

  fileprivate var rank: Int { if case .user = self { 0 } else { 1 } }
}

extension RoleAssignment.Scope {
  /// The object that it is; nil of the system, which is none.
  package var key: ResourceKey? {
    switch self {
    case .tenant(let name): .tenant(name)
    case .domain(let name): .domain(name)
    case .system: nil
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .tenant: 0
    case .domain: 1
    case .system: 2
    }
  }

  /// What it is called; the system by nothing.
  fileprivate var name: QualifiedName {
    switch self {
    case .tenant(let name): name
    case .domain(let name): QualifiedName(name)
    case .system: ""
    }
  }
}

extension RoleAssignment: Comparable {
  /// Users' come before groups', and those in tenants before those on anything else.
  package static func < (left: RoleAssignment, right: RoleAssignment) -> Bool {
    guard left.holder.rank == right.holder.rank else { return left.holder.rank < right.holder.rank }
    let (holder, other) = (left.holder.name, right.holder.name)
    guard holder == other else { return holder < other }
    guard left.scope.rank == right.scope.rank else { return left.scope.rank < right.scope.rank }
    return (left.scope.name, left.role) < (right.scope.name, right.role)
  }
}

extension RoleAssignment: CustomStringConvertible {
  package var description: String {
    let who =
      switch holder {
      case .user(let name): name.description
      case .group(let name): "group \(name)"
      }
    return switch scope {
    case .tenant(let name): "\(who) has \(role) in \(name)"
    case .domain(let name): "\(who) has \(role) on domain \(name)"
    case .system: "\(who) has \(role) on the system"
    }
  }
}
