import IdentityModel
import Testing

@testable import Convergence

@Suite struct AssignmentNamesTests {
  private static let live = {
    var live = LiveState()
    live.roles = [Live(id: "r", Role(name: "admin"))]
    live.tenants = [Live(id: "p", Tenant(name: "lab"))]
    live.users = [Live(id: "u", User(name: "ann"))]
    live.groups = [Live(id: "g", Group(name: "ops"))]
    live.domains = [Live(id: "d", Domain(name: "corp"))]
    return live
  }()

  @Test func `an assignment is said by the names of its parts`() {
    let names = AssignmentNames(Self.live)
    #expect(
      names.assignment(AssignmentIDs(.group("g"), .domain("d"), roleID: "r"))
        == RoleAssignment(.group("ops"), .domain("corp"), role: "admin")
    )
    #expect(
      names.assignment(AssignmentIDs(.user("u"), .system, roleID: "r"))
        == RoleAssignment(.user("ann"), .system, role: "admin")
    )
    #expect(
      names.assignment(AssignmentIDs(.user("u"), .tenantsBelow("p"), roleID: "r"))
        == RoleAssignment(.user("ann"), .tenantsBelow("lab"), role: "admin")
    )
    #expect(
      names.assignment(AssignmentIDs(.group("g"), .tenantsOfDomain("d"), roleID: "r"))
        == RoleAssignment(.group("ops"), .tenantsOfDomain("corp"), role: "admin")
    )
    #expect(
      names.assignment(AssignmentIDs(userID: "u", tenantID: "p", roleID: "r"))
        == RoleAssignment(user: "ann", tenant: "lab", role: "admin")
    )
  }

  @Test func `somebody who is gone has the ID for a name`() {
    let names = AssignmentNames(Self.live)
    #expect(
      names.assignmentOfGone(AssignmentIDs(.user("0a"), .tenant("p"), roleID: "r"))
        == RoleAssignment(.user("0a"), .tenant("lab"), role: "admin")
    )
    #expect(
      names.assignmentOfGone(AssignmentIDs(.group("0b"), .system, roleID: "r"))
        == RoleAssignment(.group("0b"), .system, role: "admin")
    )
    #expect(names.assignmentOfGone(AssignmentIDs(.user("0a"), .tenant("q"), roleID: "r")) == nil)
  }

  @Test func `what was not read has no name`() {
    let names = AssignmentNames(Self.live, users: [])
    for ids in [
      AssignmentIDs(.user("u"), .system, roleID: "r"),
      AssignmentIDs(.group("g"), .tenant("gone"), roleID: "r"),
      AssignmentIDs(.group("g"), .system, roleID: "gone"),
    ] {
      #expect(names.assignment(ids) == nil)
    }
  }
}
