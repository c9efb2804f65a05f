import IdentityModel
import KeystoneClient
import KeystoneSandbox

extension StrangeCloud {
  /// Makes the cloud in a sandbox, but for what Keystone refuses: a name that is taken or empty, a
  /// URL that it cannot show.
  func make(in lab: Lab) async throws {
    let keystone = lab.outsider
    var tenants: [QualifiedName: String] = [:]
    var users: [QualifiedName: String] = [:]
    var roles: [QualifiedName: String] = [:]
    var services: [String: String] = [:]

    for tenant in live.tenants.map(\.value) {
      tenants[tenant.name] = try await unlessRefused {
        try await keystone.createTenant(
          NewTenant(
            name: tenant.name.text,
            description: tenant.description,
            enabled: tenant.enabled
          )
        ).id
      }
    }
    for user in live.users.map(\.value) {
      users[user.name] = try await unlessRefused {
        try await keystone.createUser(
          NewUser(
            name: user.name.text,
            email: user.email,
            tenantID: user.tenant.flatMap { tenants[$0] },
            enabled: user.enabled
          )
        ).id
      }
    }
    for role in live.roles.map(\.value) {
      roles[role.name] = try await unlessRefused {
        try await keystone.createRole(named: role.name.text).id
      }
    }
    if let member = try await keystone.roles().first(where: { $0.name == "_member_" }) {
      roles[Role.memberName] = member.id
    }
    for grant in live.assignments.sorted() {
      guard let user = grant.user.flatMap({ users[$0] }),
        let tenant = grant.tenant.flatMap({ tenants[$0] }), let role = roles[grant.role]
      else { continue }
      try await unlessRefused {
        try await keystone.grantRole(role, toUser: user, onTenant: tenant)
      }
    }
    for service in live.services {
      services[service.id] = try await unlessRefused {
        try await keystone.createService(
          NewService(
            name: service.value.name.text,
            type: service.value.type.text,
            description: service.value.description,
            enabled: service.value.isShown
          )
        ).id
      }
    }
    for endpoint in live.endpoints {
      guard let service = services[endpoint.serviceID] else { continue }
      try await make(endpoint, of: service, in: lab)
    }
  }

  private func make(_ endpoint: LiveEndpoint, of service: String, in lab: Lab) async throws {
    guard endpoint.isManageable else {
      try lab.sandbox.addForeignEndpoint(
        serviceID: service,
        region: endpoint.region?.text,
        publicURL: endpoint.publicURL?.text,
        internalURL: endpoint.internalURL?.text,
        adminURL: endpoint.adminURL?.text
      )
      return
    }
    try await unlessRefused {
      try await lab.outsider.createEndpoint(
        NewEndpoint(
          serviceID: service,
          region: endpoint.region?.text,
          publicURL: endpoint.publicURL?.text,
          internalURL: endpoint.internalURL?.text,
          adminURL: endpoint.adminURL?.text,
          enabled: endpoint.isShown
        )
      )
    }
  }
}
