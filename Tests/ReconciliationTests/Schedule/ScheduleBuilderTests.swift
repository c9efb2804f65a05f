import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("An operation waits for no more than it must")
struct ScheduleBuilderTests {
  @Test("each waits for the objects that it needs, and for no others")
  func needs() throws {
    let desired = DesiredState.make {
      $0.roles = [Role(name: "admin"), Role(name: "unused")]
      $0.tenants = [Tenant(name: "acme"), Tenant(name: "other")]
      $0.users = [User(name: "ann", tenant: "acme"), User(name: "bob")]
      $0.assignments = [RoleAssignment(user: "bob", tenant: "other", role: "admin")]
      $0.services = [.make(.nova), .make(.glance)]
      $0.endpoints = [.make(.nova), .make(.glance, in: "Two")]
    }
    let steps = Steps(try Plan.make(desired, LiveState()), live: LiveState())
    #expect(steps.needs(.user("ann")) == [.tenant("acme")])
    #expect(steps.needs(.user("bob")) == [])
    #expect(
      steps.needs(.assignment("bob", "other", "admin")) == [
        .role("admin"), .tenant("other"), .user("bob"),
      ]
    )
    #expect(steps.needs(.service(.nova)) == [])
    #expect(steps.needs(.endpoint(.nova)) == [.service(.nova)])
    #expect(steps.needs(.endpoint(.glance, in: "Two")) == [.service(.glance)])
  }

  @Test("what goes waits for what a database may take for it, and for its like in the catalog")
  func twins() throws {
    let desired = DesiredState.make {
      $0.roles = [Role(name: "member"), Role(name: "other")]
      $0.tenants = [Tenant(name: "demo")]
      $0.users = [User(name: "Jos\u{E9}"), User(name: "kim")]
      $0.usersWithDeclaredRoles = ["kim"]
      $0.assignments = [RoleAssignment(user: "kim", tenant: "demo", role: "member")]
      $0.services = [.make(ServiceKey(type: "compute", name: "new"))]
      $0.endpoints = [.make(ServiceKey(type: "compute", name: "new"))]
      $0.absent.roles = ["Member"]
      $0.absent.tenants = ["Demo"]
      $0.absent.users = ["Jose"]
    }
    let live = LiveState.make {
      $0.roles = [Live(id: "r", Role(name: "Member")), Live(id: "r2", Role(name: "MEMBER"))]
      $0.tenants = [Live(id: "t", Tenant(name: "Demo")), Live(id: "t2", Tenant(name: "DEMO"))]
      $0.users = [Live(id: "u", User(name: "Jose")), Live(id: "k", User(name: "kim"))]
      $0.assignments = [RoleAssignment(user: "kim", tenant: "DEMO", role: "MEMBER")]
      $0.services = [.make("s", .nova)]
      $0.endpoints = [.make("e", on: "s")]
    }
    let steps = Steps(try Plan.make(desired, live, options: .pruning), live: live)
    #expect(steps.needs(.role("Member")) == [.role("member")])
    #expect(steps.needs(.tenant("Demo")) == [.tenant("demo")])
    #expect(steps.needs(.user("Jose")) == [.user("Jos\u{E9}")])
    #expect(steps.needs(.assignment("kim", "DEMO", "MEMBER")).count == 1)
    let new = ServiceKey(type: "compute", name: "new")
    #expect(steps.needs(.endpoint(.nova)) == [.endpoint(new)])
    #expect(steps.needs(.service(.nova)) == [.service(new), .endpoint(.nova)])
  }

  @Test("A40 the first endpoint of a new region is made alone, the others after it")
  func newRegion() throws {
    let keys = (0..<20).map { ServiceKey(type: Name("type\($0)"), name: "service") }
    let desired = DesiredState.make {
      $0.services = keys.map { .make($0) }
      $0.endpoints = keys.map { .make($0, in: "New") } + keys.map { .make($0, in: "Known") }
    }
    let live = LiveState.make {
      $0.services = keys.map { .make("id of \($0)", $0) } + [.make("s", .nova)]
      $0.endpoints = [.make("e", on: "s", in: "Known")]
    }
    let plan = try Plan.make(desired, live)
    let steps = Steps(plan, live: live)
    let inNew = keys.map { ResourceKey.endpoint($0, in: "New") }
    let first = try #require(inNew.filter { steps.waits($0).isEmpty }.only)
    for key in inNew where key != first {
      #expect(steps.waits(key) == [first])
      #expect(steps.needs(key).isEmpty)
    }
    for key in keys { #expect(steps.waits(.endpoint(key, in: "Known")).isEmpty) }
    let free = Steps(steps.plan, live: LiveState(), capabilities: .v3)
    #expect(inNew.allSatisfy { free.waits($0).isEmpty })
  }

  @Test("A22 _member_ is made after every user whose default tenant makes Keystone make it")
  func memberRole() throws {
    let desired = DesiredState.make {
      $0.roles = [Role(name: Role.memberName), Role(name: "admin")]
      $0.tenants = [Tenant(name: "acme")]
      $0.users = [
        User(name: "ann", tenant: "acme"), User(name: "bob"), User(name: "old", tenant: "acme"),
      ]
      $0.usersWithDeclaredRoles = ["bob"]
      $0.assignments = [RoleAssignment(user: "bob", tenant: "acme", role: Role.memberName)]
    }
    let live = LiveState.make { $0.users = [Live(id: "1", User(name: "old"))] }
    let steps = Steps(try Plan.make(desired, live), live: live)
    #expect(steps.needs(.role(Role.memberName)) == [.user("ann"), .user("old")])
    #expect(steps.needs(.role("admin")) == [])
    #expect(
      steps.needs(.assignment("bob", "acme", Role.memberName)) == [
        .role(Role.memberName), .tenant("acme"), .user("bob"),
      ]
    )
    let free = Steps(steps.plan, live: live, capabilities: .v3)
    #expect(free.needs(.role(Role.memberName)) == [])
  }

  @Test(
    "A22 an assignment of an undeclared _member_ waits for the user that makes Keystone make it"
  )
  func undeclaredMemberRole() throws {
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "acme")]
      $0.users = [User(name: "ann", tenant: "acme"), User(name: "bob")]
      $0.assignments = [RoleAssignment(user: "bob", tenant: "acme", role: Role.memberName)]
    }
    let steps = Steps(try Plan.make(desired, LiveState()), live: LiveState())
    #expect(
      steps.needs(.assignment("bob", "acme", Role.memberName)) == [
        .tenant("acme"), .user("ann"), .user("bob"),
      ]
    )
  }

  @Test("a tenant goes after the users that leave it, and what hangs on an object before it")
  func removal() throws {
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "acme")]
      $0.users = [User(name: "ann", tenant: "acme")]
      $0.absent.tenants = ["old"]
      $0.absent.assignments = [RoleAssignment(user: "bob", tenant: "old", role: "admin")]
      $0.absent.users = ["bob"]
    }
    let live = LiveState.make {
      $0.tenants = ["acme", "old"].map { Live(id: "\($0)", Tenant(name: $0)) }
      $0.users = [
        Live(id: "1", User(name: "ann", tenant: "old")), Live(id: "2", User(name: "bob")),
      ]
      $0.assignments = [RoleAssignment(user: "bob", tenant: "old", role: "admin")]
    }
    let steps = Steps(try Plan.make(desired, live), live: live)
    let revocation = ResourceKey.assignment("bob", "old", "admin")
    #expect(steps.needs(.tenant("old")) == [.user("ann"), revocation])
    #expect(steps.needs(.user("bob")) == [revocation])
  }
}
