import IdentityModel
import KeystoneClient
import Reconciliation

/// Carries out one operation, with every ID that it needs already looked up.
///
/// A refused or lost answer is not taken at its word: a 409 means that somebody else was faster,
/// and after a lost answer the object is looked up by its key before anything is decided.
struct ChangeWriter: Sendable {
  private let backend: any IdentityBackend
  private let knownRows: Set<String>
  private let endpoints: CoalescedRead<[LiveEndpoint]>

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - backend: Where to write.
  ///   - live: What was there before, so that a row made since can be told from an old one.
  init(backend: any IdentityBackend, live: LiveState) {
    self.backend = backend
    knownRows = Set(live.services.map(\.id)).union(live.endpoints.map(\.id))
    endpoints = CoalescedRead { try await backend.endpoints() }
  }

  /// Does what the operation says.
  ///
  /// - Returns: The ID of the row that was made, or nil where none was.
  func carryOut(_ step: ResolvedStep) async throws(StepFailure) -> String? {
    switch step {
    case .createRole(let role):
      return try await creating(.role(role.name)) { () throws(KeystoneError) in
        try await backend.create(role)
      }
    case .createTenant(let tenant):
      return try await creating(.tenant(tenant.name)) { () throws(KeystoneError) in
        try await backend.create(tenant)
      }
    case .createUser(let user):
      return try await creating(.user(user.user.name)) { () throws(KeystoneError) in
        try await backend.create(user)
      }
    case .createService(let service):
      return try await creating(.service(service.key)) { () throws(KeystoneError) in
        try await backend.create(service)
      }
    case .createEndpoint(let endpoint, let isReplacement):
      let id = try await createEndpoint(endpoint)
      if isReplacement { try await readBack(id) }
      return id
    case .updateTenant(let tenant, let id):
      try await sending { () throws(KeystoneError) in try await backend.update(tenant, id: id) }
    case .updateUser(let user, let id, let isCaller):
      try await sending { () throws(KeystoneError) in
        try await backend.update(user, id: id)
        guard isCaller, let password = user.password else { return }
        try await backend.callerPasswordChanged(to: password)
      }
    case .grant(let ids):
      try await sending(unless: \.isConflict) { () throws(KeystoneError) in
        try await backend.grant(ids)
      }
    case .revoke(let ids):
      try await sending(unless: \.isNotFound) { () throws(KeystoneError) in
        try await backend.revoke(ids)
      }
    case .delete(let kind, let id):
      try await sending(unless: \.isNotFound) { () throws(KeystoneError) in
        try await delete(kind, id: id)
      }
    }
    return nil
  }

  private func delete(_ kind: ResourceKind, id: String) async throws(KeystoneError) {
    switch kind {
    case .role: try await backend.deleteRole(id: id)
    case .tenant: try await backend.deleteTenant(id: id)
    case .user: try await backend.deleteUser(id: id)
    case .service: try await backend.deleteService(id: id)
    case .endpoint: try await backend.deleteEndpoint(id: id)
    case .assignment: preconditionFailure("an assignment has no ID; it is revoked")
    }
  }

  // MARK: Requests whose failure may mean success

  private func sending(
    unless isDone: (KeystoneError) -> Bool = { _ in false },
    _ request: () async throws(KeystoneError) -> Void
  ) async throws(StepFailure) {
    do {
      try await request()
    } catch {
      guard !isDone(error) else { return }
      throw error.isOutcomeUnknown ? .outcomeUnknown(error) : .request(error)
    }
  }

  private func creating(
    _ key: ResourceKey,
    _ request: () async throws(KeystoneError) -> String
  ) async throws(StepFailure) -> String {
    let refusal: KeystoneError
    do {
      return try await request()
    } catch {
      guard error.isConflict || error.isOutcomeUnknown else { throw .request(error) }
      refusal = error
    }
    let found: String?
    do {
      found = try await find(key)
    } catch {
      throw .outcomeUnknown(refusal)
    }
    if let found { return found }
    throw refusal.isConflict ? .nameTaken(refusal) : .outcomeUnknown(refusal)
  }

  /// The object with that key that was not there before, the same one whoever looks.
  private func find(_ key: ResourceKey) async throws(KeystoneError) -> String? {
    switch key {
    case .role(let name):
      return try await backend.roles().filter { $0.value.name == name }.map(\.id).min()
    case .tenant(let name):
      return try await backend.tenants().filter { $0.value.name == name }.map(\.id).min()
    case .user(let name):
      return try await backend.users().filter { $0.user.name == name }.map(\.id).min()
    case .service(let key):
      return try await backend.services()
        .filter { $0.value.key == key && !knownRows.contains($0.id) }.map(\.id).min()
    case .assignment, .endpoint:
      return nil
    }
  }

  // MARK: Endpoints

  /// Creates an endpoint.
  ///
  /// The only conflict that Keystone knows here is about the region, which two first endpoints of
  /// it race for making; the endpoint was not made then, and the second try finds the region.
  private func createEndpoint(_ endpoint: EndpointWrite) async throws(StepFailure) -> String {
    var attempt = 1
    while true {
      do {
        return try await backend.create(endpoint)
      } catch {
        if error.isConflict, attempt < 3 {
          attempt += 1
          continue
        }
        guard error.isOutcomeUnknown else { throw .request(error) }
        if let id = await findNew(endpoint) { return id }
        throw .outcomeUnknown(error)
      }
    }
  }

  private func findNew(_ endpoint: EndpointWrite) async -> String? {
    let rows: [LiveEndpoint]
    do { rows = try await endpoints.value() } catch { return nil }
    return rows.filter { row in
      row.serviceID == endpoint.serviceID && row.region == endpoint.region
        && !knownRows.contains(row.id)
        && FieldChange.between(desired: endpoint.settings, live: row.fields).allSatisfy {
          $0.field == .enabled
        }
    }.map(\.id).min()
  }

  private func readBack(_ id: String) async throws(StepFailure) {
    let rows: [LiveEndpoint]
    do {
      rows = try await endpoints.value()
    } catch let error as KeystoneError {
      throw .request(error)
    } catch {
      throw .notReadBack
    }
    guard rows.contains(where: { $0.id == id }) else { throw .notReadBack }
  }
}
