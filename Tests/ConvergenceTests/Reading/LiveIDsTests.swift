import IdentityModel
import Testing

@testable import Convergence

struct LiveIDsTests {
  private static let assignment = RoleAssignment(user: "nova", tenant: "service", role: "admin")

  private var live: LiveState {
    var live = LiveState()
    live.roles = [Live(id: "r", Role(name: "admin"))]
    live.tenants = [Live(id: "t", Tenant(name: "service"))]
    live.users = [Live(id: "u", User(name: "nova"))]
    live.services = [Live(id: "s", .make(.nova))]
    return live
  }

  @Test("what was read is known, and what is made since")
  func known() {
    var ids = LiveIDs(live)
    #expect(ids[.service(.nova)] == "s")
    #expect(ids[.service(.keystone)] == nil)
    ids[.service(.keystone)] = "new"
    #expect(ids[.service(.keystone)] == "new")
    let assignment = ids.assignment(Self.assignment)
    #expect(assignment == AssignmentIDs(userID: "u", tenantID: "t", roleID: "r"))
  }

  @Test("names that differ only in how an accent is written are two")
  func codePoints() {
    var live = live
    live.users = [
      Live(id: "1", User(name: "\u{E9}")), Live(id: "2", User(name: "e\u{301}")),
    ]
    let ids = LiveIDs(live)
    #expect(ids[.user("\u{E9}")] == "1")
    #expect(ids[.user("e\u{301}")] == "2")
  }

  @Test("of a name that is there twice no ID is known")
  func ambiguous() {
    var live = live
    live.users.append(Live(id: "another", User(name: "nova")))
    live.services += [Live(id: "s2", .make(.nova)), Live(id: "s3", .make(.nova))]
    let ids = LiveIDs(live)
    #expect(ids[.user("nova")] == nil)
    #expect(ids[.service(.nova)] == nil)
    #expect(ids.assignment(Self.assignment) == nil)
  }
}
