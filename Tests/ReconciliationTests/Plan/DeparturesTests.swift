import IdentityModel
import Reconciliation
import Testing

@Suite("What is lost with a deletion is said")
struct DeparturesTests {
  @Test("a tenant or user under nearly its old name is a new one, with nothing of the old one's")
  func renamed() throws {
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "research"), Tenant(name: "web2")]
      $0.users = [User(name: "Ann")]
      $0.absent.users = ["ann"]
    }
    let live = LiveState.make {
      $0.tenants = [
        Live(id: "7", Tenant(name: "reserch")), Live(id: "8", Tenant(name: "web1")),
      ]
      $0.users = [Live(id: "9", User(name: "ann"))]
      $0.assignments = [RoleAssignment(user: "ann", tenant: "reserch", role: "r")]
    }
    let plan = try Plan.make(desired, live, options: .pruning)
    let tenant = PlanNote.Departure(name: "reserch", id: "7", assignments: 1)
    let user = PlanNote.Departure(name: "ann", id: "9", assignments: 1)
    #expect(
      plan.notes == [
        .startsEmpty(.tenant("research"), insteadOf: tenant),
        .twin(.user("Ann"), live: "ann"),
        .startsEmpty(.user("Ann"), insteadOf: user),
        .withoutPassword("Ann"),
      ]
    )
    #expect(try Plan.make(desired, live).notes.count == 3, "nothing is said of what stays")
  }

  @Test("a role goes from everybody")
  func role() throws {
    let desired = DesiredState.make { $0.absent.roles = ["old"] }
    let live = LiveState.make { $0.roles = [Live(id: "1", Role(name: "old"))] }
    #expect(try Plan.make(desired, live).notes == [.takesAlong(.role("old"), id: "1")])
  }

  @Test("a domain that goes takes along what lives in it, which is counted and not left alone")
  func domain() throws {
    let desired = DesiredState.make { $0.absent.domains = ["old"] }
    let live = LiveState.make {
      $0.domains = [Live(id: "1", Domain(name: "old", enabled: true))]
      $0.roles = [Live(id: "4", Role(name: QualifiedName("ops", of: "old")))]
      $0.users = [
        Live(id: "2", User(name: QualifiedName("ann", of: "old"))),
        Live(id: "3", User(name: "ann")),
      ]
    }
    let plan = try Plan.make(desired, live, capabilities: .v3)
    #expect(plan.notes == [.takesAlong(.domain("old"), id: "1", Residents([.user: 1]))])
    #expect(plan.count(of: .delete) == 2, "its role goes by itself")
    #expect(plan.unmanagedCount == 1)
    let alone = try Plan.make(
      desired,
      live,
      capabilities: .v3,
      options: PlanOptions(kinds: [.domain])
    )
    #expect(alone.notes == [.takesAlong(.domain("old"), id: "1")], "nobody looked into it")
  }
}
