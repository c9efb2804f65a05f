import IdentityModel
import Reconciliation

extension SimulatedKeystone {
  mutating func createUser(_ name: Name, _ change: Change) {
    let settings = change.settings
    let user = User(
      name: name,
      email: settings.text(.email),
      tenant: settings.text(.tenant).map { Name($0) },
      enabled: settings.flag(.enabled) ?? true
    )
    live.users.append(Live(id: nextID(), user))
    if let tenant = user.tenant { grantMembership(of: name, in: tenant, change) }
  }

  mutating func updateUser(_ settings: [FieldSetting], _ change: Change) {
    guard let index = live.users.firstIndex(where: { $0.id == change.liveID }) else {
      return refuse("no such row", change)
    }
    var user = live.users[index].value
    if let tenant = settings.text(.tenant).map({ Name($0) }), tenant != user.tenant {
      if capabilities.defaultTenantRole != nil, let old = user.tenant {
        live.assignments.remove(
          RoleAssignment(user: user.name, tenant: old, role: Role.memberName)
        )
      }
      grantMembership(of: user.name, in: tenant, change)
      user.tenant = tenant
    }
    user.email = settings.text(.email) ?? user.email
    user.enabled = settings.flag(.enabled) ?? user.enabled
    live.users[index] = Live(id: live.users[index].id, user)
  }

  /// Over v2.0 Keystone gives the user of a default tenant `_member_` there, and makes the role if need
  /// be; with its own ID, so that old releases fail on one that somebody else made.
  private mutating func grantMembership(of user: Name, in tenant: Name, _ change: Change) {
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
