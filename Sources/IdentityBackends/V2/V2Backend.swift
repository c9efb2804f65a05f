package import Convergence
package import IdentityModel
package import KeystoneClient
package import Reconciliation
package import Texts

/// Identity v2.0 as a backend: the client's records as the model's nouns and the other way round.
package struct V2Backend: IdentityBackend {
  private let client: KeystoneClient

  package init(client: KeystoneClient) {
    self.client = client
  }

  /// What Identity v2.0 can do: it has no update of a service or an endpoint.
  package static let capabilities = BackendCapabilities(
    name: "v2.0",
    updatesServices: false,
    updatesEndpoints: false,
    groupsEndpoints: true,
    endpointsMakeRegions: true,
    defaultTenantRole: BackendCapabilities.DefaultTenantRole(
      name: Role.memberName,
      id: "9fe2ff9ee4384b1894a90878d3e92bab"
    )
  )

  package var capabilities: BackendCapabilities { Self.capabilities }

  /// v2.0 has no such calls.
  package var catalogUpdater: (any CatalogUpdater)? { nil }

  package func caller() async throws(BackendFailure) -> Caller? {
    guard let document = try await translated(await client.caller()) else { return nil }
    return Caller(
      user: Name(document.userName),
      tenant: document.tenant.map { Name($0.name) },
      roles: Set(document.roleNames.map { Name($0) })
    )
  }

  // MARK: Reading

  /// The roles of no domain.
  ///
  /// One that v3 made for a domain is listed too, and is no role of this cloud's: v2.0 would grant
  /// it, without any effect.
  package func roles() async throws(BackendFailure) -> [Live<Role>] {
    try await translated(await client.roles()).filter(\.isGlobal)
      .map { Live(id: $0.id, Role(name: Name($0.name))) }
  }

  package func tenants() async throws(BackendFailure) -> [Live<Tenant>] {
    try await translated(await tenantRecords()).map { record in
      Live(
        id: record.id,
        Tenant(
          name: Name(record.name),
          description: record.description,
          enabled: record.enabled
        )
      )
    }
  }

  package func users() async throws(BackendFailure) -> [UserRow] {
    try await translated(await client.users()).map { record in
      UserRow(
        id: record.id,
        user: User(name: Name(record.name), email: record.emailText, enabled: record.enabled),
        tenantID: record.tenantID,
        isReadOnly: !record.hasDatabaseID
      )
    }
  }

  package func services() async throws(BackendFailure) -> [Live<Service>] {
    try await translated(await client.services()).map { record in
      Live(
        id: record.id,
        Service(
          type: Name(record.type),
          name: Name(record.name),
          description: record.description,
          isShown: record.enabled
        )
      )
    }
  }

  package func endpoints() async throws(BackendFailure) -> [LiveEndpoint] {
    try await translated(await client.endpoints()).map { record in
      LiveEndpoint(
        id: record.id,
        serviceID: record.serviceID ?? "",
        region: record.region.map { Name($0) },
        publicURL: record.publicURL.map { URLTemplate($0) },
        internalURL: record.internalURL.map { URLTemplate($0) },
        adminURL: record.adminURL.map { URLTemplate($0) },
        isShown: record.enabled
      )
    }
  }

  package func roles(
    ofUser userID: String,
    inTenant tenantID: String
  ) async throws(BackendFailure) -> Set<Name> {
    let roles = try await translated(await client.roles(ofUser: userID, onTenant: tenantID))
    return Set(roles.filter(\.isGlobal).map { Name($0.name) })
  }

  package func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String> {
    Set(try await translated(await client.users(ofTenant: tenantID)).map(\.id))
  }

  package func assignments() async -> [AssignmentIDs]? {
    do throws(KeystoneError) {
      return try await client.allAssignments().map {
        AssignmentIDs(userID: $0.userID, tenantID: $0.tenantID, roleID: $0.roleID)
      }
    } catch {
      return nil
    }
  }

  /// A server without v3 has neither disabled nor made anything through it.
  package func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList {
    let records: [EndpointInterfaceRecord]?
    do throws(KeystoneError) {
      records = try await client.endpointInterfaces(
        ofService: part.serviceID,
        interface: part.interface?.rawValue,
        region: part.region?.text
      )
    } catch {
      guard error.status == 404, !error.isNotFound else { throw BackendFailure(error) }
      return .notThere
    }
    guard let records else { return .cutOff }
    return .whole(
      records.compactMap { record in
        Field(rawValue: record.interface).map { field in
          LiveInterface(
            id: record.id,
            serviceID: record.serviceID ?? "",
            region: record.region.map { Name($0) },
            interface: field,
            url: URLTemplate(record.url),
            isShown: record.enabled
          )
        }
      }
    )
  }

  package func directAssignments(ofUser userID: String?) async -> [AssignmentIDs]? {
    do throws(KeystoneError) {
      return try await client.directAssignments(ofUser: userID).map {
        AssignmentIDs(userID: $0.userID, tenantID: $0.tenantID, roleID: $0.roleID)
      }
    } catch {
      return nil
    }
  }

  package func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>? {
    let services = Dictionary(rows.map { ($0.id, $0.serviceID) }) { first, _ in first }
    return try await translated(await client.foreignEndpointIDs(among: services))
  }

  package func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> Reconciliation.PasswordCheck {
    let check = try await translated(await client.checkPassword(password, ofUser: userID))
    return switch check {
    case .accepted: .accepted
    case .refused: .refused
    case .locked: .locked
    case .mustBeChanged: .mustBeChanged
    case .disabled: .userDisabled
    }
  }

  package func shownUnreachable(_ id: String) -> String? {
    guard let problem = KeystoneClient.problem(withID: id) else { return nil }
    guard case .unusableID(let shown) = problem.reason else { return problem.description }
    return shown
  }

  package func disabledDomain(ofUser userID: String) async -> String? {
    do throws(KeystoneError) {
      return try await client.disabledDomain(ofUser: userID)
    } catch {
      return nil
    }
  }

  // MARK: Writing

  package func create(_ role: Role) async throws(BackendFailure) -> String {
    try await translated(await client.createRole(named: role.name.text).id)
  }

  package func create(_ tenant: Tenant) async throws(BackendFailure) -> String {
    let new = NewTenant(
      name: tenant.name.text,
      description: tenant.description,
      enabled: tenant.enabled
    )
    return try await translated(await client.createTenant(new).id)
  }

  package func create(_ user: UserWrite) async throws(BackendFailure) -> String {
    let new = NewUser(
      name: user.user.name.text,
      password: user.password,
      email: user.user.email,
      tenantID: user.tenantID,
      enabled: user.user.enabled
    )
    return try await translated(await client.createUser(new).id)
  }

  package func create(_ service: Service) async throws(BackendFailure) -> String {
    let new = NewService(
      name: service.name.text,
      type: service.type.text,
      description: service.description,
      enabled: service.isShown ? nil : false
    )
    return try await translated(await client.createService(new).id)
  }

  /// Keystone makes the region of an endpoint with its first one, and answers 409 to whoever tries at
  /// the same time.
  package func create(_ endpoint: EndpointWrite) async throws(BackendFailure) -> String {
    let new = NewEndpoint(
      serviceID: endpoint.serviceID,
      region: endpoint.region?.text,
      publicURL: endpoint.settings.template(.publicURL)?.text ?? "",
      internalURL: endpoint.settings.template(.internalURL)?.text,
      adminURL: endpoint.settings.template(.adminURL)?.text,
      enabled: endpoint.settings.flag(.enabled)
    )
    do throws(KeystoneError) {
      return try await client.createEndpoint(new).id
    } catch {
      throw BackendFailure(error, as: error.isConflict ? .raced : nil)
    }
  }

  package func update(_ tenant: Tenant, id: String) async throws(BackendFailure) {
    let update = TenantUpdate(description: tenant.description, enabled: tenant.enabled)
    try await translated(await client.updateTenant(id: id, update))
  }

  /// One request for all that changes: the handler of `PUT /users/{id}` takes a password too.
  package func update(_ user: UserWrite, id: String) async throws(BackendFailure) {
    let update = UserUpdate(
      email: user.user.email,
      tenantID: user.tenantID,
      enabled: user.user.enabled,
      password: user.password
    )
    try await translated(await client.updateUser(id: id, update))
  }

  package func grant(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await translated(
      await client.grantRole(
        assignment.roleID,
        toUser: assignment.userID,
        onTenant: assignment.tenantID
      )
    )
  }

  package func revoke(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await translated(
      await client.revokeRole(
        assignment.roleID,
        fromUser: assignment.userID,
        onTenant: assignment.tenantID
      )
    )
  }

  package func deleteRole(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteRole(id: id))
  }

  package func deleteTenant(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteTenant(id: id))
  }

  package func deleteUser(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteUser(id: id))
  }

  package func deleteService(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteService(id: id))
  }

  package func deleteEndpoint(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteEndpoint(id: id))
  }

  package func callerPasswordChanged(to password: Secret) async throws(BackendFailure) {
    try await translated(await client.reauthenticate(password: password))
  }
}

extension V2Backend {
  /// The tenants; a 401 for them is looked into.
  ///
  /// The public API has this list as well, for users alone: it refuses Keystone's `admin_token`, as
  /// if that were a wrong one, where every other list says that this is not the admin API.
  private func tenantRecords() async throws(KeystoneError) -> [TenantRecord] {
    do throws(KeystoneError) {
      return try await client.tenants()
    } catch {
      if error.isUnauthorized { try await client.verifyAdminAPI() }
      throw error
    }
  }
}
