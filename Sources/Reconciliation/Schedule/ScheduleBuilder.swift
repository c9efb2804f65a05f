import IdentityModel

/// Lays the operations of a plan out and links them.
struct ScheduleBuilder {
  private(set) var operations: [Operation] = []

  private let plan: Plan
  private let memberRole: QualifiedName?
  private let endpointsMakeRegions: Bool
  private let serviceOfRow: [String: String]
  private var knownRegions: Set<Name>
  private var firstInRegion: [Name: Int] = [:]
  private var makers: [ResourceKey: [Int]] = [:]
  /// Who makes what may come instead of something that is taken away, by ``Change/place``.
  private var makersByPlace: [ResourceKey: [Int]] = [:]
  private let deletedKinds: Set<ResourceKind>
  private var membersMade: [Int] = []
  private var removersOnService: [String: [Int]] = [:]
  private var removersByReference: [ResourceKey: [Int]] = [:]
  /// The registered limits that are changed.
  private var changedLimits: Set<ResourceKey> = []
  /// Who takes limits of their own away before the registered one is changed, by what they take away.
  private var earlyRemovers: [ResourceKey: [Int]] = [:]
  /// What each live object is a part of.
  private let wholes: [ResourceKey: ResourceKey]

  init(plan: Plan, live: LiveState, capabilities: BackendCapabilities) {
    self.plan = plan
    memberRole = capabilities.defaultTenantRole?.name
    endpointsMakeRegions = capabilities.endpointsMakeRegions
    deletedKinds = Set(plan.changes.lazy.filter { $0.action == .delete }.map(\.kind))
    wholes = live.wholes(of: deletedKinds)
    knownRegions = Set(live.endpoints.map { $0.region ?? "" })
    serviceOfRow = live.serviceOfRow
  }

  /// Walks down the kinds to make, then up to take away; see ``DependencyOrder``.
  mutating func build() {
    let byKind = Dictionary(grouping: plan.changes.indices) { plan.changes[$0].kind }
    let memberRole = plan.changes.indices.filter { makesMemberRole(plan.changes[$0]) }
    appendEarlyRemovals(byKind)
    for kind in DependencyOrder.kinds {
      let indices = wholesFirst(byKind[kind] ?? [])
      for index in indices where !memberRole.contains(index) { appendMaking(index) }
      if kind == .user { for index in memberRole { appendMaking(index) } }
    }
    for kind in DependencyOrder.kinds.reversed() {
      for index in partsFirst(byKind[kind] ?? []) where !isEarly(plan.changes[index]) {
        appendRemoving(index)
      }
    }
  }

  /// Makes what fits wait until all else has ended.
  mutating func putLast(_ isLast: (Change) -> Bool) {
    for index in operations.indices where isLast(plan.changes[operations[index].change]) {
      let later = dependents(of: index)
      operations[index].afterSettled = operations.indices.filter { !later.contains($0) }
    }
  }

  /// The operation and all that wait for it, be it through others.
  private func dependents(of index: Int) -> Set<Int> {
    operations.indices.reduce(into: [index]) { found, later in
      if operations[later].after.contains(where: found.contains) { found.insert(later) }
    }
  }

  // MARK: Limits of their own

  /// A registered limit can be changed only once nobody has a limit of its own for it.
  private mutating func appendEarlyRemovals(_ byKind: [ResourceKind: [Int]]) {
    let changed = (byKind[.registeredLimit] ?? []).filter { plan.changes[$0].action == .update }
    changedLimits = Set(changed.map { plan.changes[$0].key })
    guard !changedLimits.isEmpty else { return }
    for index in byKind[.limit] ?? [] where isEarly(plan.changes[index]) {
      earlyRemovers[plan.changes[index].key, default: []].append(operations.count)
      appendRemoving(index)
    }
  }

  private func isEarly(_ change: Change) -> Bool {
    guard change.action == .delete, case .limit(let key) = change.key, key.holder != nil else {
      return false
    }
    return changedLimits.contains(.limit(key.registered))
  }

