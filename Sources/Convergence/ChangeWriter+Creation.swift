import IdentityModel
import KeystoneClient

extension ChangeWriter {
  /// Keystone makes the region of an endpoint with its first one, and answers 409 to whoever tries
  /// at the same time; one more try finds the region, unless there are many at it.
  private static let mostTriesForRegion = 3

  /// Makes one object, or adopts the one that is there after all.
  ///
  /// A create is sent again in one case only, the region's 409, after which nothing was made: what
  /// was lost may still appear, and no service or endpoint is unique.
  func create(_ creation: ResolvedStep.Creation) async throws(StepFailure) -> String {
    switch creation {
    case .role(let role):
      return try await creating { () async throws(KeystoneError) in
        try await backend.create(role)
      } orFinding: { () async throws(KeystoneError) in
        try await lookup.idOfRole(named: role.name)
      }
    case .tenant(let tenant):
      return try await creating { () async throws(KeystoneError) in
        try await backend.create(tenant)
      } orFinding: { () async throws(KeystoneError) in
        try await lookup.idOfTenant(named: tenant.name)
      }
    case .user(let user):
      return try await creating { () async throws(KeystoneError) in
        try await backend.create(user)
      } orFinding: { () async throws(KeystoneError) in
        try await lookup.idOfUser(named: user.user.name)
      }
    case .service(let service):
      return try await creating { () async throws(KeystoneError) in
        try await backend.create(service)
      } orFinding: { () async throws(KeystoneError) in
        try await lookup.idOfNewService(service.key)
      }
    case .endpoint(let endpoint, let isReadBack):
      let id = try await creating { () async throws(KeystoneError) in
        try await createWithRegion(endpoint)
      } orFinding: { () async throws(KeystoneError) in
        try await lookup.idOfNewEndpoint(endpoint)
      }
      return isReadBack ? try await readBack(endpoint, id: id) : id
    }
  }

  private func creating(
    _ request: () async throws(KeystoneError) -> String,
    orFinding find: () async throws(KeystoneError) -> String?
  ) async throws(StepFailure) -> String {
    let refusal: KeystoneError
    do throws(KeystoneError) {
      return try await request()
    } catch {
      guard error.isConflict || error.isOutcomeUnknown else { throw .request(error) }
      refusal = error
    }
    do throws(KeystoneError) {
      if let found = try await find() { return found }
    } catch {
      throw refusal.isConflict ? .request(error) : .outcomeUnknown(refusal)
    }
    throw refusal.isConflict ? .nameTaken(refusal) : .outcomeUnknown(refusal)
  }

  private func createWithRegion(
    _ endpoint: EndpointWrite
  ) async throws(KeystoneError) -> String {
    for _ in 1..<Self.mostTriesForRegion {
      do throws(KeystoneError) {
        return try await backend.create(endpoint)
      } catch {
        guard error.isConflict else { throw error }
      }
    }
    return try await backend.create(endpoint)
  }

  /// Makes sure that the catalog holds the new row, and holds it once.
  ///
  /// Two runs that move the same endpoint at the same time both make it. The copy that stays is the
  /// same whoever looks, and this is the only time to look: a later plan has no say about an
  /// endpoint that the seed does not declare.
  private func readBack(
    _ endpoint: EndpointWrite,
    id: String
  ) async throws(StepFailure) -> String {
    let rows: [LiveEndpoint]
    do throws(KeystoneError) {
      rows = try await lookup.endpointRows()
    } catch {
      throw .request(error)
    }
    guard rows.contains(where: { $0.id == id }) else { throw .notReadBack }
    let copies = lookup.copies(of: endpoint, in: rows).sorted()
    for copy in copies.dropFirst() {
      _ = try await carryOut(.delete(.endpoint, id: copy))
    }
    return copies.min() ?? id
  }
}
