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

  /// The three IDs of an assignment, or nil where one of them is not known.
  func assignment(_ assignment: RoleAssignment) -> AssignmentIDs? {
    guard let userID = ids[.user(assignment.user)],
      let tenantID = ids[.tenant(assignment.tenant)],
      let roleID = ids[.role(assignment.role)]
    else { return nil }
    return AssignmentIDs(userID: userID, tenantID: tenantID, roleID: roleID)
  }
}
