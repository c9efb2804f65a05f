import IdentityModel
import Texts

@testable import Convergence

extension KeystoneTables {
  /// Adds rows as a test names them: `role-admin` is the ID of the role `admin`.
  mutating func add(roles names: QualifiedName...) {
    for name in names { roles["role-\(name)"] = Role(name: name) }
  }

  mutating func add(_ tenant: Tenant) {
    tenants["tenant-\(tenant.name)"] = Tenant(
      name: tenant.name,
      description: tenant.description ?? "",
      enabled: tenant.enabled ?? true
    )
  }

  /// Adds a user, with no `_member_` in its default tenant.
  mutating func add(_ user: User, password: Secret? = nil) {
    var row = user
    row.tenant = nil
    row.enabled = user.enabled ?? true
    users["user-\(user.name)"] = UserEntry(
      user: row,
      tenantID: user.tenant.map { "tenant-\($0)" },
      password: password
    )
  }

  mutating func add(_ assignment: RoleAssignment) {
    guard let user = assignment.user, let tenant = assignment.tenant else { return }
    grants.insert(
      AssignmentIDs(
        userID: "user-\(user)",
        tenantID: "tenant-\(tenant)",
        roleID: "role-\(assignment.role)"
      )
    )
  }

  mutating func add(_ service: Service, id: String? = nil) {
    services[id ?? "service-\(service.name)"] = service
  }

  mutating func add(_ endpoint: LiveEndpoint) {
    endpoints[endpoint.id] = endpoint
    if let region = endpoint.region { regions[region] = regions[region] ?? Region(name: region) }
  }

  /// The assignments by name; one without a user is left out.
  var assignments: Set<RoleAssignment> {
    Set(
      grants.compactMap { grant in
        guard let user = grant.userID.flatMap({ users[$0] }),
          let tenant = grant.tenantID.flatMap({ tenants[$0] }),
          let role = roles[grant.roleID]
        else { return nil }
        return RoleAssignment(user: user.user.name, tenant: tenant.name, role: role.name)
      }
    )
  }

  /// What each row of the catalog is, duplicates included.
  var endpointRows: [EndpointKey: [LiveEndpoint]] {
    Dictionary(grouping: endpoints.values.filter { services[$0.serviceID] != nil }) { row in
      EndpointKey(
        service: services[row.serviceID]?.key ?? ServiceKey(type: "", name: ""),
        region: row.region ?? "",
        interface: row.interface
      )
    }
  }

  /// What users see: the keys of all shown endpoints of shown services.
  var catalog: Set<EndpointKey> {
    Set(
      endpointRows.filter { _, rows in
        rows.contains { $0.isShown && services[$0.serviceID]?.isShown == true }
      }.keys
    )
  }

  /// How often each service is there.
  var serviceCounts: [ServiceKey: Int] {
    Dictionary(services.values.map { ($0.key, 1) }, uniquingKeysWith: +)
  }

  func service(_ key: ServiceKey) -> [String] {
    services.filter { $0.value.key == key }.map(\.key)
  }
}

extension KeystoneTables {
  /// Adds what a seed's catalog asks for, as rows with IDs that a test can name.
  mutating func addCatalog(of desired: DesiredState) {
    for service in desired.services { add(service) }
    for endpoint in desired.endpoints {
      let name = endpoint.service.name
      add(.make(endpoint, id: "endpoint-\(name)", on: "service-\(name)"))
    }
  }
}

extension LiveState {
  /// The services and endpoints as a reader would have read them.
  static func catalog(of tables: KeystoneTables) -> LiveState {
    var live = LiveState()
    live.services = tables.services.map { Live(id: $0, $1) }
    live.endpoints = Array(tables.endpoints.values)
    return live
  }
}
