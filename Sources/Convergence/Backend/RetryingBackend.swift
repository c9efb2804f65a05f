package import IdentityModel
package import Reconciliation
package import Texts

/// A backend that tries again whatever may be done twice: reads, updates, grants, deletes.
///
/// Creates pass through: what a lost answer to one means is for ``ChangeWriter`` to find out.
package struct RetryingBackend: IdentityBackend {
  private let backend: any IdentityBackend
  private let retrier: Retrier

  package init(_ backend: any IdentityBackend, retrier: Retrier) {
    self.backend = backend
    self.retrier = retrier
  }

  package var capabilities: BackendCapabilities { backend.capabilities }

  package var catalogUpdater: (any CatalogUpdater)? {
    backend.catalogUpdater.map {
      RetryingCatalogUpdater(updater: $0, backend: backend, retrier: retrier)
    }
  }

  package func shownUnreachable(_ id: String) -> String? { backend.shownUnreachable(id) }

  package func caller() async throws(BackendFailure) -> Caller? {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.caller() }
  }

  // MARK: Reading

  package func roles() async throws(BackendFailure) -> [Live<Role>] {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.roles() }
  }

  package func tenants() async throws(BackendFailure) -> [Live<Tenant>] {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.tenants() }
  }

  package func users() async throws(BackendFailure) -> [UserRow] {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.users() }
  }

  package func services() async throws(BackendFailure) -> [Live<Service>] {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.services() }
  }

  package func endpoints() async throws(BackendFailure) -> [LiveEndpoint] {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.endpoints() }
  }

  package func roles(
    ofUser userID: String,
    inTenant tenantID: String
  ) async throws(BackendFailure) -> Set<Name> {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.roles(ofUser: userID, inTenant: tenantID)
    }
  }

  package func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String> {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.users(ofTenant: tenantID)
    }
  }

  /// Sent once: whoever has no answer asks in another way.
  package func assignments() async -> [AssignmentIDs]? { await backend.assignments() }

  /// Tried for some seconds at most: whoever has no answer says so and goes on, and what stands in
  /// front of a Keystone may know no way to its v3.
  package func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList {
    let limit = retrier.policy.replicationTime
    return try await retrier.retrying(limit: limit) { () throws(BackendFailure) in
      try await backend.endpointInterfaces(part)
    }
  }

  /// Sent once: whoever has no answer finds out by revoking.
  package func directAssignments(ofUser userID: String?) async -> [AssignmentIDs]? {
    await backend.directAssignments(ofUser: userID)
  }

  package func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>? {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.unmanageableEndpoints(among: rows)
    }
  }

  package func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> PasswordCheck {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.check(password, ofUser: userID)
    }
  }

  /// Sent once: whoever has no answer takes the refusal for what it says.
  package func disabledDomain(ofUser userID: String) async -> String? {
    await backend.disabledDomain(ofUser: userID)
  }

  // MARK: Creates, sent once

  package func create(_ role: Role) async throws(BackendFailure) -> String {
    try await backend.create(role)
  }

  package func create(_ tenant: Tenant) async throws(BackendFailure) -> String {
    try await backend.create(tenant)
  }

  package func create(_ user: UserWrite) async throws(BackendFailure) -> String {
    try await backend.create(user)
  }

  package func create(_ service: Service) async throws(BackendFailure) -> String {
    try await backend.create(service)
  }

  package func create(_ endpoint: EndpointWrite) async throws(BackendFailure) -> String {
    try await backend.create(endpoint)
  }

  // MARK: Writes that come to the same when done twice

  package func update(_ tenant: Tenant, id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.update(tenant, id: id)
    }
  }

  package func update(_ user: UserWrite, id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.update(user, id: id)
    }
  }

  package func grant(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.grant(assignment)
    }
  }

  package func revoke(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.revoke(assignment)
    }
  }

  package func deleteRole(id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.deleteRole(id: id)
    }
  }

  package func deleteTenant(id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.deleteTenant(id: id)
    }
  }

  package func deleteUser(id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.deleteUser(id: id)
    }
  }

  package func deleteService(id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.deleteService(id: id)
    }
  }

  package func deleteEndpoint(id: String) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.deleteEndpoint(id: id)
    }
  }

  package func callerPasswordChanged(to password: Secret) async throws(BackendFailure) {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.callerPasswordChanged(to: password)
    }
  }

  private func look() async throws(BackendFailure) { try await backend.look() }
}

/// The same for what changes rows of the catalog in place.
private struct RetryingCatalogUpdater: CatalogUpdater {
  let updater: any CatalogUpdater
  let backend: any IdentityBackend
  let retrier: Retrier

  func updateService(id: String, _ settings: [FieldSetting]) async throws(BackendFailure) {
    try await retrier.retrying(probe: backend.look) { () throws(BackendFailure) in
      try await updater.updateService(id: id, settings)
    }
  }

  func updateEndpoint(id: String, _ settings: [FieldSetting]) async throws(BackendFailure) {
    try await retrier.retrying(probe: backend.look) { () throws(BackendFailure) in
      try await updater.updateEndpoint(id: id, settings)
    }
  }
}

extension IdentityBackend {
  /// Reads a short list, which any Keystone gives whose database is there.
  fileprivate func look() async throws(BackendFailure) {
    _ = try await roles()
  }
}
