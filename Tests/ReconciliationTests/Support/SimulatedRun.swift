import IdentityModel
import Reconciliation
import TestSupport
import Texts

/// A run of a plan against the simulated Keystone, in any order that the schedule allows.
struct SimulatedRun {
  let plan: Plan
  let schedule: Schedule

  private let secrets: [QualifiedName: Secret]
  private var madeServices: [ServiceKey: String] = [:]
  private var done: Set<Int> = []

  init(
    _ plan: Plan,
    on live: LiveState,
    secrets: [QualifiedName: Secret],
    caller: Caller? = nil,
    capabilities: BackendCapabilities = .v2
  ) {
    self.plan = plan
    self.secrets = secrets
    schedule = Schedule(plan, live: live, caller: caller, capabilities: capabilities)
  }

  /// What the plan means to take away: the keys of which no row is to stay.
  var takenAway: Set<ResourceKey> {
    Set(
      plan.changes.filter {
        $0.action == .delete && ($0.reason == .unmanaged || $0.reason == .declaredAbsent)
      }.map(\.key)
    )
  }

  /// One of the orders in which the operations may end.
  func order(using generator: inout SeededGenerator) -> [Int] {
    let operations = schedule.operations
    var missing = operations.map { Set($0.after + $0.afterSettled).count }
    var dependents = [[Int]](repeating: [], count: operations.count)
    for (index, operation) in operations.enumerated() {
      for earlier in Set(operation.after + operation.afterSettled) {
        dependents[earlier].append(index)
      }
    }
    var ready = operations.indices.filter { missing[$0] == 0 }
    var order: [Int] = []
    while !ready.isEmpty {
      let index = ready.remove(at: Int.random(in: ready.indices, using: &generator))
      order.append(index)
      for dependent in dependents[index] {
        missing[dependent] -= 1
        if missing[dependent] == 0 { ready.append(dependent) }
      }
    }
    return order
  }

  /// Carries one operation out, unless something that it needs has not succeeded.
  ///
  /// - Returns: The change that it belongs to; nil where it was not tried.
  @discardableResult
  mutating func perform(_ index: Int, on keystone: inout SimulatedKeystone) -> Change? {
    let operation = schedule.operations[index]
    guard operation.after.allSatisfy(done.contains) else { return nil }
    let change = plan.changes[operation.change]
    let worked = keystone.carryOut(
      change,
      operation.part,
      secrets: secrets,
      madeServices: &madeServices
    )
    if worked { done.insert(index) }
    return change
  }
}
