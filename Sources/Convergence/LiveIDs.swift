import IdentityModel

/// The IDs that names have, as far as known: read before, or made since.
///
/// A name that two live objects have is not known: either could be meant.
struct LiveIDs {
  private var ids: [ResourceKey: String]

  init(_ live: LiveState) {
    var rows: [(ResourceKey, String?)] = live.roles.map { ($0.value.resourceKey, $0.id) }
    rows += live.tenants.map { ($0.value.resourceKey, $0.id) }
    rows += live.users.map { ($0.value.resourceKey, $0.id) }
    // A change that needs a service which is there twice says which row it means.
    rows += live.services.map { ($0.value.resourceKey, $0.id) }
    ids = Dictionary(rows) { _, _ in nil }.compactMapValues(\.self)
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
