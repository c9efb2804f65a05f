import IdentityModel
import Reconciliation
import Testing

@Suite("Users in a directory cannot be made, and some cannot be named")
struct DirectoryUsersTests {
  private static let live = LiveState.make {
    $0.users = [Live(id: "nova", User(name: "nova"))]
    $0.areUsersReadOnly = true
  }

  @Test("whoever is missing is to be made there, and may be there in another case")
  func missing() throws {
    let desired = DesiredState.make { $0.users = [User(name: "glance"), User(name: "NOVA")] }
    let plan = try Plan.make(desired, Self.live)
    #expect(
      plan.notes == [
        .missingInDirectory("NOVA", live: "nova"), .missingInDirectory("glance", live: nil),
      ]
    )
  }

  @Test("one whom no request can name is one user, and said")
  func unreachable() throws {
    var live = Self.live
    live.unreachable = [.user("slash/er"): "slash/er"]
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "t")]
      $0.roles = [Role(name: "r")]
      $0.users = [User(name: "slash/er"), User(name: "nova")]
      $0.usersWithDeclaredRoles = ["slash/er", "nova"]
      $0.assignments = [
        RoleAssignment(user: "slash/er", tenant: "t", role: "r"),
        RoleAssignment(user: "nova", tenant: "t", role: "r"),
      ]
    }
    let plan = try Plan.make(desired, live)
    #expect(plan.notes == [.unreachable(.user("slash/er"), id: "slash/er")])
    #expect(plan.changes.map(\.key).contains(.assignment(desired.assignments[1])))
    #expect(plan.changes.count == 3)
    #expect(plan.leavesDrift && !plan.isIncomplete)

    let gone = DesiredState.make { $0.absent.users = ["slash/er", "elsewhere"] }
    #expect(try Plan.make(gone, live).notes == [.unreachable(.user("slash/er"), id: "slash/er")])
  }
}
