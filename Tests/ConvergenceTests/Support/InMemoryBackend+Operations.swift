import IdentityModel
import Reconciliation
import Texts

@testable import Convergence

extension InMemoryBackend {
  /// What would change a path, or be none of its parts.
  nonisolated func shownUnreachable(_ id: String) -> String? {
    ["", ".", ".."].contains(id) || id.contains("/") ? id : nil
  }

  // MARK: Reading

  func roles() async throws(BackendFailure) -> [Live<Role>] {
    try await perform(BackendCall(.list, .role)) { tables in
      tables.roles.map { Live(id: $0, $1) }
    }
  }

  func tenants() async throws(BackendFailure) -> [Live<Tenant>] {
    try await perform(BackendCall(.list, .tenant)) { tables in
      tables.tenants.map { Live(id: $0, $1) }
    }
  }

  func users() async throws(BackendFailure) -> [UserRow] {
    try await perform(BackendCall(.list, .user)) { tables in
      tables.users.map { UserRow(id: $0, user: $1.user, tenantID: $1.tenantID) }
    }
  }

  func services() async throws(BackendFailure) -> [Live<Service>] {
    try await perform(BackendCall(.list, .service)) { tables in
      tables.services.map { Live(id: $0, $1) }
    }
  }

  /// The list does not say which of the rows v3 made.
  func endpoints() async throws(BackendFailure) -> [LiveEndpoint] {
    try await perform(BackendCall(.list, .endpoint)) { tables in
      tables.endpoints.values.map { row in
        var row = row
        row.isManageable = true
        return row
      }
    }
  }

  func roles(
    ofUser userID: String,
    inTenant tenantID: String
  ) async throws(BackendFailure) -> Set<Name> {
    let call = BackendCall(.ask, .assignment, "\(userID) in \(tenantID)")
    return try await perform(call) { (tables) throws(BackendFailure) in
      guard tables.users[userID] != nil, tables.tenants[tenantID] != nil else {
        throw .keystone(404)
      }
      let grants = tables.grants.filter { $0.userID == userID && $0.tenantID == tenantID }
      return Set(grants.compactMap { tables.roles[$0.roleID]?.name })
    }
  }

  func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String> {
    try await perform(BackendCall(.ask, .user, "of \(tenantID)")) { tables in
      Set(tables.grants.filter { $0.tenantID == tenantID }.map(\.userID))
    }
  }

  func assignments() async -> [AssignmentIDs]? {
    guard listsAssignments else { return nil }
    return try? await perform(BackendCall(.list, .assignment)) { tables in Array(tables.grants) }
  }

  /// As where there is no v3, unless the test says what there is.
  func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList {
    guard let interfaces else { return .notThere }
    return try await perform(BackendCall(.listInterfaces, nil, part.words)) {
      (_) throws(BackendFailure) in try interfaces.list(part)
    }
  }

  func disabledDomain(ofUser userID: String) async -> String? {
    await keystone.tables.disabledDomain
  }

  func directAssignments(ofUser userID: String?) async -> [AssignmentIDs]? {
    guard listsAssignments else { return nil }
    return try? await perform(BackendCall(.listGranted, .assignment, userID ?? "")) { tables in
      Array(tables.grants.subtracting(tables.indirectGrants))
        .filter { userID == nil || $0.userID == userID }
    }
  }

  func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>? {
    try await perform(BackendCall(.listForeign)) { [saysWhatIsForeign] tables in
      guard saysWhatIsForeign else { return nil }
      return Set(tables.endpoints.values.filter { !$0.isManageable }.map(\.id))
    }
  }

  func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> PasswordCheck {
    try await perform(BackendCall(.login, .user, userID), needsToken: false) { tables in
      tables.check(password, ofUser: userID)
    }
  }

  // MARK: Writing

  func create(_ role: Role) async throws(BackendFailure) -> String {
    try await perform(BackendCall(.create, .role, role.name.text)) {
      (tables) throws(BackendFailure) in try tables.create(role)
    }
  }

  func create(_ tenant: Tenant) async throws(BackendFailure) -> String {
    try await perform(BackendCall(.create, .tenant, tenant.name.text)) {
      (tables) throws(BackendFailure) in try tables.create(tenant)
    }
  }

