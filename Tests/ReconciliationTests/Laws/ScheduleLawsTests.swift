import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("Laws of schedules, over random clouds")
struct ScheduleLawsTests {
  @Test(
    "every part is there once, each after all that it waits for",
    arguments: BackendCapabilities.both
  )
  func wellFormed(capabilities: BackendCapabilities) throws {
    for seed in 0..<200 {
      let scenario = Scenario(
        seed: seed,
        capabilities,
        strangeness: .foreign,
        choosesKinds: seed % 3 == 0
      )
      guard let plan = scenario.plan() else { continue }
      let caller = seed.isMultiple(of: 2) ? Caller(user: "admin", tenant: nil, roles: []) : nil
      let schedule = Schedule(
        plan,
        live: scenario.keystone.live,
        caller: caller,
        capabilities: capabilities
      )
      let operations = schedule.operations
      for (index, operation) in operations.enumerated() {
        #expect(plan.changes.indices.contains(operation.change), "seed \(seed)")
        #expect(operation.after.allSatisfy { 0..<index ~= $0 }, "seed \(seed)")
        #expect(Set(operation.after).count == operation.after.count, "seed \(seed)")
        #expect(operation.afterSettled.allSatisfy { operations.indices ~= $0 && $0 != index })
      }
      let parts = Dictionary(grouping: operations, by: \.change).mapValues { $0.map(\.part) }
      for (index, change) in plan.changes.enumerated() {
        let expected: [Operation.Part] = change.action == .replace ? [.make, .retire] : [.whole]
        #expect(parts[index] == expected, "seed \(seed): \(change.key)")
      }
      var generator = scenario.generator
      let run = SimulatedRun(
        plan,
        on: scenario.keystone.live,
        secrets: [:],
        caller: caller,
        capabilities: capabilities
      )
      #expect(run.order(using: &generator).count == operations.count, "seed \(seed): a cycle")
    }
  }

  @Test("nothing is deleted before its twin is made", arguments: BackendCapabilities.both)
  func makesTwinsFirst(capabilities: BackendCapabilities) throws {
    var twins = 0
    for seed in 0..<200 {
      let scenario = Scenario(seed: seed, capabilities)
      guard let plan = scenario.plan() else { continue }
      let steps = Steps(plan, live: scenario.keystone.live, capabilities: capabilities)
      let operations = steps.schedule.operations
      for later in steps.removing {
        let key = plan.changes[operations[later].change].key
        for (earlier, operation) in operations.enumerated() {
          let change = plan.changes[operation.change]
          guard change.action == .create, change.key.folded == key.folded else { continue }
          twins += 1
          #expect(steps.waits(later, for: earlier), "seed \(seed): \(key)")
        }
      }
    }
    #expect(twins > 10, "random clouds have twins")
  }

  @Test("a row is taken away only after what comes instead", arguments: BackendCapabilities.both)
  func makesFirst(capabilities: BackendCapabilities) throws {
    for seed in 0..<200 {
      let scenario = Scenario(seed: seed, capabilities)
      guard let plan = scenario.plan() else { continue }
      let steps = Steps(plan, live: scenario.keystone.live, capabilities: capabilities)
      for (index, operation) in steps.schedule.operations.enumerated() {
        let change = plan.changes[operation.change]
        guard operation.part == .retire || change.action == .delete else { continue }
        for maker in steps.making(change.key) {
          #expect(steps.waits(index, for: maker), "seed \(seed): \(change.key)")
        }
        guard change.key.kind == .service, let id = change.liveID else { continue }
        let rows = Set(scenario.keystone.live.endpoints.filter { $0.serviceID == id }.map(\.id))
        let leaving = steps.schedule.operations.indices.filter {
          let change = plan.changes[steps.schedule.operations[$0].change]
          guard rows.contains(change.liveID ?? "") else { return false }
          return change.movesEndpoint || steps.removing.contains($0)
        }
        #expect(leaving.count == rows.count, "seed \(seed): every endpoint leaves \(change.key)")
        for earlier in leaving { #expect(steps.waits(index, for: earlier), "seed \(seed)") }
      }
    }
  }
}
