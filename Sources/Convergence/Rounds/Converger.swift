package import IdentityModel
import Reconciliation

/// Makes plans from what is live, and makes what is live agree with the seed.
package struct Converger: Sendable {
  let backend: any IdentityBackend
  private let options: ConvergenceOptions
  let retrier: Retrier
  /// The same backend for what a run can do without: it is tried for some seconds at most, and no failure
  /// of it keeps anything else from being sent.
  let leisurely: any IdentityBackend
  /// One for all that this converger reads: a run has one converger.
  let passwordChecks = PasswordChecks()

  /// Makes a converger; nothing is sent before it is asked for something.
  ///
  /// - Parameters:
  ///   - backend: What to read and to write.
  ///   - options: How.
  ///   - retrier: What is done about failures that may pass.
  package init(
    backend: any IdentityBackend,
    options: ConvergenceOptions,
    retrier: Retrier = .once
  ) {
    self.backend = RetryingBackend(backend, retrier: retrier)
    self.options = options.limited(to: backend.capabilities)
    self.retrier = retrier
    leisurely = RetryingBackend(
      backend,
      retrier: retrier.apart(ceiling: retrier.policy.replicationTime)
    )
  }

  /// Reads everything and says what apply would do; sends no write.
  ///
  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - extent: What to look at, of what the options ask for.
  ///   - countsDuplicates: Whether duplicates count as deletions; not after a round, when a run that
  ///     races may have made them.
  /// - Returns: The plan, with what it was made from.
  /// - Throws: `BackendFailure` when a read fails, ``PlanError`` when the plan is refused.
  package func plan(
    _ desired: DesiredState,
    _ extent: ReadBack = .everything,
    countsDuplicates: Bool = true
  ) async throws -> PlannedState {
    try await plan(
      desired,
      extent,
      countsDuplicates: countsDuplicates,
      inVain: VainDeletions()
    )
  }

  /// The same, knowing what could not be taken away before.
  func plan(
    _ desired: DesiredState,
    _ extent: ReadBack,
    countsDuplicates: Bool,
    inVain: VainDeletions
  ) async throws -> PlannedState {
    var options = options
    options.plan.countsDuplicates = countsDuplicates
    if case .kinds(let kinds) = extent { options.plan.kinds.formIntersection(kinds) }
    let reader = LiveStateReader(
      backend: backend,
      options: options,
      checks: passwordChecks,
      readsInterfaces: backend.capabilities.groupsEndpoints && extent == .everything
    )
    let reading = try await reader.read(for: desired)
    let desired = try desired.leavingOut(reading.live.unread).namingServices(of: reading.live)
    let kinds = options.plan.kinds
    let scope = options.plan.scope
    let capabilities = backend.capabilities
    func compare(_ live: LiveState) -> Difference {
      let passwords = reading.passwords
      return Differ.difference(
        desired: desired,
        live: live,
        passwords: passwords,
        kinds: kinds,
        scope: scope,
        memberRole: capabilities.defaultTenantRole?.name,
        groupsEndpoints: capabilities.groupsEndpoints
      )
    }
    var live = reading.live
    var interfaces: InterfaceReader.Reading?
    if let all = reading.interfaces {
      interfaces = await readInterfaces(desired, into: &live, all: all)
    }
    inVain.mark(&live)
    var difference = compare(live)
    let indirect = IndirectAssignments(backend: backend, live: live, grants: reading.grants)
    live.indirectAssignments.formUnion(await indirect.among(difference.revocable))
    var notes: [PlanNote] = []
    if capabilities.groupsEndpoints, touchesCatalogRows(difference) {
      // A service takes along what no list of endpoints shows, in whatever round it goes.
      if interfaces == nil {
        interfaces = await readInterfaces(desired, into: &live)
      }
      try await live.markUnmanageable(interfaces, on: backend)
      if live.isOriginUnknown { notes.append(.originUnknown) }
    }
    if live != reading.live { difference = compare(live) }
    difference.notes += notes + unlockingNotes(desired, live)
    difference.notes += live.gaps.map { .listGap($0) }
    let caller = mayTouchCaller(difference) ? try await caller(in: live) : nil
    if let caller { difference.guardPassword(of: caller.user, reading.passwords) }
    let planner = Planner(
      capabilities: capabilities,
      options: options.plan,
      caller: caller,
      unsayable: options.unsayable
    )
    let planned = PlannedState(
      plan: try planner.plan(difference, desired: desired, live: live),
      live: live,
      caller: caller,
      passwords: reading.passwords,
      implications: reading.implications
    )
    return try await guardingAccess(of: planned)
  }

  /// Who asks, by the names that the live state has.
  private func caller(in live: LiveState) async throws(BackendFailure) -> Caller? {
    try await backend.caller()?.named(as: live.twins, renamed: live.renamed)
  }

  private func readInterfaces(
    _ desired: DesiredState,
    into live: inout LiveState,
    all: InterfaceReader.Answer? = nil
  ) async -> InterfaceReader.Reading {
    let reader = InterfaceReader(backend: backend, parallelism: parallelism)
    let regions = Set(desired.endpoints.map(\.region))
    let reading = await reader.read(live, regions: regions, all: all)
    live.take(reading)
    return reading
  }

  /// Whose accounts stay as they are although accounts are unlocked: nobody logs in to see whether
  /// they are locked.
  private func unlockingNotes(_ desired: DesiredState, _ live: LiveState) -> [PlanNote] {
    guard options.unlocks, options.plan.kinds.contains(.user) else { return [] }
    let users = live.users.map(\.value).filter {
      desired.usersWithFirstPassword.contains($0.name) && $0.enabled != false
        && options.plan.scope.contains(.user($0.name))
    }
    return users.isEmpty ? [] : [.firstPasswordsKept(users.map(\.name).sorted())]
  }

  /// Whether rows of the catalog may be deleted or changed, so that it matters which of them the
  /// backend can delete; a plan that only adds costs no request for it.
  private func touchesCatalogRows(_ difference: Difference) -> Bool {
    let candidates = difference.changes + (options.plan.prunes ? difference.unmanaged : [])
    return candidates.contains {
      $0.action != .create && ($0.kind == .service || $0.kind == .endpoint)
    }
  }

  /// Whether it matters who the caller is; with a bare token it takes a request to find out.
  private func mayTouchCaller(_ difference: Difference) -> Bool {
    (options.plan.prunes && !difference.unmanaged.isEmpty)
      || difference.changes.contains(where: \.mayTouchCaller)
  }

  /// Carries a plan out, reads again, and carries out what is left, a few rounds at most.
  ///
  /// What is read again is what can differ after that round, see ``ReadBack``; what ends the run says
  /// ``RoundVerdict``.
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
    let agreement = RoundVerdict.Agreement(
      planned.plan,
      monitor,
      maximumRounds: options.maximumRounds
    )
    var planned = planned
    var outcomes: [StepOutcome] = []
    var round = 0
    while !planned.plan.isEmpty {
      round += 1
      let done = await execute(planned, desired: desired, monitor: monitor, earlier: outcomes)
      // Most often there is one round, whose outcomes need no copy.
      if outcomes.isEmpty { outcomes = done } else { outcomes += done }
      if isStopped(monitor) { return ApplyResult(outcomes: outcomes, ending: .stopped) }
      let extent = ReadBack(
        after: done,
        of: planned.plan,
        absent: desired.absent.assignments,
        capabilities: backend.capabilities
      )
      if extent == .kinds([]) { return ApplyResult(outcomes: outcomes, ending: .converged) }
      let verdict = RoundVerdict(done, ofRound: round, agreement)
      do {
        planned = try await settledPlan(
          desired,
          extent,
          doubts: PlanDoubts(after: outcomes),
          inVain: VainDeletions(outcomes)
        )
      } catch {
        let ending =
          isStopped(monitor)
          ? .stopped : verdict.ending(unreadBecauseOf: error, hasGivenUp: hasGivenUp(done))
        return ApplyResult(outcomes: outcomes, ending: ending)
      }
      if isStopped(monitor), !planned.plan.isEmpty {
        return ApplyResult(outcomes: outcomes, ending: .stopped)
      }
      if let ending = verdict.ending(withLeft: planned.plan, hasGivenUp: hasGivenUp(done)) {
        return ApplyResult(outcomes: outcomes.settled(by: planned.plan), ending: ending)
      }
    }
    return ApplyResult(
      outcomes: outcomes,
      ending: RoundVerdict.ending(withNothingLeftBut: planned.plan)
    )
  }

  private func execute(
    _ planned: PlannedState,
    desired: DesiredState,
    monitor: ApplyMonitor,
    earlier: [StepOutcome]
  ) async -> [StepOutcome] {
    let executor = PlanExecutor(
      backend: backend,
      parallelism: options.parallelism,
      retrier: retrier,
      isStopped: monitor.isStopped,
      progress: monitor.progress
    )
    func carryOut(_ plan: Plan) async -> [StepOutcome] {
      await executor.execute(
        plan,
        live: planned.live,
        passwords: desired.passwords,
        caller: planned.caller
      )
    }
    var tree = TenantTree(await carryOut(planned.plan))
    while !isStopped(monitor), !retrier.hasGivenUpWriting, let rest = tree.rest {
      tree.take(await carryOut(rest))
    }
    guard !isStopped(monitor) else { return tree.outcomes }
    let done = await confirmed(tree.outcomes, desired)
    return await confirmedDeletions(done, of: planned.live, earlier: earlier)
  }

  /// Whether something was left out because nothing went well any more.
  private func hasGivenUp(_ outcomes: [StepOutcome]) -> Bool {
    retrier.hasGivenUpWriting && outcomes.contains(where: \.isUntried)
  }

  var parallelism: Int { options.parallelism }

  private func isStopped(_ monitor: ApplyMonitor) -> Bool {
    monitor.isStopped() || Task.isCancelled
  }
}
