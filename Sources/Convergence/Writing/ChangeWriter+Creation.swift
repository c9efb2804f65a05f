import IdentityModel
import Reconciliation

extension ChangeWriter {
  /// One more try finds what somebody else was making, unless there are many at it.
  private static let mostTriesInRace = 3

  /// Makes one object, or adopts the one that is there after all.
  func create<Draft: ResourceDraft>(
    _ draft: Draft,
    replaces: Bool
  ) async throws(StepFailure) -> StepResult {
    let result = try await create(draft)
    guard replaces, let endpoint = draft as? EndpointWrite else { return result }
    return try await readBack(endpoint, result)
  }

  /// Sends a create, and after a failure looks before it sends it again.
  ///
  /// Of a unique name there can be only one, so that another create is safe: at worst it is answered
  /// 409. Of services and endpoints there can be two, so one whose answer was lost is looked for
  /// until it can be taken not to appear any more.
  ///
  /// - Parameter draft: What to make.
  /// - Returns: The object that is there now.
  /// - Throws: ``StepFailure`` when it is refused, or time is up.
  private func create<Draft: ResourceDraft>(
    _ draft: Draft
  ) async throws(StepFailure) -> StepResult {
    let store = Draft.store(of: backend)
    let lookup = lookup[Draft.self]
    let isUnique = Draft.isKeyUnique
    var waiting = Retrier.Waiting(retrier, .write, isInContact: true)
    while true {
      let failure: BackendFailure
      do throws(BackendFailure) {
        let id = try await waiting.inTime { () async throws(BackendFailure) in
          try await winning { () async throws(BackendFailure) in try await store.create(draft) }
        }
        return StepResult(id: id)
      } catch {
        failure = error
      }
      if failure.isOutcomeUnknown || (failure.isConflict && isUnique) {
        // Whether it is there would take another request.
        guard !retrier.isRunStopped else { throw .outcomeUnknown(failure) }
        if let found = try await look(for: draft, lookup, after: failure) {
          return StepResult(id: found, isAdopted: true)
        }
      }
      // Where no name is unique, the conflict is about something that somebody else is making.
      let goesOn =
        if failure.isConflict { isUnique ? false : await waiting.pause() } else {
          await waiting.pause(after: failure)
        }
      guard goesOn else {
        // Keystone has said no itself, and what was looked for since is not there.
        if failure.isServiceFailure, !retrier.isRunStopped { throw .request(failure) }
        guard failure.isConflict, !retrier.isRunStopped else {
          throw StepFailure(waiting.last(failure))
        }
        // The name stays taken whether its holder can be told or not.
        let holder = try? await lookup.holder(ofNameOf: draft)
        throw .nameTaken(failure, by: holder)
      }
    }
  }

  /// Looks for what a create may have made, again and again where it may still appear.
  private func look<Draft: ResourceDraft>(
    for draft: Draft,
    _ lookup: RowLookup<Draft>,
    after failure: BackendFailure
  ) async throws(StepFailure) -> String? {
    let policy = retrier.policy
    // A name that is taken is there, though another node may not list it yet; and so is, if at all,
    // what was made before Keystone itself answered 500.
    let limit =
      switch (Draft.isKeyUnique, failure.isConflict) {
      case (true, true): policy.replicationTime
      case (true, false): Duration.zero
      case (false, _): failure.isServiceFailure ? policy.replicationTime : policy.settlingTime
      }
    var waiting = Retrier.Waiting(retrier, limit: limit)
    repeat {
      do throws(BackendFailure) {
        if let found = try await lookup.id(of: draft) { return found }
      } catch {
        let isUnknown = retrier.isRunStopped || !failure.isConflict
        throw isUnknown ? .outcomeUnknown(failure) : .request(error)
      }
    } while await waiting.pause()
    return nil
  }

  /// Sends a create, and at once again where it has lost a race for something that it needs.
  private func winning(
    _ request: () async throws(BackendFailure) -> String
  ) async throws(BackendFailure) -> String {
    for _ in 1..<Self.mostTriesInRace {
      do throws(BackendFailure) {
        return try await request()
      } catch {
        guard error.isRace, !retrier.isRunStopped else { throw error }
      }
    }
    return try await request()
  }

  /// Makes sure that the catalog holds the new row, and holds it once.
  ///
  /// Two runs that move the same endpoint at the same time both make it. The copy that stays is the
  /// same whoever looks, and this is the only time to look: a later plan has no say about an
  /// endpoint that the seed does not declare. After a stop nobody looks: the old row stays then.
  private func readBack(
    _ endpoint: EndpointWrite,
    _ result: StepResult
  ) async throws(StepFailure) -> StepResult {
    guard let id = result.id, !retrier.isRunStopped else { return result }
    let rows = try await rows(like: endpoint, with: id)
    let copies = lookup[EndpointWrite.self].copies(of: endpoint, in: rows)
    let survivor = Survivor.id(among: copies) ?? id
    for copy in copies.sorted() where copy != survivor {
      _ = try await carryOut(.delete(.endpoint, id: copy))
    }
    return StepResult(id: survivor, isAdopted: result.isAdopted)
  }

  /// The endpoints that are there already, once that one is among them; another node may not have it
  /// yet.
  private func rows(
    like endpoint: EndpointWrite,
    with id: String
  ) async throws(StepFailure) -> [LiveEndpoint] {
    var waiting = Retrier.Waiting(retrier, limit: retrier.policy.replicationTime)
    repeat {
      do throws(BackendFailure) {
        let rows = try await lookup[EndpointWrite.self].rows(like: endpoint)
        if rows.contains(where: { $0.id == id }) { return rows }
      } catch {
        throw .request(error)
      }
    } while await waiting.pause()
    throw .notReadBack
  }
}
