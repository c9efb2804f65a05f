/// Who has which role in which tenant; the user need not exist.
struct GrantTable: Sendable {
  /// A user in a tenant.
  struct Membership: Hashable, Sendable {
    let userID: String
    let tenantID: String
  }

  private var roleIDs: [Membership: [String]] = [:]
  private var tenantIDsByUser: [String: [String]] = [:]
  private var userIDsByTenant: [String: [String]] = [:]

  func roles(of membership: Membership) -> [String] {
    roleIDs[membership] ?? []
  }

  func tenants(ofUser userID: String) -> [String] {
    tenantIDsByUser[userID] ?? []
  }

  func users(inTenant tenantID: String) -> [String] {
    userIDsByTenant[tenantID] ?? []
  }

  /// Every role of every membership.
  var all: [(Membership, roleID: String)] {
    roleIDs.flatMap { membership, roleIDs in roleIDs.map { (membership, $0) } }
  }

  /// The memberships that hold a role.
  func memberships(withRole roleID: String) -> [Membership] {
    roleIDs.filter { $0.value.contains(roleID) }.map(\.key)
  }

  /// Grants a role, or answers false because it is granted already.
  mutating func insert(_ roleID: String, for membership: Membership) -> Bool {
    guard !roles(of: membership).contains(roleID) else { return false }
    if roleIDs[membership] == nil {
      tenantIDsByUser[membership.userID, default: []].append(membership.tenantID)
      userIDsByTenant[membership.tenantID, default: []].append(membership.userID)
    }
    roleIDs[membership, default: []].append(roleID)
    return true
  }

  /// Takes a role away, or answers false because it was not granted.
  mutating func remove(_ roleID: String, for membership: Membership) -> Bool {
    guard let place = roles(of: membership).firstIndex(of: roleID) else { return false }
    roleIDs[membership]?.remove(at: place)
    if roles(of: membership).isEmpty {
      removeAll(for: membership)
    }
    return true
  }

  mutating func removeAll(ofUser userID: String) {
    for tenantID in tenants(ofUser: userID) {
      removeAll(for: Membership(userID: userID, tenantID: tenantID))
    }
  }

  mutating func removeAll(inTenant tenantID: String) {
    for userID in users(inTenant: tenantID) {
      removeAll(for: Membership(userID: userID, tenantID: tenantID))
    }
  }

  private mutating func removeAll(for membership: Membership) {
    roleIDs[membership] = nil
    tenantIDsByUser[membership.userID]?.removeAll { $0 == membership.tenantID }
    userIDsByTenant[membership.tenantID]?.removeAll { $0 == membership.userID }
  }
}
