import IdentityModel

/// The IDs that names have, as far as known: read before, or made since.
///
/// A name that two live objects have is not known: either could be meant.
struct LiveIDs {
  private var ids: [ResourceKey: String]

  init(_ live: LiveState) {
    var ids: [ResourceKey: String] = [:]
    var ambiguous: Set<ResourceKey> = []
    func add(_ key: ResourceKey, _ id: String) {
      if ids.updateValue(id, forKey: key) != nil { ambiguous.insert(key) }
    }
    func addAll<Value: NamedResource>(_ type: Value.Type) {
      let rows = live[keyPath: Value.live]
      ids.reserveCapacity(ids.count + rows.count)
      for row in rows { add(row.value.resourceKey, row.id) }
    }
    for kind in NamedKind.allCases { addAll(kind.type) }
    // A change that needs a service which is there twice says which row it means.
    for row in live.services { add(row.value.resourceKey, row.id) }
    for key in ambiguous { ids[key] = nil }
    self.ids = ids
  }

  subscript(key: ResourceKey) -> String? {
    get { ids[key] }
    set { ids[key] = newValue }
  }

  /// The IDs of the two roles, or nil where one of them is not known.
  func implication(_ implication: Implication) -> ImplicationIDs? {
    guard let roleID = ids[.role(implication.role)], let impliedID = ids[.role(implication.implied)]
    else { return nil }
    return ImplicationIDs(roleID: roleID, impliedID: impliedID)
  }

  /// The IDs of a membership's parts, or nil where one of them is not known.
  func membership(_ membership: Membership) -> MembershipIDs? {
    guard let userID = ids[.user(membership.user)], let groupID = ids[.group(membership.group)]
    else { return nil }
    return MembershipIDs(userID: userID, groupID: groupID)
  }

  /// The ID of who has a limit of its own, or nil where it is not known.
  func holder(_ holder: LimitHolder) -> LiveLimit.HolderID? {
    switch holder {
    case .tenant: ids[holder.key].map { .tenant($0) }
    case .domain: ids[holder.key].map { .domain($0) }
    }
  }

  /// The IDs of an assignment's parts, or nil where one of them is not known.
  ///
  /// - Parameters:
  ///   - assignment: The assignment.
  ///   - holderID: The ID of its holder, where that is gone and known by nothing else.
  /// - Returns: The IDs.
  func assignment(_ assignment: RoleAssignment, of holderID: String? = nil) -> AssignmentIDs? {
    guard let holder = holderID ?? ids[assignment.holder.key],
      let roleID = ids[.role(assignment.role)]
    else { return nil }
    let holderID: AssignmentIDs.Holder =
      switch assignment.holder {
      case .user: .user(holder)
      case .group: .group(holder)
      }
    let scope: AssignmentIDs.Scope? =
      switch assignment.scope {
      case .tenant(let name): ids[.tenant(name)].map { .tenant($0) }
      case .domain(let name): ids[.domain(name)].map { .domain($0) }
      case .system: .system
      case .tenantsBelow(let name): ids[.tenant(name)].map { .tenantsBelow($0) }
      case .tenantsOfDomain(let name): ids[.domain(name)].map { .tenantsOfDomain($0) }
      }
    return scope.map { AssignmentIDs(holderID, $0, roleID: roleID) }
  }
}
