import Reconciliation

/// How far a schedule has got: which operation may start, and what became of each.
struct ScheduleRun {
  private enum State {
    case waiting
    case underWay
    case done
    case failed(StepFailure)
    case notTried
  }

  private let operations: [Operation]
  private var states: [State]
  private var missing: [Int]
  private var dependents: [[Int]]
  private var ready: [Int]
  private var nextReadyIndex = 0
  /// How many operations have ended, well or not.
  private(set) var endedCount = 0

  init(_ operations: [Operation]) {
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
    ready = operations.indices.filter { missing[$0] == 0 }
  }

  /// The next operation that may start, or nil where there is none at the moment.
  ///
  /// Once stopped, whatever could start is settled as not tried, and so is all that waits for it.
  mutating func nextReady(isStopped: Bool) -> Int? {
    while nextReadyIndex < ready.count {
      let index = ready[nextReadyIndex]
      nextReadyIndex += 1
      guard isStopped else {
        states[index] = .underWay
        return index
      }
      settle(index, .notTried)
    }
    return nil
  }

  mutating func succeed(_ index: Int) { settle(index, .done) }

  mutating func fail(_ index: Int, _ failure: StepFailure) { settle(index, .failed(failure)) }

  /// One outcome for each change of the plan.
  func outcomes(of plan: Plan) -> [StepOutcome] {
    var states = [[(Operation.Part, State)]](repeating: [], count: plan.changes.count)
    for (operation, state) in zip(operations, self.states) {
      states[operation.change].append((operation.part, state))
    }
    return zip(plan.changes, states).map { StepOutcome($0, Self.result(of: $1)) }
  }

  private func hasWhatItNeeds(_ index: Int) -> Bool {
    operations[index].after.allSatisfy {
      if case .done = states[$0] { true } else { false }
    }
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

  private static func result(of parts: [(Operation.Part, State)]) -> StepOutcome.Result {
    var isMade = false
    for (part, state) in parts {
      switch (part, state) {
      case (.make, .done): isMade = true
      case (.whole, .done), (.retire, .done): return .done
      case (.retire, .failed(let failure)) where isMade: return .halfDone(failure)
      case (_, .failed(let failure)): return .failed(failure)
      case (_, .waiting), (_, .underWay), (_, .notTried): break
      }
    }
    return isMade ? .notRetired : .notTried
  }
}
