import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct VainDeletionsTests {
  @Test("an endpoint of v3's that nobody could tell is tried once, and then said")
  func endpoint() async throws {
    var tables = KeystoneTables.made()
    tables.add(
      .make(.make(.nova, host: "elsewhere"), id: "v3", on: "service-nova", isManageable: false)
    )
    let keystone = InMemoryKeystone(tables)
    let backend = InMemoryBackend(keystone, saysWhatIsForeign: false)
    let converger = Converger(backend: backend, options: .make())
    let plan = try await converger.plan(.make()).plan
    #expect(plan.changes.map(\.liveID) == ["v3"])
    #expect(plan.notes == [.originUnknown])
    let result = try await converger.converge(to: .make())
    #expect(result.word == "drift left")
    #expect(result.outcomes.filter(\.isCounted).isEmpty)
    #expect(await backend.writes.map(\.description) == ["delete endpoint v3"])
    #expect(await keystone.tables.endpoints["endpoint-nova"] != nil)
  }

  @Test("only what is still live is marked")
  func mark() {
    let assignment = RoleAssignment(user: "u", tenant: "t", role: "r")
    let gone = RoleAssignment(user: "u", tenant: "t", role: "s")
    var vain = VainDeletions([
      StepOutcome(Change(.delete, .assignment(assignment)), .done, isAdopted: true),
      StepOutcome(Change(.delete, .assignment(gone)), .done, isAdopted: true),
      StepOutcome(Change(.delete, .endpoint(.nova), liveID: "e"), .done, isAdopted: true),
      StepOutcome(Change(.delete, .endpoint(.nova), liveID: "f"), .done),
    ])
    var live = LiveState()
    live.assignments = [assignment]
    live.endpoints = ["e", "f"].map { .make(.make(.nova), id: $0, on: "s") }
    vain.mark(&live)
    #expect(live.indirectAssignments == [assignment])
    #expect(live.endpoints.filter { !$0.isManageable }.map(\.id) == ["e"])
    vain = VainDeletions()
    #expect(vain.assignments.isEmpty && vain.endpoints.isEmpty)
  }
}
