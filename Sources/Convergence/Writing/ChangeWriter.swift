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
    case .create(let draft, let replaces):
      return try await create(draft, replaces: replaces)
    case .update(let draft, let id, let fields, let opening):
      guard let opening else { return try await update(draft, id: id, fields) }
      return try await update(draft, id: id, fields, after: opening)
    case .updateCaller(let user, let password, let id, let fields):
      guard let updater = backend.users.updater else { throw .missingID }
      return try await sending { () async throws(BackendFailure) in
        try await updateCaller(id: id, password: password) { () async throws(BackendFailure) in
          try await updater.update(user, id: id, fields)
        }
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
    case .imply(let ids):
      return try await sending(unless: \.isConflict) { () async throws(BackendFailure) in
        try await backend.imply(ids)
      }
    case .stopImplying(let ids):
      return try await sending(unless: \.isNotFound) { () async throws(BackendFailure) in
        try await backend.stopImplying(ids)
      }
    case .join(let ids):
      return try await sending(unless: \.isConflict) { () async throws(BackendFailure) in
        try await backend.join(ids)
      }
    case .leave(let ids):
      return try await sending(unless: \.isNotFound) { () async throws(BackendFailure) in
        try await backend.leave(ids)
      }
    case .delete(let kind, let id):
      guard let rows = backend.rows(of: kind) else { throw .missingID }
      return try await sending(unless: \.isNotFound) { () async throws(BackendFailure) in
        try await rows.delete(id: id)
      }
    }
  }

  /// Changes an object in place, which is planned only where the backend can.
  private func update<Draft: ResourceDraft>(
    _ draft: Draft,
    id: String,
    _ fields: Set<Field>
  ) async throws(StepFailure) -> StepResult {
    guard let updater = Draft.store(of: backend).updater else { throw .missingID }
    return try await sending { () async throws(BackendFailure) in
      try await updater.update(draft, id: id, fields)
    }
  }

  /// Changes an immutable object: Keystone answers 403 to what changes anything beside the option
  /// (`keystone.common.resource_options.options.immutable.check_immutable_update`).
  private func update<Draft: ResourceDraft>(
    _ draft: Draft,
    id: String,
    _ fields: Set<Field>,
    after opening: Opening
  ) async throws(StepFailure) -> StepResult {
    _ = try await update(opening.draft, id: id, [.immutable])
    let failure: StepFailure?
    do throws(StepFailure) {
      _ = try await update(draft, id: id, fields.subtracting([.immutable]))
      failure = nil
    } catch {
      failure = error
    }
    // Also after a failure: what was protected stays so.
    if opening.closes { _ = try await update(draft, id: id, [.immutable]) }
    if let failure { throw failure }
    return StepResult()
  }

  /// Grants a role by the ID that it has by now.
  private func grant(
    _ role: QualifiedName,
    toUser userID: String,
    inTenant tenantID: String
  ) async throws(StepFailure) -> StepResult {
    let roleID: String?
    do throws(BackendFailure) {
      roleID = try await lookup[Role.self].id(of: Role(name: role))
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
    id: String,
    password: Secret,
    _ update: () async throws(BackendFailure) -> Void
  ) async throws(BackendFailure) {
    do throws(BackendFailure) {
      try await update()
    } catch {
      let mayHaveTakenHold = error.isOutcomeUnknown || error.isUnauthorized
      guard mayHaveTakenHold, !retrier.isRunStopped,
        try await backend.check(password, ofUser: id) == .accepted
      else { throw error }
    }
    guard !retrier.isRunStopped else { return }
    try await backend.callerPasswordChanged(to: password)
  }
}
