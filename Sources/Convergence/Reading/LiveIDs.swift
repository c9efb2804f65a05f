import IdentityModel

/// The IDs that names have, as far as known: read before, or made since.
///
/// A name that two live objects have is not known: either could be meant.
struct LiveIDs {
  /// By kind, and not all by their keys, which need twice the room.
  private var named: [NamedKind: [QualifiedName: String]] = [:]
  private var others: [ResourceKey: String] = [:]

  init(_ live: LiveState) {
    for kind in NamedKind.allCases { add(kind.type, of: live) }
    // A change that needs a service which is there twice says which row it means.
    var ambiguous: Set<ResourceKey> = []
    for row in live.services {
      let key = row.value.resourceKey
      if others.updateValue(row.id, forKey: key) != nil { ambiguous.insert(key) }
    }
    for key in ambiguous { others[key] = nil }
  }

  private mutating func add<Value: NamedResource>(_ type: Value.Type, of live: LiveState) {
    let rows = live[keyPath: Value.live]
    var ids = [QualifiedName: String](minimumCapacity: rows.count)
    var ambiguous: Set<QualifiedName> = []
    for row in rows where ids.updateValue(row.id, forKey: row.value.name) != nil {
      ambiguous.insert(row.value.name)
    }
    for name in ambiguous { ids[name] = nil }
    named[Value.namedKind] = ids
  }

  subscript(key: ResourceKey) -> String? {
    get {
      if case .named(let kind, let name) = key { self[kind, name] } else { others[key] }
    }
    set {
      if case .named(let kind, let name) = key {
        named[kind, default: [:]][name] = newValue
      } else {
        others[key] = newValue
      }
    }
  }

  private subscript(kind: NamedKind, name: QualifiedName) -> String? { named[kind]?[name] }

  /// The IDs of the two roles, or nil where one of them is not known.
  func implication(_ implication: Implication) -> ImplicationIDs? {
    guard let roleID = self[.role, implication.role],
      let impliedID = self[.role, implication.implied]
    else { return nil }
    return ImplicationIDs(roleID: roleID, impliedID: impliedID)
  }

  /// The IDs of a membership's parts, or nil where one of them is not known.
  func membership(_ membership: Membership) -> MembershipIDs? {
    guard let userID = self[.user, membership.user],
      let groupID = self[.group, membership.group]
    else { return nil }
    return MembershipIDs(userID: userID, groupID: groupID)
  }

  /// The ID of who has a limit of its own, or nil where it is not known.
  func holder(_ holder: LimitHolder) -> LiveLimit.HolderID? {
    switch holder {
    case .tenant: self[holder.key].map { .tenant($0) }
    case .domain: self[holder.key].map { .domain($0) }
    }
  }

  /// The IDs of an assignment's parts, or nil where one of them is not known.
  ///
  /// - Parameters:
  ///   - assignment: The assignment.
  ///   - holderID: The ID of its holder, where that is gone and known by nothing else.
  /// - Returns: The IDs.
  func assignment(_ assignment: RoleAssignment, of holderID: String? = nil) -> AssignmentIDs? {
    guard let holder = holderID ?? self[assignment.holder.key],
      let roleID = self[.role, assignment.role]
    else { return nil }
    let holderID: AssignmentIDs.Holder =
      switch assignment.holder {
      case .user: .user(holder)
      case .group: .group(holder)
      }
    let scope: AssignmentIDs.Scope? =
      switch assignment.scope {
      case .tenant(let name): self[.tenant, name].map { .tenant($0) }
      case .domain(let name): self[.domain, QualifiedName(name)].map { .domain($0) }
      case .system: .system
      case .tenantsBelow(let name): self[.tenant, name].map { .tenantsBelow($0) }
      case .tenantsOfDomain(let name):
        self[.domain, QualifiedName(name)].map { .tenantsOfDomain($0) }
      }
    return scope.map { AssignmentIDs(holderID, $0, roleID: roleID) }
  }
}
