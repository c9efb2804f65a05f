import IdentityModel
import Reconciliation
import Testing
import Texts

@Suite("Users in a directory cannot be made, changed or deleted, and some cannot be named")
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

  @Test("what differs of one is said, and not planned")
  func differs() throws {
    var desired = DesiredState.make {
      $0.tenants = [Tenant(name: "t")]
      $0.users = [User(name: "nova", email: "n@example.org", tenant: "t", enabled: false)]
      $0.passwords = ["nova": Secret("p")]
    }
    var live = Self.live
    live.users = [Live(id: "nova", User(name: "nova", email: "old@example.org", enabled: true))]
    let plan = try Plan.make(desired, live, passwords: ["nova": .refused])
    #expect(plan.lines == ["+ tenant t"])
    let differences = [
      FieldChange(.email, from: .text("old@example.org"), to: .text("n@example.org")),
      FieldChange(.tenant, from: nil, to: .name("t")),
      FieldChange(.password, to: .secret),
      FieldChange(.enabled, from: .flag(true), to: .flag(false)),
    ]
    #expect(plan.notes == [.heldInDirectory("nova", differences), .refusedLogins(["nova"])])
    #expect(plan.leavesDrift && !plan.isIncomplete)

    // What is the same is no difference, and a back end that writes is asked to.
    desired.users = [User(name: "nova", email: "old@example.org")]
    #expect(try Plan.make(desired, live, passwords: ["nova": .readOnly]).changes.count == 1)
    live.areUsersReadOnly = false
    desired.users = [User(name: "nova", email: "n@example.org")]
    #expect(try Plan.make(desired, live).lines == ["+ tenant t", "~ user nova id nova"])
  }

  @Test("an account is not said to be unlocked by a password that cannot be set")
  func locked() throws {
    let desired = DesiredState.make {
      $0.users = [User(name: "nova")]
      $0.passwords = ["nova": Secret("p")]
    }
    let plan = try Plan.make(desired, Self.live, passwords: ["nova": .toBeUnlocked])
    #expect(plan.isEmpty)
    #expect(plan.notes == [.heldInDirectory("nova", [FieldChange(.password, to: .secret)])])
  }

  @Test("one who is declared absent stays, and that is drift")
  func absent() throws {
    let desired = DesiredState.make {
      $0.absent.users = ["nova"]
      $0.absent.tenants = ["t"]
    }
    var live = Self.live
    live.tenants = [Live(id: "1", Tenant(name: "t"))]
    let plan = try Plan.make(desired, live)
    #expect(plan.lines == ["- tenant t id 1 declaredAbsent"])
    #expect(plan.notes == [.staysInDirectory("nova")])
    #expect(plan.leavesDrift)
  }

  @Test("pruning leaves them alone, however many they are, and goes on with the rest")
  func pruned() throws {
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "t")]
      $0.users = [User(name: "nova")]
    }
    var live = Self.live
    live.tenants = ["t", "old"].map { Live(id: "id-\($0)", Tenant(name: $0)) }
    live.users += ["bob", "ann"].map { Live(id: "\($0)", User(name: $0)) }
    let options = PlanOptions(prunes: true, maximumDeletions: 1)
    let plan = try Plan.make(desired, live, options: options)
    #expect(plan.lines == ["- tenant old id id-old unmanaged"])
    #expect(plan.notes == [.directoryUsersNotPruned(["ann", "bob"])])
    #expect(plan.unmanagedCount == 2)
    #expect(!plan.leavesDrift)

    // Where the seed declares no users, that is the reason.
    let withoutUsers = DesiredState.make { $0.tenants = [Tenant(name: "t")] }
    #expect(try Plan.make(withoutUsers, live, options: options).notes == [.kindNotPruned(.user)])
    live.areUsersReadOnly = false
    #expect(throws: PlanError.self) { try Plan.make(desired, live, options: options) }
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
