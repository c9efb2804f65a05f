import IdentityModel

/// The IDs that names have, as far as known: read before, or made since.
struct LiveIDs {
  private var ids: [ResourceKey: String] = [:]

  init(_ live: LiveState) {
    for row in live.roles { ids[row.value.resourceKey] = row.id }
    for row in live.tenants { ids[row.value.resourceKey] = row.id }
    for row in live.users { ids[row.value.resourceKey] = row.id }
    // Services may be there twice: a change that needs one names its row, or waits for a new one.
    for row in live.services where ids[row.value.resourceKey] == nil {
      ids[row.value.resourceKey] = row.id
    }
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
