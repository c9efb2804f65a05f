import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@Suite("Roles, tenants and users are compared by name, field by field")
struct NamedDifferTests {
  @Test("A37 every difference of an object is planned at once, in the order of the plan")
  func everyDifference() throws {
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "acme")]
      $0.users = [User(name: "u", email: "a", tenant: "acme", enabled: true)]
      $0.passwords = ["u": Secret("p")]
    }
    let live = LiveState.make {
      $0.tenants = [Live(id: "t", Tenant(name: "acme"))]
      $0.users = [Live(id: "1", User(name: "u", enabled: false))]
    }
    let plan = try Plan.make(desired, live, passwords: ["u": .refused])
    let change = try #require(plan.changes.only)
    #expect(change.fields.map(\.field) == [.email, .tenant, .password, .enabled])
  }

  @Test("a locked account whose password is set is said to be unlocked, not to be refused")
  func unlocks() throws {
    let desired = DesiredState.make {
      $0.users = [User(name: "ann"), User(name: "bob")]
      $0.passwords = ["ann": Secret("p"), "bob": Secret("p")]
    }
    let live = LiveState.make {
      $0.users = [Live(id: "1", User(name: "ann")), Live(id: "2", User(name: "bob"))]
    }
    let plan = try Plan.make(desired, live, passwords: ["ann": .toBeUnlocked, "bob": .refused])
    #expect(
      plan.changes.map(\.fields) == [
        [FieldChange(.password, to: .secret)], [FieldChange(.password, to: .secret)],
      ]
    )
    #expect(plan.notes == [.unlocksUser("ann"), .refusedLogins(["bob"])])
    #expect(!plan.needsAgreement)
  }

  @Test("what is missing is created with all that is declared, and nothing else")
  func create() throws {
    let desired = DesiredState.make {
      $0.roles = [Role(name: "admin")]
      $0.tenants = [Tenant(name: "acme", description: "d")]
      $0.users = [User(name: "u", tenant: "acme", enabled: false)]
      $0.passwords = ["u": Secret("p")]
    }
    let plan = try Plan.make(desired, LiveState())
    #expect(plan.lines == ["+ role admin", "+ tenant acme", "+ user u"])
    #expect(
      plan.changes.map(\.settings) == [
        [],
        [FieldSetting(.description, .text("d"))],
        [
          FieldSetting(.tenant, .name("acme")), FieldSetting(.password, .secret),
          FieldSetting(.enabled, .flag(false)),
        ],
      ]
    )
    #expect(plan.changes.allSatisfy { $0.liveID == nil })
  }

  @Test("a user without a declared password is created without one, and that is said")
  func createWithoutPassword() throws {
    let desired = DesiredState.make { $0.users = [User(name: "u")] }
    let plan = try Plan.make(desired, LiveState())
    #expect(try #require(plan.changes.only).fields == [])
    #expect(plan.notes == [.withoutPassword("u")])
    #expect(!plan.needsAgreement)
  }

  @Test("nothing is said of the password of a user who is there, is disabled or gets one")
  func nothingToSayOfThePassword() throws {
    var desired = DesiredState.make { $0.users = [User(name: "u")] }
    let live = LiveState.make { $0.users = [Live(id: "1", User(name: "u"))] }
    #expect(try Plan.make(desired, live).notes == [])
    desired.passwords = ["u": Secret("p")]
    #expect(try Plan.make(desired, LiveState()).notes == [])
    desired = .make { $0.users = [User(name: "u", enabled: false)] }
    #expect(try Plan.make(desired, LiveState()).notes == [])
  }

  @Test("a name in another composition is another object")
  func composition() throws {
    let desired = DesiredState.make { $0.roles = [Role(name: "caf\u{E9}")] }
    let live = LiveState.make { $0.roles = [Live(id: "1", Role(name: "cafe\u{301}"))] }
    let plan = try Plan.make(desired, live)
    #expect(plan.changes.map(\.action) == [.create])
    #expect(plan.unmanagedCount == 1)
    #expect(plan.notes == [.twin(.role("caf\u{E9}"), live: "cafe\u{301}")])
  }

  @Test("what is declared absent is deleted, and only if it is there")
  func absent() throws {
    let desired = DesiredState.make {
      $0.absent.roles = ["old", "gone"]
      $0.absent.tenants = ["demo", "gone"]
      $0.absent.users = ["demo", "gone"]
    }
    let live = LiveState.make {
      $0.roles = [Live(id: "r", Role(name: "old")), Live(id: "r2", Role(name: "kept"))]
      $0.tenants = [Live(id: "t", Tenant(name: "demo"))]
      $0.users = [Live(id: "u", User(name: "demo"))]
    }
    let plan = try Plan.make(desired, live)
    #expect(
      plan.lines == [
        "- user demo id u declaredAbsent", "- tenant demo id t declaredAbsent",
        "- role old id r declaredAbsent",
      ]
    )
    #expect(plan.unmanagedCount == 1)
  }

  @Test("Keystone's own _member_ is never counted as unmanaged")
  func memberRole() throws {
    let live = LiveState.make { $0.roles = [Live(id: "m", Role(name: Role.memberName))] }
    #expect(try Plan.make(DesiredState(), live).unmanagedCount == 0)
    #expect(try Plan.make(DesiredState(), live, options: .pruning).isEmpty)
    #expect(try Plan.make(DesiredState(), live, capabilities: .v3).unmanagedCount == 1)
  }

  @Test("a name that is live more than once is named, and left alone")
  func ambiguous() throws {
    let desired = DesiredState.make { $0.users = [User(name: "ann", email: "a")] }
    let live = LiveState.make {
      $0.users = [Live(id: "1", User(name: "ann")), Live(id: "2", User(name: "ann"))]
    }
    let plan = try Plan.make(desired, live)
    #expect(plan.isEmpty)
    #expect(plan.notes == [.ambiguous(.user("ann"), count: 2)])
    #expect(plan.leavesDrift)
  }

  @Test(
    "a name that MySQL takes for a live one is created, with a word about that one",
    arguments: [
      ("Jos\u{E9}", "Jose"), ("demo", "Demo"), ("Gro\u{DF}", "gros"), ("a", "A "),
    ] as [(QualifiedName, QualifiedName)]
  )
  func twins(declared: QualifiedName, live: QualifiedName) throws {
    let state = LiveState.make { $0.users = [Live(id: "1", User(name: live))] }
    let plan = try Plan.make(.make { $0.users = [User(name: declared)] }, state)
    #expect(plan.changes.map(\.action) == [.create])
    #expect(plan.notes == [.twin(.user(declared), live: live), .withoutPassword(declared)])
  }

  @Test(
    "A20 a name that is live in other cases is created, with a word about the first of them",
    arguments: [["acme", "ACME"], ["ACME", "acme"]] as [[QualifiedName]]
  )
  func caseOnly(names: [QualifiedName]) throws {
    let desired = DesiredState.make { $0.tenants = [Tenant(name: "Acme")] }
    let live = LiveState.make { $0.tenants = names.map { Live(id: "\($0)", Tenant(name: $0)) } }
    let plan = try Plan.make(desired, live)
    #expect(plan.lines == ["+ tenant Acme"])
    #expect(plan.notes == [.twin(.tenant("Acme"), live: "ACME")])
    #expect(!plan.leavesDrift)
  }

  @Test("both spellings declared and live are two objects, and no word is said")
  func bothCases() throws {
    let tenants = [Tenant(name: "acme"), Tenant(name: "Acme")]
    let live = LiveState.make {
      $0.tenants = tenants.map { Live(id: "\($0.name)", $0) }
    }
    let plan = try Plan.make(.make { $0.tenants = tenants }, live)
    #expect(plan.isEmpty && plan.notes.isEmpty)
  }

  @Test("what the database takes for a declared object is said to stand for it")
  func adopted() throws {
    let desired = DesiredState.make { $0.roles = [Role(name: "Member"), Role(name: "admin")] }
    var live = LiveState.make {
      $0.roles = [Live(id: "1", Role(name: "Member")), Live(id: "2", Role(name: "admin"))]
    }
    live.twins = [.role("Member"): .same("member")]
    let plan = try Plan.make(desired, live)
    #expect(plan.changes == [])
    #expect(plan.notes == [.adopted(.role("Member"), live: "member", id: "1")])
  }

  @Test("where the database tells two names apart, a new one is beside the other")
  func besideTwin() throws {
    let desired = DesiredState.make { $0.roles = [Role(name: "Member")] }
    var live = LiveState.make { $0.roles = [Live(id: "1", Role(name: "member"))] }
    live.twins = [.role("Member"): .other]
    let plan = try Plan.make(desired, live)
    #expect(plan.lines == ["+ role Member"])
    #expect(plan.notes == [.besideTwin(.role("Member"), live: "member")])
  }
}
