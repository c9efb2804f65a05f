import IdentityModel
import Reconciliation
import Texts

/// Carries out one operation, with every ID that it needs already looked up.
///
/// A refused or lost answer is not taken at its word: a 409 means that somebody else was faster,
/// and after a lost answer the object is looked up by its key before anything is decided.
struct ChangeWriter: Sendable {
  let backend: any IdentityBackend
  let lookup: LiveLookup
  let retrier: Retrier

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - backend: Where to write.
  ///   - live: What was there before, so that a row made since can be told from an old one.
  ///   - retrier: When a create whose answer was lost is sent again.
  init(backend: any IdentityBackend, live: LiveState, retrier: Retrier = .once) {
    self.backend = backend
    self.retrier = retrier
    lookup = LiveLookup(backend: backend, live: live)
  }

  /// Does what the step says.
  ///
  /// - Parameter step: What to do.
  /// - Returns: The row that is there now, where one was to be made.
  /// - Throws: ``StepFailure`` where it is not done, or not known to be.
  func carryOut(_ step: ResolvedStep) async throws(StepFailure) -> StepResult {
    switch step {
    case .create(let creation):
      return try await create(creation)
    case .updateTenant(let tenant, let id):
      return try await sending { () async throws(BackendFailure) in
        try await backend.update(tenant, id: id)
      }
    case .updateUser(let user, let id, let isCaller):
      let password = isCaller ? user.password : nil
      return try await sending { () async throws(BackendFailure) in
        guard let password else { return try await backend.update(user, id: id) }
        try await updateCaller(user, id: id, password: password)
      }
    case .updateService(let id, let settings):
      return try await updating { (updater) async throws(BackendFailure) in
        try await updater.updateService(id: id, settings)
      }
    case .updateEndpoint(let id, let settings):
      return try await updating { (updater) async throws(BackendFailure) in
        try await updater.updateEndpoint(id: id, settings)
      }
    case .grant(let ids):
      return try await sending(unless: \.isConflict) { () async throws(BackendFailure) in
        try await backend.grant(ids)
      }
    case .grantNamed(let role, let userID, let tenantID):
      return try await grant(role, toUser: userID, inTenant: tenantID)
    case .revoke(let ids):
      return try await sending(unless: \.isNotFound) { () async throws(BackendFailure) in
        try await backend.revoke(ids)
      }
    case .delete(let kind, let id):
      return try await sending(unless: \.isNotFound) { () async throws(BackendFailure) in
        try await delete(kind, id: id)
      }
    }
  }

  /// Changes a row of the catalog in place, which is planned only where the backend can.
  private func updating(
    _ change: (any CatalogUpdater) async throws(BackendFailure) -> Void
  ) async throws(StepFailure) -> StepResult {
    guard let updater = backend.catalogUpdater else { throw .missingID }
    return try await sending { () async throws(BackendFailure) in try await change(updater) }
  }

  /// Grants a role by the ID that it has by now.
  private func grant(
    _ role: Name,
    toUser userID: String,
    inTenant tenantID: String
  ) async throws(StepFailure) -> StepResult {
    let roleID: String?
    do throws(BackendFailure) {
      roleID = try await lookup.idOfRole(named: role)
    } catch {
      throw .request(error)
    }
    guard let roleID else { throw .missingID }
    let ids = AssignmentIDs(userID: userID, tenantID: tenantID, roleID: roleID)
    return try await carryOut(.grant(ids))
  }

  /// Sends a request, and takes a refusal that says that it is done already for what it says.
  ///
  /// That has to be read back: a 404 for a tenant can be about one of its users, whom the same run
  /// deletes at the same time, and the tenant is still there.
  private func sending(
    unless isDone: (BackendFailure) -> Bool = { _ in false },
    _ request: () async throws(BackendFailure) -> Void
  ) async throws(StepFailure) -> StepResult {
    do throws(BackendFailure) {
      try await request()
      return StepResult()
    } catch {
      guard isDone(error) else { throw StepFailure(error) }
      return StepResult(isAdopted: true)
    }
  }

  /// Sets the password that the requests themselves are made with, and goes on with the new one.
  ///
  /// The change kills the token. So where its answer is lost, only a login can tell whether it has
  /// taken hold: every other request might be refused for it, this one included when it is sent
  /// again.
  private func updateCaller(
    _ user: UserWrite,
    id: String,
    password: Secret
  ) async throws(BackendFailure) {
    do throws(BackendFailure) {
      try await backend.update(user, id: id)
    } catch {
      let mayHaveTakenHold = error.isOutcomeUnknown || error.isUnauthorized
      guard mayHaveTakenHold, !retrier.isRunStopped,
        try await backend.check(password, ofUser: id) == .accepted
      else { throw error }
    }
    guard !retrier.isRunStopped else { return }
    try await backend.callerPasswordChanged(to: password)
  }

  private func delete(_ kind: ResourceKind, id: String) async throws(BackendFailure) {
    switch kind {
    case .role: try await backend.deleteRole(id: id)
    case .tenant: try await backend.deleteTenant(id: id)
    case .user: try await backend.deleteUser(id: id)
    case .service: try await backend.deleteService(id: id)
    case .endpoint: try await backend.deleteEndpoint(id: id)
    case .assignment: preconditionFailure("an assignment has no ID; it is revoked")
    }
  }
}