  /// What has to have ended before a limit is made, well or not: one that was taken away is given back
  /// whatever became of the registered one.
  private func limitsChanged(before key: ResourceKey) -> [Int] {
    guard case .limit(let key) = key, key.holder != nil else { return [] }
    return (makers[.limit(key.registered)] ?? []).filter { !isCreate($0) }
  }

  // MARK: Wholes and parts

  /// Changes of one kind, each after the one that makes what it is to be a part of.
  private func wholesFirst(_ indices: [Int]) -> [Int] {
    ordered(indices) { plan.changes[$0].resource?.whole }
  }

  /// Changes of one kind, each before the one that takes away what it is a part of.
  private func partsFirst(_ indices: [Int]) -> [Int] {
    ordered(indices) { wholes[plan.changes[$0].key] }.reversed()
  }

  /// The same changes, each after the one of its whole, and else as they were.
  private func ordered(_ indices: [Int], _ whole: (Int) -> ResourceKey?) -> [Int] {
    guard indices.contains(where: { whole($0) != nil }) else { return indices }
    let byKey = Dictionary(indices.map { (plan.changes[$0].key, $0) }) { first, _ in first }
    var ordered: [Int] = []
    var seen: Set<Int> = []
    for index in indices {
      // From the change up to what is no part of anything that changes; a circle ends where it began.
      var path: [Int] = []
      var next: Int? = index
      while let current = next, seen.insert(current).inserted {
        path.append(current)
        next = whole(current).flatMap { byKey[$0] }
      }
      ordered += path.reversed()
    }
    return ordered
  }

  // MARK: Making

  /// Old releases fail on a role of default tenants that they did not make themselves, so it is made
  /// only after the users whose default tenant makes Keystone create it (LP#1403136).
  private func makesMemberRole(_ change: Change) -> Bool {
    guard change.action == .create, case .named(.role, let name) = change.key else { return false }
    return name == memberRole
  }

  private mutating func appendMaking(_ index: Int) {
    let change = plan.changes[index]
    let part: Operation.Part
    switch change.action {
    case .create, .update: part = .whole
    case .replace: part = .make
    case .delete: return
    }
    let key = change.key
    let operation = append(
      index,
      part,
      after: prerequisites(of: change, key),
      afterSettled: firstOfItsRegion(key) + limitsChanged(before: key)
    )
    let isDeleted = deletedKinds.contains(key.kind)
    // Who makes anything else is waited for by nobody, but for a row that takes another one's place.
    if isDeleted || part == .make || DependencyOrder.needed.contains(key.kind) {
      makers[key, default: []].append(operation)
    }
    if isDeleted { makersByPlace[key.place, default: []].append(operation) }
    note(operation, making: change, key)
  }

  private mutating func note(_ operation: Int, making change: Change, _ key: ResourceKey) {
    switch key {
    case .endpoint(let key):
      if knownRegions.insert(key.region).inserted { firstInRegion[key.region] = operation }
      if change.movesEndpoint { noteLeaving(operation, change) }
    case .named(.user, _):
      if change.sets(.tenant) { membersMade.append(operation) }
      if case .name(let tenant) = change.from(.tenant) {
        removersByReference[.tenant(tenant), default: []].append(operation)
      }
    case .named(.region, _):
      if case .text(let whole) = change.from(.parent) {
        removersByReference[.region(Name(whole)), default: []].append(operation)
      }
    case .named, .implication, .membership, .assignment, .service, .limit:
      break
    }
  }

