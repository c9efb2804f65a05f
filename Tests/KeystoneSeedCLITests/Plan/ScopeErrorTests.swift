import IdentityModel
import Reconciliation
import SeedFormat
import Testing

@testable import KeystoneSeedCLI

struct ScopeErrorTests {
  private func message(_ scope: PlanScope) throws -> String? {
    let seed = """
      regions: {one: {public: 'http://h'}, empty: }
      roles: [admin]
      tenants: {t: }
      users: {nova: {roles: {t: [admin]}}, none: {roles: {}}, glance: }
      services: {nova: {type: compute, endpoints: {one: ':1'}}, swift: {type: object-store}}
      absent: {users: [demo], services: [{name: s, type: y}], endpoints: [{service: nova, region: two}]}
      """
    let reading = Seed.load(seed, file: "seed.yaml", directory: "/")
    let desired = try #require(reading.desired, "\(reading.diagnostics)")
    do throws(ScopeError) {
      try ScopeError.check(scope, of: desired)
      return nil
    } catch {
      return error.message.rendered()
    }
  }

  @Test(
    arguments: [
      PlanScope(regions: ["one", "empty", "two"]),
      PlanScope(names: [.user: ["nova", "demo"], .role: ["admin"], .tenant: ["t"]]),
      PlanScope(names: [.service: ["nova", "object-store/swift", "y/s"], .endpoint: ["nova"]]),
      PlanScope(names: [.assignment: ["nova", "none"]]),
    ]
  )
  func whatTheSeedSaysSomethingOfCanBeLookedAt(scope: PlanScope) throws {
    #expect(try message(scope) == nil)
  }

  @Test(
    arguments: [
      (PlanScope(regions: ["onee"]), "the seed has no region onee\n  Did you mean one?"),
      (PlanScope(names: [.user: ["Nova"]]), "the seed has no user Nova\n  Did you mean nova?"),
      (PlanScope(names: [.assignment: ["glance"]]), "the seed has no user with roles glance"),
      (PlanScope(names: [.endpoint: ["swift"]]), "the seed has no service with endpoints swift"),
    ]
  )
  func anotherIsNamedWithWhatMayBeMeant(scope: PlanScope, text: String) throws {
    #expect(try message(scope) == "error: \(text)\n")
  }

  @Test func aDumpKnowsTheRegionsOfTheCatalog() {
    var live = LiveState()
    live.endpoints = [LiveEndpoint(id: "1", serviceID: "2", region: "One")]
    #expect(throws: Never.self) { try ScopeError.check(["One"], in: live) }
    #expect(throws: ScopeError(noun: .region, name: "one", nearest: "One", place: "the catalog")) {
      try ScopeError.check(["one"], in: live)
    }
  }
}
