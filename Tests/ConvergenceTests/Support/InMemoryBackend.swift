import IdentityModel
import Reconciliation
import Texts

@testable import Convergence

/// A client of an ``InMemoryKeystone`` that keeps what it was asked and fails where it is told to.
actor InMemoryBackend: IdentityBackend {
  nonisolated let capabilities: BackendCapabilities

  let keystone: InMemoryKeystone
  private let user: QualifiedName?
  private let turns: (order: TurnOrder, player: Int)?
  private let faults: [Fault]
  /// Whether there is a list of all assignments.
  let listsAssignments: Bool
  /// Whether it says which endpoints cannot be deleted.
  let saysWhatIsForeign: Bool
  /// Whether roles, tenants and users can be asked for by name.
  let filtersNames: Bool
  /// What is listed of single interfaces; nil for no such list.
  let interfaces: InterfaceTable?
  private var matchCounts: [Int]
  private var revocationsAtLogin: Int?

  /// Everything that was asked, in the order in which it was.
  private(set) var calls: [BackendCall] = []
  private var inFlight = 0
  /// How many calls there were at the same time.
  private(set) var mostInFlight = 0

  init(
    _ keystone: InMemoryKeystone,
    as user: QualifiedName? = nil,
    faults: [Fault] = [],
    turns: (order: TurnOrder, player: Int)? = nil,
    listsAssignments: Bool = false,
    saysWhatIsForeign: Bool = true,
    filtersNames: Bool = false,
    interfaces: InterfaceTable? = nil
  ) {
    self.filtersNames = filtersNames
    self.interfaces = interfaces
    capabilities = keystone.kind.capabilities
    self.saysWhatIsForeign = saysWhatIsForeign
    self.listsAssignments = listsAssignments
    self.keystone = keystone
    self.user = user
    self.faults = faults
    self.turns = turns
    matchCounts = Array(repeating: 0, count: faults.count)
  }

  var writes: [BackendCall] { calls.filter(\.isWrite) }

  func forgetCalls() {
    calls = []
    mostInFlight = 0
  }

  /// Does what every call does: it is counted, waits, is let in or not, and maybe goes wrong.
  ///
  /// Between the first part, if there is one, and the rest others can come in.
  func perform<Answer: Sendable>(
    _ call: BackendCall,
    needsToken: Bool = true,
    first: (@Sendable (inout KeystoneTables) throws(BackendFailure) -> Void)? = nil,
    _ work: @Sendable (inout KeystoneTables) throws(BackendFailure) -> Answer
  ) async throws(BackendFailure) -> Answer {
    calls.append(call)
    inFlight += 1
    mostInFlight = max(mostInFlight, inFlight)
    defer { inFlight -= 1 }
    let effects = effects(of: call)
    await pause()
    if Task.isCancelled { throw .transport(.cancelled) }
    if needsToken { try await checkToken() }

    for effect in effects {
      if case .refuse(let error) = effect { throw error }
      if case .precede(let work) = effect { await keystone.meddle(work) }
      if case .lag(let change) = effect {
        var tables = await keystone.tables
        change(&tables)
        tables.become(keystone.kind)
        return try work(&tables)
      }
    }
    if let first {
      try await keystone.carryOut(isWrite: false, first)
      await pause()
    }
    let answer = try await keystone.carryOut(isWrite: call.isWrite, work)
    for effect in effects {
      if case .loseAnswer(let error) = effect { throw error }
      if case .follow(let work) = effect { await keystone.meddle(work) }
    }
    return answer
  }

  /// Lets others come in between.
  func pause() async {
    if let turns { return await turns.order.next(turns.player) }
    for _ in 0..<3 { await Task.yield() }
  }

  private func effects(of call: BackendCall) -> [Fault.Effect] {
    faults.indices.compactMap { index in
      guard faults[index].matches(call) else { return nil }
      matchCounts[index] += 1
      return faults[index].range.contains(matchCounts[index]) ? faults[index].effect : nil
    }
  }

  // MARK: The token

  private func checkToken() async throws(BackendFailure) {
    guard let user else { return }
    let entry = await keystone.tables.users.values.first { $0.user.name == user }
    guard let entry, entry.user.enabled != false else { throw .keystone(401) }
    if revocationsAtLogin == nil { revocationsAtLogin = entry.revocations }
    guard revocationsAtLogin == entry.revocations else { throw .keystone(401) }
  }

  func callerPasswordChanged(to password: Secret) async throws(BackendFailure) {
    guard let user else { return }
    revocationsAtLogin = try await perform(
      BackendCall(.relogin),
      needsToken: false
    ) { (tables) throws(BackendFailure) in
      guard let entry = tables.users.values.first(where: { $0.user.name == user }),
        entry.password == password
      else { throw .keystone(401) }
      return entry.revocations
    }
  }

  func caller() async throws(BackendFailure) -> Caller? {
    try await perform(BackendCall(.whoAmI)) { [user] tables in
      user.map { user in
        let own = tables.assignments.filter { $0.user == user }
        return Caller(
          user: user,
          tenant: own.compactMap(\.tenant).min(),
          roles: Set(own.map(\.role))
        )
      }
    }
  }
}
