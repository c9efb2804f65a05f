import IdentityModel
import Reconciliation

/// A schedule, by the keys of its changes.
struct Steps {
  let plan: Plan
  let schedule: Schedule
  private let reachable: [Set<Int>]

  init(_ plan: Plan, live: LiveState, capabilities: BackendCapabilities = .v2) {
    self.plan = plan
    schedule = Schedule(plan, live: live, caller: nil, capabilities: capabilities)
    var reachable: [Set<Int>] = []
    for operation in schedule.operations {
      reachable.append(
        operation.after.reduce(into: Set(operation.after)) { $0.formUnion(reachable[$1]) }
      )
    }
    self.reachable = reachable
  }

  var removing: [Int] {
    schedule.operations.indices.filter {
      let operation = schedule.operations[$0]
      return operation.part == .retire || plan.changes[operation.change].action == .delete
    }
  }

  func making(_ key: ResourceKey) -> [Int] {
    schedule.operations.indices.filter {
      let operation = schedule.operations[$0]
      let change = plan.changes[operation.change]
      return change.key == key && operation.part != .retire && change.action != .delete
    }
  }

  func waits(_ later: Int, for earlier: Int) -> Bool { reachable[later].contains(earlier) }

  /// What the one operation on that key waits for, directly, and needs to go well.
  func needs(_ key: ResourceKey) -> [ResourceKey] { keys(of: \.after, key) }

  /// What the one operation on that key waits for, however it ends.
  func waits(_ key: ResourceKey) -> [ResourceKey] { keys(of: \.afterSettled, key) }

  private func keys(
    of list: KeyPath<Reconciliation.Operation, [Int]>,
    _ key: ResourceKey
  ) -> [ResourceKey] {
    schedule.operations.filter { plan.changes[$0.change].key == key }
      .flatMap { $0[keyPath: list] }
      .map { plan.changes[schedule.operations[$0].change].key }
      .sorted(by: DependencyOrder.createsBefore)
  }
}
