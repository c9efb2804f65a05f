package import IdentityModel

/// A plan as operations that know what they wait for: nothing waits for a whole phase.
package struct Schedule: Hashable, Sendable {
  /// Every operation, each after all that it waits for.
  package let operations: [Operation]

  /// Works out what waits for what.
  ///
  /// - Parameters:
  ///   - plan: What is to be done.
  ///   - live: What Keystone holds, to know which regions are new.
  ///   - caller: Whose own password change comes last: it ends the token that all others use.
  package init(_ plan: Plan, live: LiveState, caller: Caller?) {
    var builder = ScheduleBuilder(plan: plan, live: live)
    builder.build()
    if let caller { builder.putLast { $0.key == .user(caller.user) && $0.sets(.password) } }
    operations = builder.operations
  }
}

/// Lays the operations of a plan out and links them.
private struct ScheduleBuilder {
  let plan: Plan
  private(set) var operations: [Operation] = []
  private var knownRegions: Set<Name>
  private var makers: [ResourceKey: Int] = [:]
  private var firstInRegion: [Name: Int] = [:]
  private var removersOnService: [String: [Int]] = [:]
  private var removersByReference: [ResourceKey: [Int]] = [:]
  private var membersMade: [Int] = []
  private let serviceOfRow: [String: String]

  init(plan: Plan, live: LiveState) {
    self.plan = plan
    knownRegions = Set(live.endpoints.compactMap(\.region))
    serviceOfRow = Dictionary(live.endpoints.map { ($0.id, $0.serviceID) }) { first, _ in first }
  }

  /// Walks down the kinds to make, then up to take away; see ``DependencyOrder``.
  mutating func build() {
    let byKind = Dictionary(grouping: plan.changes.indices) { plan.changes[$0].key.kind }
    for kind in DependencyOrder.kinds {
      for index in byKind[kind] ?? [] where !isDeferredRole(plan.changes[index]) {
        appendMaking(index)
      }
    }
    for index in byKind[.role] ?? [] where isDeferredRole(plan.changes[index]) {
      append(index, .whole, after: membersMade)
    }
    for kind in DependencyOrder.kinds.reversed() {
      for index in byKind[kind] ?? [] { appendRemoving(index) }
    }
  }

  /// Makes what fits wait until all else has ended.
  mutating func putLast(_ isLast: (Change) -> Bool) {
    let last = operations.indices.filter { isLast(plan.changes[operations[$0].change]) }
    let others = operations.indices.filter { !last.contains($0) }
    for index in last {
      operations[index].afterSettled = others.filter { !dependsOn($0, index) }
    }
  }

  private func dependsOn(_ later: Int, _ earlier: Int) -> Bool {
    operations[later].after.contains { $0 == earlier || dependsOn($0, earlier) }
  }

  // MARK: Making

  /// Old releases fail on a `_member_` that they did not make themselves, so it is made only after
  /// the users whose default tenant makes Keystone create it (LP#1403136).
  private func isDeferredRole(_ change: Change) -> Bool {
    change.action == .create && change.key == .role(Role.memberName)
  }

  private mutating func appendMaking(_ index: Int) {
    let change = plan.changes[index]
    var after = change.needs.compactMap { makers[$0] }.filter { isCreate($0) }
    switch change.action {
    case .delete:
      return
    case .create, .update, .replace:
      break
    }
    if case .endpoint(let key) = change.key {
      if let service = makers[.service(key.service)], change.serviceID == nil {
        after.append(service)
      }
      // Two first endpoints of a region race for making it, and one is answered 409.
      if let first = firstInRegion[key.region] { after.append(first) }
    }
    let part: Operation.Part = change.action == .replace ? .make : .whole
    let operation = append(index, part, after: Array(Set(after)).sorted())
    makers[change.key] = operation
    if case .endpoint(let key) = change.key, knownRegions.insert(key.region).inserted {
      firstInRegion[key.region] = operation
    }
    if change.key.kind == .user, change.sets(.tenant) { membersMade.append(operation) }
  }

  private func isCreate(_ operation: Int) -> Bool {
    plan.changes[operations[operation].change].action == .create
  }

  // MARK: Taking away

  private mutating func appendRemoving(_ index: Int) {
    let change = plan.changes[index]
    var after: [Int] = []
    let part: Operation.Part
    switch change.action {
    case .create, .update: return
    case .replace: part = .retire
    case .delete: part = .whole
    }
    // What stays, or comes instead, has to be there first.
    if let maker = makers[change.key] { after.append(maker) }
    if change.key.kind == .service, let id = change.liveID {
      after += removersOnService[id] ?? []
    }
    after += removersByReference[change.key] ?? []
    let operation = append(index, part, after: Array(Set(after)).sorted())
    note(operation, removing: change)
  }

  private mutating func note(_ operation: Int, removing change: Change) {
    switch change.key {
    case .endpoint:
      guard let row = change.liveID, let serviceID = serviceOfRow[row] else { return }
      removersOnService[serviceID, default: []].append(operation)
    case .assignment(let assignment):
      for key: ResourceKey in [
        .user(assignment.user), .tenant(assignment.tenant), .role(assignment.role),
      ] {
        removersByReference[key, default: []].append(operation)
      }
    case .role, .tenant, .user, .service:
      break
    }
  }

  @discardableResult
  private mutating func append(_ change: Int, _ part: Operation.Part, after: [Int]) -> Int {
    operations.append(Operation(change: change, part: part, after: after, afterSettled: []))
    return operations.count - 1
  }
}
