package import IdentityModel
package import Reconciliation
package import Texts

/// Carries a plan out: each operation as soon as what it waits for has been done, a bounded number
/// at a time.
package struct PlanExecutor: Sendable {
  private let backend: any IdentityBackend
  private let parallelism: Int
  private let retrier: Retrier
  private let isStopped: @Sendable () -> Bool
  private let progress: @Sendable (_ done: Int, _ total: Int) -> Void

  /// Makes an executor.
  ///
  /// - Parameters:
  ///   - backend: Where to write.
  ///   - parallelism: How many operations are under way at a time.
  ///   - retrier: When a create whose answer was lost is sent again, and when nothing is worth sending.
  ///   - isStopped: Asked before each operation; once true, nothing new is started. A cancelled
  ///     task is stopped all the same.
  ///   - progress: Told after each operation how many of how many have ended, those included that
  ///     cannot be tried any more.
  package init(
    backend: any IdentityBackend,
    parallelism: Int,
    retrier: Retrier = .once,
    isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    self.backend = backend
    self.parallelism = max(1, parallelism)
    self.retrier = retrier
    self.isStopped = isStopped
    self.progress = progress
  }

  /// Does all that can be done of the plan; what fails stops only what needs it.
  ///
  /// - Parameters:
  ///   - plan: What to do.
  ///   - live: What was there when the plan was made.
  ///   - passwords: The passwords that the seed declares.
  ///   - caller: Who the requests are made as.
  /// - Returns: One outcome for each change, in the plan's order.
  package func execute(
    _ plan: Plan,
    live: LiveState,
    passwords: [QualifiedName: Secret],
    caller: Caller?
  ) async -> [StepOutcome] {
    let capabilities = backend.capabilities
    let schedule = Schedule(plan, live: live, caller: caller, capabilities: capabilities)
    let ownPassword = plan.changes.firstIndex { change in
      caller.map { change.key == .user($0.user) } == true && change.sets(.password)
    }
    let resolver = StepResolver(
      plan,
      passwords: passwords,
      caller: caller,
      memberRole: capabilities.defaultTenantRole?.name
    )
    let writer = ChangeWriter(backend: backend, live: live, retrier: retrier)
    var run = ScheduleRun(
      schedule.operations,
      urgencies: Urgency.of(schedule.operations, changes: plan.changes)
    )

    await withTaskGroup(of: (Int, Result<StepResult, StepFailure>, Duration).self) { group in
      var ids = LiveIDs(live)
      var underWay = 0
      func startReady() {
        while underWay < parallelism,
          let index = run.nextReady(isStopped: startsNothing)
        {
          let operation = schedule.operations[index]
          let change = plan.changes[operation.change]
          // A task keeps the step alone: one that kept the table of IDs would have all of it copied
          // as soon as the next row is made.
          let step = resolver.resolve(change, operation.part, ids: ids)
          let witnesses =
            operation.change == ownPassword
            ? PasswordWitnesses(run.outcomes(of: plan), ids: ids, passwords: passwords) : nil
          underWay += 1
          group.addTask {
            let start = retrier.now()
            do throws(StepFailure) {
              guard let step else { throw .missingID }
              if let witness = await whoHasToChange(witnesses) {
                throw .locksOutCaller(witness: witness)
              }
              // By itself: within the tuple, the optimizer of Swift 6.3 loses the index.
              let result = try await writer.carryOut(step)
              return (index, .success(result), retrier.now() - start)
            } catch {
              return (index, .failure(error), retrier.now() - start)
            }
          }
        }
      }
      startReady()
      while let (index, result, duration) = await group.next() {
        underWay -= 1
        run.took(index, duration)
        switch result {
        case .success(let result):
          let key = plan.changes[schedule.operations[index].change].key
          if let id = result.id { ids[key] = id }
          run.succeed(index, isAdopted: result.isAdopted)
        case .failure(let failure):
          run.fail(index, failure)
        }
        progress(run.endedCount, schedule.operations.count)
        startReady()
      }
    }
    return run.end(of: plan)
  }

  private var startsNothing: Bool {
    isStopped() || Task.isCancelled || retrier.hasGivenUpWriting
  }

  /// Who of them has to change the password that the run has set; nil where nobody has, or nobody
  /// got one.
  private func whoHasToChange(_ witnesses: PasswordWitnesses?) async -> QualifiedName? {
    guard let witnesses, !witnesses.isEmpty else { return nil }
    // Another Galera node may not have the passwords yet, and every refusal counts.
    await retrier.rest(retrier.policy.rereadPause)
    return await witnesses.whoHasToChange(on: backend, parallelism: parallelism)
  }
}
