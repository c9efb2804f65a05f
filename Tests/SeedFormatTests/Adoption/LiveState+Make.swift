import IdentityModel

extension LiveState {
  /// Nova in one region, and one user who administers it.
  static let nova: LiveState = {
    var live = LiveState()
    live.roles = [Live(id: "r1", Role(name: "admin")), Live(id: "r2", Role(name: "_member_"))]
    live.tenants = [Live(id: "t1", Tenant(name: "service", description: "", enabled: true))]
    live.users = [Live(id: "u1", User(name: "nova", email: "", tenant: "service", enabled: true))]
    live.assignments = [
      RoleAssignment(user: "nova", tenant: "service", role: "admin"),
      RoleAssignment(user: "nova", tenant: "service", role: "_member_"),
    ]
    live.services = [Live(id: "s1", Service(type: "compute", name: "nova", description: ""))]
    live.endpoints = [.make("e1")]
    return live
  }()
}

extension LiveEndpoint {
  /// A row of nova's.
  static func make(
    _ id: String,
    serviceID: String = "s1",
    region: Name? = "RegionOne",
    publicURL: String? = "http://a:8774/v2/$(tenant_id)s",
    internalURL: String? = nil,
    adminURL: String? = nil,
    isShown: Bool = true,
    isManageable: Bool = true
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: id,
      serviceID: serviceID,
      region: region,
      publicURL: publicURL.map { URLTemplate($0) },
      internalURL: internalURL.map { URLTemplate($0) },
      adminURL: adminURL.map { URLTemplate($0) },
      isShown: isShown,
      isManageable: isManageable
    )
  }
}
