package import IdentityModel
import Reconciliation

/// Makes plans from what is live, and makes what is live agree with the seed.
package struct Converger: Sendable {
  private let backend: any IdentityBackend
  private let options: ConvergenceOptions
  let retrier: Retrier

  /// Makes a converger; nothing is sent before it is asked for something.
  ///
  /// - Parameters:
  ///   - backend: What to read and to write.
  ///   - options: How.
  ///   - retrier: What is done about bad weather.
  package init(
    backend: any IdentityBackend,
    options: ConvergenceOptions,
    retrier: Retrier = .once
  ) {
    self.backend = RetryingBackend(backend, retrier: retrier)
    self.options = options
    self.retrier = retrier
  }

  /// Reads everything and says what apply would do; sends no write.
  ///
  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - extent: What to look at, of what the options ask for.
  ///   - countsDuplicates: Whether duplicates count as deletions; not after a round, when a run that
  ///     races may have made them.
  /// - Returns: The plan, with what it was made from.
  /// - Throws: `KeystoneError` when a read fails, ``PlanError`` when the plan is refused.
  package func plan(
    _ desired: DesiredState,
    _ extent: ReadBack = .everything,
    countsDuplicates: Bool = true
  ) async throws -> PlannedState {
    var options = options
    options.plan.countsDuplicates = countsDuplicates
    if case .kinds(let kinds) = extent { options.plan.kinds.formIntersection(kinds) }
    let reading = try await LiveStateReader(backend: backend, options: options).read(for: desired)
    var live = reading.live
    var difference = Differ.difference(
      desired: desired,
      live: live,
      passwords: reading.passwords,
      kinds: options.plan.kinds
    )
    if touchesCatalogRows(difference) {
      let foreign = try await backend.unmanageableEndpoints()
      if !foreign.isEmpty {
        for index in live.endpoints.indices where foreign.contains(live.endpoints[index].id) {
          live.endpoints[index].isManageable = false
        }
        difference = Differ.difference(
          desired: desired,
          live: live,
          passwords: reading.passwords,
          kinds: options.plan.kinds
        )
      }
    }
    let caller = mayTouchCaller(difference) ? try await backend.caller() : nil
    let planner = Planner(
      capabilities: backend.capabilities,
      options: options.plan,
      caller: caller,
      unsayable: options.unsayable
    )
    let plan = try planner.plan(difference, desired: desired, live: live)
    return PlannedState(plan: plan, live: live, caller: caller)
  }

  /// Whether rows of the catalog may be deleted or changed, so that it matters which of them the
  /// backend can delete; a plan that only adds costs no request for it.
  private func touchesCatalogRows(_ difference: Difference) -> Bool {
    let candidates = difference.changes + (options.plan.prunes ? difference.unmanaged : [])
    return candidates.contains {
      $0.action != .create && ($0.key.kind == .service || $0.key.kind == .endpoint)
    }
  }

  /// Whether it matters who the caller is; with a bare token it takes a request to find out.
  private func mayTouchCaller(_ difference: Difference) -> Bool {
    (options.plan.prunes && !difference.unmanaged.isEmpty)
      || difference.changes.contains { change in
        change.action == .delete
          || (change.action == .update
            && change.fields.contains { $0.field == .password || $0.to == .flag(false) })
      }
  }

  /// Carries a plan out, reads again, and carries out what is left, a few rounds at most.
  ///
  /// What is read again is what can differ after that round; see ``ReadBack``.
  ///
  /// A round in which something failed is read back as well: the failure may be a race that is over,
  /// or a lost answer to what was done. It is the end if the same change is planned again.
  ///
  /// - Parameters:
  ///   - planned: The first round's plan, as it was shown.
  ///   - desired: What the seed says.
  ///   - monitor: Who watches and may stop the run.
  /// - Returns: What was done in each round, and how it ended.
  package func apply(
    _ planned: PlannedState,
    desired: DesiredState,
    monitor: ApplyMonitor
  ) async -> ApplyResult {
    let agreed = Set(planned.plan.changes)
    var planned = planned
    var outcomes: [StepOutcome] = []
    for round in 1... {
      if planned.plan.isEmpty { break }
      let done = await execute(planned, desired: desired, monitor: monitor)
      outcomes += done
      if isStopped(monitor) { return ApplyResult(outcomes: outcomes, ending: .stopped) }
      let extent = ReadBack(
        after: done,
        of: planned.plan,
        absent: desired.absent.assignments
      )
      if extent == .kinds([]) { return ApplyResult(outcomes: outcomes, ending: .converged) }
      let failures = RoundFailures(done)
      do {
        planned = try await settledPlan(desired, extent, doubts: PlanDoubts(after: outcomes))
      } catch {
        let ending: ApplyResult.Ending =
          failures.isEmpty ? .notReadBack(error) : .failedAndNotRead(error)
        return ApplyResult(outcomes: outcomes, ending: isStopped(monitor) ? .stopped : ending)
      }
      if planned.plan.isEmpty { break }
      if isStopped(monitor) { return ApplyResult(outcomes: outcomes, ending: .stopped) }
      let goesOn =
        round < options.maximumRounds && monitor.allows(planned.plan, agreed: agreed)
        && !failures.recur(in: planned.plan)
      guard goesOn else {
        let ending = failures.isEmpty ? ApplyResult.Ending.stillDiffers(planned.plan) : .failed
        return ApplyResult(outcomes: outcomes, ending: ending)
      }
    }
    return ApplyResult(
      outcomes: outcomes,
      ending: planned.plan.leavesDrift ? .driftLeft(planned.plan) : .converged
    )
  }

  private func execute(
    _ planned: PlannedState,
    desired: DesiredState,
    monitor: ApplyMonitor
  ) async -> [StepOutcome] {
    let executor = PlanExecutor(
      backend: backend,
      parallelism: options.parallelism,
      retrier: retrier,
      isStopped: monitor.isStopped,
      progress: monitor.progress
    )
    return await executor.execute(
      planned.plan,
      live: planned.live,
      passwords: desired.passwords,
      caller: planned.caller
    )
  }

  private func isStopped(_ monitor: ApplyMonitor) -> Bool {
    monitor.isStopped() || Task.isCancelled
  }
}
