import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("Laws of runs that do not end well, over random clouds")
struct InterruptionLawsTests {
  static let seeds = 0..<150

  @Test(
    "killed after any operation, the next run finishes the job and nothing is doubled",
    arguments: [RandomCloud.Strangeness(), .foreign],
    BackendCapabilities.both
  )
  func killed(strangeness: RandomCloud.Strangeness, capabilities: BackendCapabilities) throws {
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities, strangeness: strangeness)
      guard let plan = scenario.plan() else { continue }
      var uninterrupted = scenario
      uninterrupted.finish()

      var run = scenario.run(plan)
      let order = run.order(using: &scenario.generator)
      let length = Int.random(in: 0...order.count, using: &scenario.generator)
      for index in order.prefix(length) { run.perform(index, on: &scenario.keystone) }
      scenario.finish()

      #expect(scenario.keystone.refusals == [], "seed \(seed), \(length) of \(order.count)")
      #expect(try #require(scenario.plan()).lines == [], "seed \(seed)")
      #expect(
        scenario.difference(from: uninterrupted) == [],
        "seed \(seed), \(length) of \(order.count)"
      )
    }
  }

  @Test(
    "A25 what fails stops only what needs it, and the next run finishes the job",
    arguments: BackendCapabilities.both
  )
  func failing(capabilities: BackendCapabilities) throws {
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities)
      guard let plan = scenario.plan(), !plan.isEmpty else { continue }
      var uninterrupted = scenario
      uninterrupted.finish()

      var run = scenario.run(plan)
      let before = CatalogView(scenario.keystone.live).without(run.takenAway)
      let order = run.order(using: &scenario.generator)
      let failing = Set(scenario.generator.some(order, 15))
      for index in order where !failing.contains(index) {
        run.perform(index, on: &scenario.keystone)
        let missing = before.missing(from: CatalogView(scenario.keystone.live))
        #expect(missing == [], "seed \(seed)")
      }
      #expect(scenario.keystone.refusals == [], "seed \(seed)")
      scenario.finish()

      #expect(scenario.keystone.refusals == [], "seed \(seed)")
      #expect(try #require(scenario.plan()).lines == [], "seed \(seed)")
      #expect(scenario.difference(from: uninterrupted) == [], "seed \(seed)")
    }
  }

  @Test(
    "two runs that race never take from users what they saw, and a third finds one of each",
    arguments: BackendCapabilities.both
  )
  func racing(capabilities: BackendCapabilities) throws {
    for seed in Self.seeds {
      var scenario = Scenario(seed: seed, capabilities)
      guard let plan = scenario.plan() else { continue }
      var uninterrupted = scenario
      uninterrupted.finish()

      var first = scenario.run(plan)
      let before = CatalogView(scenario.keystone.live).without(first.takenAway)
      var firstOrder = first.order(using: &scenario.generator)
      let head = Int.random(in: 0...firstOrder.count, using: &scenario.generator)
      for index in firstOrder.prefix(head) { first.perform(index, on: &scenario.keystone) }
      firstOrder.removeFirst(head)

      var second = scenario.run(try #require(scenario.plan()))
      var secondOrder = second.order(using: &scenario.generator)
      while !firstOrder.isEmpty || !secondOrder.isEmpty {
        if secondOrder.isEmpty || (!firstOrder.isEmpty && scenario.generator.chance(50)) {
          first.perform(firstOrder.removeFirst(), on: &scenario.keystone)
        } else {
          second.perform(secondOrder.removeFirst(), on: &scenario.keystone)
        }
        let missing = before.missing(from: CatalogView(scenario.keystone.live))
        #expect(missing == [], "seed \(seed)")
      }
      scenario.finish()
      #expect(try #require(scenario.plan()).lines == [], "seed \(seed)")
      // An unmanaged endpoint that both of them moved may stay twice; it is left alone.
      let outcome = scenario.outcome
      #expect(Set(outcome.keys) == Set(uninterrupted.outcome.keys), "seed \(seed)")
      for key in scenario.desired.services.map(\.resourceKey) {
        #expect(outcome["service \(key)"] == 1, "seed \(seed)")
      }
      for line in scenario.endpointLines { #expect(outcome[line] == 1, "seed \(seed): \(line)") }
    }
  }
}