  func create(_ user: UserWrite) async throws(BackendFailure) -> String {
    try await perform(BackendCall(.create, .user, user.user.name.text)) {
      (tables) throws(BackendFailure) in try tables.create(user)
    }
  }

  func create(_ service: Service) async throws(BackendFailure) -> String {
    try await perform(BackendCall(.create, .service, service.key.description)) { tables in
      tables.create(service)
    }
  }

  /// Keystone makes a new region by itself, and others can come in before the endpoint is made.
  func create(_ endpoint: EndpointWrite) async throws(BackendFailure) -> String {
    let service = await keystone.tables.services[endpoint.serviceID]?.key.description
    let subject = "\(service ?? endpoint.serviceID) in \(endpoint.region?.text ?? "no region")"
    return try await perform(
      BackendCall(.create, .endpoint, subject),
      first: { (tables) throws(BackendFailure) in try tables.beginEndpoint(endpoint) },
      { (tables) throws(BackendFailure) in try tables.endEndpoint(endpoint) }
    )
  }

  func update(_ tenant: Tenant, id: String) async throws(BackendFailure) {
    try await perform(BackendCall(.update, .tenant, tenant.name.text)) {
      (tables) throws(BackendFailure) in try tables.update(tenant, id: id)
    }
  }

  func update(_ user: UserWrite, id: String) async throws(BackendFailure) {
    try await perform(BackendCall(.update, .user, user.user.name.text)) {
      (tables) throws(BackendFailure) in try tables.update(user, id: id)
    }
  }

  nonisolated var catalogUpdater: (any CatalogUpdater)? {
    capabilities.updatesServices ? self : nil
  }

  func grant(_ ids: AssignmentIDs) async throws(BackendFailure) {
    try await perform(BackendCall(.grant, .assignment, await describe(ids))) {
      (tables) throws(BackendFailure) in try tables.grant(ids)
    }
  }

  func revoke(_ ids: AssignmentIDs) async throws(BackendFailure) {
    try await perform(BackendCall(.revoke, .assignment, await describe(ids))) {
      (tables) throws(BackendFailure) in try tables.revoke(ids)
    }
  }

  func deleteRole(id: String) async throws(BackendFailure) {
    try await perform(BackendCall(.delete, .role, id)) { (tables) throws(BackendFailure) in
      try tables.deleteRole(id: id)
    }
  }

  func deleteTenant(id: String) async throws(BackendFailure) {
    try await perform(BackendCall(.delete, .tenant, id)) { (tables) throws(BackendFailure) in
      try tables.deleteTenant(id: id)
    }
  }

  func deleteUser(id: String) async throws(BackendFailure) {
    try await perform(BackendCall(.delete, .user, id)) { (tables) throws(BackendFailure) in
      try tables.deleteUser(id: id)
    }
  }

  func deleteService(id: String) async throws(BackendFailure) {
    try await perform(BackendCall(.delete, .service, id)) { (tables) throws(BackendFailure) in
      try tables.deleteService(id: id)
    }
  }

  func deleteEndpoint(id: String) async throws(BackendFailure) {
    try await perform(BackendCall(.delete, .endpoint, id)) { (tables) throws(BackendFailure) in
      try tables.deleteEndpoint(id: id)
    }
  }

  private func describe(_ ids: AssignmentIDs) async -> String {
    let tables = await keystone.tables
    let user = tables.users[ids.userID]?.user.name.text ?? ids.userID
    let tenant = tables.tenants[ids.tenantID]?.name.text ?? ids.tenantID
    let role = tables.roles[ids.roleID]?.name.text ?? ids.roleID
    return "\(user) has \(role) in \(tenant)"
  }
}

extension InMemoryBackend: CatalogUpdater {
  func updateService(id: String, _ settings: [FieldSetting]) async throws(BackendFailure) {
    try await perform(BackendCall(.update, .service, id)) { (tables) throws(BackendFailure) in
      try tables.updateService(id: id, settings)
    }
  }

  func updateEndpoint(id: String, _ settings: [FieldSetting]) async throws(BackendFailure) {
    try await perform(BackendCall(.update, .endpoint, id)) { (tables) throws(BackendFailure) in
      try tables.updateEndpoint(id: id, settings)
    }
  }
}
