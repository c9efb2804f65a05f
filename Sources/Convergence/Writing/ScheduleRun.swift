import Reconciliation

/// How far a schedule has got: which operation may start, and what became of each.
struct ScheduleRun {
  private enum State {
    case waiting
    case underWay
    case done
    case failed
    case notTried
  }

  private let operations: [Operation]
  private var states: [State]
  /// Why operations failed, apart from their states: few fail of the many that there may be.
  private var failures: [Int: StepFailure] = [:]
  private var missing: [Int]
  private var dependents: [[Int]]
  private var ready: ReadyOperations
  private var adopted: Set<Int> = []
  /// How long what is longer than a moment took, by operation.
  private var durations: [Int: Duration] = [:]
  /// How many operations have ended, well or not.
  private(set) var endedCount = 0

  /// Makes one that has not begun.
  ///
  /// - Parameters:
  ///   - operations: What is to be done.
  ///   - urgencies: Which to prefer of those that may start, as ``Urgency`` says; left out, those
  ///     that come first.
  init(_ operations: [Operation], urgencies: [Int]? = nil) {
    self.operations = operations
    states = Array(repeating: .waiting, count: operations.count)
    let missing = operations.map { $0.after.count + $0.afterSettled.count }
    self.missing = missing
    var dependents = [[Int]](repeating: [], count: operations.count)
    for (index, operation) in operations.enumerated() {
      for earlier in operation.after + operation.afterSettled {
        dependents[earlier].append(index)
      }
    }
    self.dependents = dependents
    ready = ReadyOperations(urgencies ?? operations.map { _ in 0 })
    for index in operations.indices where missing[index] == 0 { ready.append(index) }
  }

  /// The next operation that may start, or nil where there is none at the moment.
  ///
  /// Once stopped, whatever could start is settled as not tried, and so is all that waits for it.
  mutating func nextReady(isStopped: Bool) -> Int? {
    while let index = ready.popFirst() {
      guard isStopped else {
        states[index] = .underWay
        return index
      }
      settle(index, .notTried)
    }
    return nil
  }

  /// Notes that an operation went well.
  ///
  /// - Parameters:
  ///   - index: Which.
  ///   - isAdopted: Whether what it was to make was there.
  mutating func succeed(_ index: Int, isAdopted: Bool = false) {
    if isAdopted { adopted.insert(operations[index].change) }
    settle(index, .done)
  }

  mutating func fail(_ index: Int, _ failure: StepFailure) {
    failures[index] = failure
    settle(index, .failed)
  }

  /// Notes how long an operation took.
  mutating func took(_ index: Int, _ duration: Duration) {
    guard duration >= Self.moment else { return }
    durations[index] = duration
  }

  /// Shorter than this nobody asks about, and of a large plan nearly all is.
  private static let moment = Duration.milliseconds(500)

  /// One outcome for each change of the plan, once nothing is under way any more.
  ///
  /// What was kept to know what may start is let go first: the outcomes of a large plan are what takes
  /// a run's memory to its peak.
  mutating func end(of plan: Plan) -> [StepOutcome] {
    (dependents, missing, ready) = ([], [], ReadyOperations([]))
    return outcomes(of: plan)
  }

  /// What has become of each change so far.
  func outcomes(of plan: Plan) -> [StepOutcome] {
    var results = [StepOutcome.Result](repeating: .notTried, count: plan.changes.count)
    for index in operations.indices {
      let change = operations[index].change
      results[change] = result(after: index, following: results[change])
    }
    let spans = durations.reduce(into: [Int: Duration]()) { spans, entry in
      spans[operations[entry.key].change, default: .zero] += entry.value
    }
    return plan.changes.indices.map { index in
      StepOutcome(
        plan.changes,
        at: index,
        results[index],
        isAdopted: adopted.contains(index),
        duration: spans[index] ?? .zero
      )
    }
  }

  /// How far a change has got with one more of its operations.
  private func result(
    after index: Int,
    following earlier: StepOutcome.Result
  ) -> StepOutcome.Result {
    let isMade: Bool
    switch earlier {
    case .notTried: isMade = false
    case .notRetired: isMade = true
    case .done, .failed, .halfDone: return earlier
    }
    switch (states[index], operations[index].part) {
    case (.done, .make): return .notRetired
    case (.done, .whole), (.done, .retire): return .done
    case (.failed, let part):
      guard let failure = failures[index] else { return earlier }
      return part == .retire && isMade ? .halfDone(failure) : .failed(failure)
    case (.waiting, _), (.underWay, _), (.notTried, _): return earlier
    }
  }

  private func hasWhatItNeeds(_ index: Int) -> Bool {
    operations[index].after.allSatisfy { states[$0] == .done }
  }

  private mutating func settle(_ index: Int, _ state: State) {
    states[index] = state
    endedCount += 1
    for dependent in dependents[index] {
      missing[dependent] -= 1
      guard missing[dependent] == 0 else { continue }
      if hasWhatItNeeds(dependent) { ready.append(dependent) } else { settle(dependent, .notTried) }
    }
  }
}
