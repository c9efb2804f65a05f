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
    /// Every tenant below that one, and not itself.
    case tenantsBelow(QualifiedName)
    /// Every tenant of that domain, and not the domain itself.
    case tenantsOfDomain(Name)
  }

  /// The parts, once for all lists and tables that the assignment is in: a large cloud has more of those
  /// than of anything else.
  private let box: Box

  private final class Box: Sendable {
    let holder: Holder
    let scope: Scope
    let role: QualifiedName

    init(_ holder: Holder, _ scope: Scope, _ role: QualifiedName) {
      self.holder = holder
      self.scope = scope
      self.role = role
    }
  }

  package var holder: Holder { box.holder }
  package var scope: Scope { box.scope }
  package var role: QualifiedName { box.role }

  package init(_ holder: Holder, _ scope: Scope, role: QualifiedName) {
    box = Box(holder, scope, role)
  }

  package init(user: QualifiedName, tenant: QualifiedName, role: QualifiedName) {
    self.init(.user(user), .tenant(tenant), role: role)
  }

  package var key: RoleAssignment { self }
  package var resourceKey: ResourceKey { .assignment(self) }
  package var fields: [FieldSetting] { [] }
}

extension RoleAssignment: Hashable {
  package static func == (left: RoleAssignment, right: RoleAssignment) -> Bool {
    left.box === right.box
      || (left.box.holder == right.box.holder && left.box.scope == right.box.scope
        && left.box.role == right.box.role)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(box.holder)
    hasher.combine(box.scope)
    hasher.combine(box.role)
  }
}

extension RoleAssignment: Codable {
  private enum CodingKeys: String, CodingKey {
    case holder, scope, role
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Holder.self, forKey: .holder),
      try container.decode(Scope.self, forKey: .scope),
      role: try container.decode(QualifiedName.self, forKey: .role)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(holder, forKey: .holder)
    try container.encode(scope, forKey: .scope)
    try container.encode(role, forKey: .role)
  }
}

extension RoleAssignment {
  /// The user who has it; nil of a group's.
  package var user: QualifiedName? { if case .user(let user) = holder { user } else { nil } }

  /// The tenant in which it is; nil on anything else, be it inherited from one.
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
    case .tenant(let name), .tenantsBelow(let name): .tenant(name)
    case .domain(let name), .tenantsOfDomain(let name): .domain(name)
    case .system: nil
    }
  }

  /// Whether it is on what lives in the object, and not on that itself.
  package var isInherited: Bool {
    switch self {
    case .tenant, .domain, .system: false
    case .tenantsBelow, .tenantsOfDomain: true
    }
  }

  /// The same on what lives in the object instead of on itself; nil of the system, which nothing lives in.
  package var inherited: RoleAssignment.Scope? {
    switch self {
    case .tenant(let name), .tenantsBelow(let name): .tenantsBelow(name)
    case .domain(let name), .tenantsOfDomain(let name): .tenantsOfDomain(name)
    case .system: nil
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .tenant: 0
    case .domain: 1
    case .system: 2
    case .tenantsBelow: 3
    case .tenantsOfDomain: 4
    }
  }

  /// What it is called; the system by nothing.
  fileprivate var name: QualifiedName {
    switch self {
    case .tenant(let name), .tenantsBelow(let name): name
    case .domain(let name), .tenantsOfDomain(let name): QualifiedName(name)
    case .system: ""
    }
  }
}

extension RoleAssignment.Scope: Comparable {
  /// Tenants come before anything else.
  package static func < (left: RoleAssignment.Scope, right: RoleAssignment.Scope) -> Bool {
    left.rank == right.rank ? left.name < right.name : left.rank < right.rank
  }
}

extension RoleAssignment: Comparable {
  /// Users' come before groups', and those in tenants before those on anything else.
  package static func < (left: RoleAssignment, right: RoleAssignment) -> Bool {
    guard left.holder.rank == right.holder.rank else { return left.holder.rank < right.holder.rank }
    let (holder, other) = (left.holder.name, right.holder.name)
    guard holder == other else { return holder < other }
    return left.scope == right.scope ? left.role < right.role : left.scope < right.scope
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
    case .tenantsBelow(let name): "\(who) has \(role) below project \(name)"
    case .tenantsOfDomain(let name): "\(who) has \(role) in every project of domain \(name)"
    }
  }
}
