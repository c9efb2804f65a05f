import IdentityModel
import Texts

extension ServiceKey {
  static let keystone = ServiceKey(type: "identity", name: "keystone")
  static let nova = ServiceKey(type: "compute", name: "nova")
}

extension EndpointKey {
  static let keystone = EndpointKey(service: .keystone, region: "regionOne")
  static let nova = EndpointKey(service: .nova, region: "regionOne")
}

extension Service {
  static func make(_ key: ServiceKey, description: String? = nil) -> Service {
    Service(type: key.type, name: key.name, description: description)
  }
}

extension Endpoint {
  /// An endpoint with three URLs on that host.
  static func make(_ key: EndpointKey, host: String = "old") -> Endpoint {
    Endpoint(
      service: key.service,
      region: key.region,
      publicURL: URLTemplate("http://\(host)/\(key.service.type)/$(tenant_id)s"),
      internalURL: URLTemplate("http://\(host):1/"),
      adminURL: URLTemplate("http://\(host):2/")
    )
  }
}

extension LiveEndpoint {
  /// A row that holds what the seed's endpoint does.
  static func make(
    _ endpoint: Endpoint,
    id: String,
    on serviceID: String,
    isManageable: Bool = true
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: id,
      serviceID: serviceID,
      region: endpoint.region == "" ? nil : endpoint.region,
      interface: endpoint.interface,
      publicURL: endpoint.publicURL,
      internalURL: endpoint.internalURL,
      adminURL: endpoint.adminURL,
      isShown: endpoint.isShown,
      isManageable: isManageable
    )
  }
}

extension DesiredState {
  /// A small cloud with something of every kind.
  static func make() -> DesiredState {
    var desired = DesiredState()
    desired.roles = [Role(name: "admin"), Role(name: "Member")]
    desired.tenants = [
      Tenant(name: "admin", description: "Cloud administration"), Tenant(name: "service"),
    ]
    desired.users = [
      User(name: "admin", email: "admin@example.com"),
      User(name: "nova", email: "nova@example.com", tenant: "service", enabled: true),
    ]
    desired.assignments = [
      RoleAssignment(user: "admin", tenant: "admin", role: "admin"),
      RoleAssignment(user: "nova", tenant: "service", role: "admin"),
    ]
    desired.usersWithDeclaredRoles = ["admin", "nova"]
    desired.passwords = ["admin": Secret("wheel"), "nova": Secret("star")]
    desired.services = [
      .make(.keystone, description: "Identity"), .make(.nova, description: "Compute"),
    ]
    desired.endpoints = [.make(.keystone), .make(.nova)]
    return desired
  }
}

extension KeystoneTables {
  /// What ``DesiredState/make()`` asks for, as rows with IDs that a test can name.
  static func made() -> KeystoneTables {
    let desired = DesiredState.make()
    var tables = KeystoneTables()
    tables.add(roles: "admin", "Member", Role.memberName)
    for tenant in desired.tenants { tables.add(tenant) }
    for user in desired.users { tables.add(user, password: desired.passwords[user.name]) }
    for assignment in desired.assignments { tables.add(assignment) }
    tables.add(RoleAssignment(user: "nova", tenant: "service", role: Role.memberName))
    tables.addCatalog(of: desired)
    return tables
  }
}