  private func prerequisites(of change: Change, _ key: ResourceKey) -> [Int] {
    var after: [Int] = []
    for need in change.needs {
      for maker in makers[need] ?? [] where isCreate(maker) { after.append(maker) }
    }
    switch key {
    case .named(.role, _):
      if makesMemberRole(change) { after += membersMade }
    case .assignment(let assignment):
      // Without a change that makes it, the first of the users does.
      if assignment.role == memberRole, makers[.role(assignment.role)] == nil {
        after += membersMade.prefix(1)
      }
    case .endpoint(let key):
      if case .endpoint(let row) = change.resource, row.service == .made {
        after += makers[.service(key.service)] ?? []
      }
      after += (makers[.region(key.region)] ?? []).filter(isCreate)
    case .named:
      // A region can go below another one only once that one is no longer below it. A tenant stays
      // where it is made.
      if let whole = change.resource?.whole, change.sets(.parent) { after += makers[whole] ?? [] }
    case .limit(let key):
      after += (makers[.region(key.region)] ?? []).filter(isCreate)
      after += earlyRemovers[.limit(key)] ?? []
      if key.holder == nil { after += removersByReference[.limit(key)] ?? [] }
    case .implication, .membership, .service:
      break
    }
    return after
  }

  /// Two first endpoints of a region race for making it, and one is answered 409; where the first
  /// one fails, the others need not.
  private func firstOfItsRegion(_ key: ResourceKey) -> [Int] {
    guard endpointsMakeRegions, case .endpoint(let key) = key else { return [] }
    return firstInRegion[key.region].map { [$0] } ?? []
  }

  private func isCreate(_ operation: Int) -> Bool {
    plan.changes[operations[operation].change].action == .create
  }

  // MARK: Taking away

  private mutating func appendRemoving(_ index: Int) {
    let change = plan.changes[index]
    let part: Operation.Part
    switch change.action {
    case .create, .update: return
    case .replace: part = .retire
    case .delete: part = .whole
    }
    // What stays, or comes instead, has to be there first. A database may hold the name of what comes
    // for the name of what goes and refuse it: then that one stays.
    var after = makers[change.key] ?? []
    if change.action == .delete {
      after += (makersByPlace[change.key.place] ?? []).filter(isCreate)
    }
    if change.kind == .service, let id = change.liveID {
      after += removersOnService[id] ?? []
    }
    after += removersByReference[change.key] ?? []
    let operation = append(index, part, after: after)
    note(operation, removing: change)
  }

  private mutating func note(_ operation: Int, removing change: Change) {
    switch change.key {
    case .endpoint(let key):
      removersByReference[.region(key.region), default: []].append(operation)
      noteLeaving(operation, change)
    case .implication(let implication):
      for key in implication.parts { removersByReference[key, default: []].append(operation) }
    case .membership(let membership):
      for key in membership.parts { removersByReference[key, default: []].append(operation) }
    case .assignment(let assignment):
      for key in assignment.parts { removersByReference[key, default: []].append(operation) }
    case .limit(let key):
      for key in key.parts { removersByReference[key, default: []].append(operation) }
    case .named:
      if let whole = wholes[change.key] {
        removersByReference[whole, default: []].append(operation)
      }
    case .service:
      break
    }
  }

  /// The service that the row of an endpoint leaves takes with it whatever is still there.
  private mutating func noteLeaving(_ operation: Int, _ change: Change) {
    guard let row = change.liveID, let serviceID = serviceOfRow[row] else { return }
    removersOnService[serviceID, default: []].append(operation)
  }

  @discardableResult
  private mutating func append(
    _ change: Int,
    _ part: Operation.Part,
    after: [Int],
    afterSettled: [Int] = []
  ) -> Int {
    operations.append(
      Operation(
        change: change,
        part: part,
        after: after.count < 2 ? after : Set(after).sorted(),
        afterSettled: afterSettled
      )
    )
    return operations.count - 1
  }
}

extension ResourceKey {
  /// What one object takes that another may take instead: the name as a database may compare it; in
  /// the catalog, where users look for a type in a region, that.
  fileprivate var place: ResourceKey {
    switch folded {
    case .service(let key): .service(ServiceKey(type: key.type, name: ""))
    case .endpoint(let key):
      .endpoint(
        EndpointKey(
          service: ServiceKey(type: key.service.type, name: ""),
          region: key.region,
          interface: key.interface
        )
      )
    case let key: key
    }
  }
}

extension Change {
  fileprivate func from(_ field: Field) -> FieldValue? {
    action == .create ? nil : fields.first { $0.field == field }?.from
  }
}
