import IdentityModel
import Reconciliation
import Testing
import Texts

@Suite("What starts the longest chain of work goes first")
struct UrgencyTests {
  private func urgencies(
    _ desired: DesiredState,
    _ live: LiveState = LiveState()
  ) throws -> [ResourceKey: Int] {
    let plan = try Plan.make(desired, live)
    let operations = Schedule(plan, live: live, caller: nil, capabilities: .v2).operations
    let urgencies = Urgency.of(operations, changes: plan.changes)
    let keys = operations.map { plan.changes[$0.change].key }
    return Dictionary(zip(keys, urgencies)) { max($0, $1) }
  }

  @Test("a password takes longest, and what is needed is as urgent as what needs it")
  func chains() throws {
    let urgencies = try urgencies(
      .make {
        $0.roles = [Role(name: "admin"), Role(name: "unused")]
        $0.tenants = [Tenant(name: "acme"), Tenant(name: "home")]
        $0.users = [User(name: "ann", tenant: "home"), User(name: "bob")]
        $0.passwords = ["ann": Secret("word")]
        $0.assignments = [RoleAssignment(user: "ann", tenant: "acme", role: "admin")]
      }
    )
    #expect(urgencies[.assignment("ann", "acme", "admin")] == 1)
    #expect(urgencies[.role("unused")] == 1)
    #expect(urgencies[.user("bob")] == 1)
    #expect(urgencies[.role("admin")] == 2)
    #expect(urgencies[.tenant("acme")] == 2)
    let user = try #require(urgencies[.user("ann")])
    #expect(user > 10)
    #expect(urgencies[.tenant("home")] == user + 1)
  }

  @Test("what only waits for others to end makes them urgent too")
  func regions() throws {
    let urgencies = try urgencies(
      .make {
        $0.services = [.make(.nova), .make(.glance)]
        $0.endpoints = [.make(.nova), .make(.glance)]
      }
    )
    #expect(urgencies.values.sorted() == [1, 2, 2, 3])
  }

  @Test("nothing to do has no urgency")
  func empty() {
    #expect(Urgency.of([], changes: []) == [])
  }
}
