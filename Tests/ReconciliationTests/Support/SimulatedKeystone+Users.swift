import IdentityModel
import Reconciliation

extension SimulatedKeystone {
  mutating func createUser(_ new: User, _ change: Change) {
    var user = new
    user.enabled = user.enabled ?? true
    live.users.append(Live(id: nextID(), user))
    if let tenant = user.tenant { grantMembership(of: user.name, in: tenant, change) }
  }

  mutating func updateUser(_ new: User, _ fields: Set<Field>, _ change: Change) {
    guard let index = live.users.firstIndex(where: { $0.id == change.liveID }) else {
      return refuse("no such row", change)
    }
    var user = live.users[index].value
    if fields.contains(.tenant), let tenant = new.tenant, tenant != user.tenant {
      if capabilities.defaultTenantRole != nil, let old = user.tenant {
        live.assignments.remove(
          RoleAssignment(user: user.name, tenant: old, role: Role.memberName)
        )
      }
      grantMembership(of: user.name, in: tenant, change)
      user.tenant = tenant
    }
    if fields.contains(.email) { user.email = new.email }
    if fields.contains(.enabled) { user.enabled = new.enabled }
    live.users[index] = Live(id: live.users[index].id, user)
  }

  /// Over v2.0 Keystone gives the user of a default tenant `_member_` there, and makes the role if need
  /// be; with its own ID, so that old releases fail on one that somebody else made.
  private mutating func grantMembership(
    of user: QualifiedName,
    in tenant: QualifiedName,
    _ change: Change
  ) {
    guard live.tenants.contains(where: { $0.value.name == tenant }) else {
      return refuse("a default tenant that is not there", change)
    }
    guard capabilities.defaultTenantRole != nil else { return }
    let memberRole = live.roles.filter { $0.value.name == Role.memberName }
    if memberRole.isEmpty {
      live.roles.append(Live(id: Self.memberID, Role(name: Role.memberName)))
    } else if memberRole.contains(where: { $0.id != Self.memberID }) {
      refuse("a _member_ that Keystone did not make", change)
    }
    live.assignments.insert(RoleAssignment(user: user, tenant: tenant, role: Role.memberName))
  }

  static let memberID = "9fe2ff9ee4384b1894a90878d3e92bab"
}
