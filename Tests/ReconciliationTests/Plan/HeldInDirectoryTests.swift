import IdentityModel
import Reconciliation
import Testing
import Texts

@Suite("What lives in a directory cannot be made, changed or deleted, and some cannot be named")
struct HeldInDirectoryTests {
  private static let live = LiveState.make {
    $0.users = [Live(id: "nova", User(name: "nova"))]
    $0.directories = [Directory(.user, of: nil)]
  }

  @Test("whoever is missing is to be made there, and may be there in another case")
  func missing() throws {
    let desired = DesiredState.make { $0.users = [User(name: "glance"), User(name: "NOVA")] }
    let plan = try Plan.make(desired, Self.live)
    #expect(
      plan.notes == [
        .missingInDirectory(.user("NOVA"), live: "nova"),
        .missingInDirectory(.user("glance"), live: nil),
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
    #expect(
      plan.notes == [
        .heldInDirectory(.user("nova"), differences, of: nil), .refusedLogins(["nova"]),
      ]
    )
    #expect(plan.leavesDrift && !plan.isIncomplete)

    // What is the same is no difference, and a back end that writes is asked to.
    desired.users = [User(name: "nova", email: "old@example.org")]
    #expect(try Plan.make(desired, live, passwords: ["nova": .readOnly]).changes.count == 1)
    live.directories = []
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
    let fields = [FieldChange(.password, to: .secret)]
    #expect(plan.notes == [.heldInDirectory(.user("nova"), fields, of: nil)])
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
    #expect(plan.notes == [.staysInDirectory(.user("nova"), of: nil)])
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
    #expect(plan.notes == [.notPrunedInDirectory([.user("ann"), .user("bob")], of: nil)])
    #expect(plan.unmanagedCount == 2)
    #expect(!plan.leavesDrift)

    // Where the seed declares no users, that is the reason.
    let withoutUsers = DesiredState.make { $0.tenants = [Tenant(name: "t")] }
    #expect(try Plan.make(withoutUsers, live, options: options).notes == [.kindNotPruned(.user)])
    live.directories = []
    #expect(throws: PlanError.self) { try Plan.make(desired, live, options: options) }
  }

  /// A directory behind one domain, beside the database's users and groups.
  private static let mixed = LiveState.make {
    $0.domains = [Live(id: "d", Domain(name: "corp"))]
    $0.users = [corp("ann"), "bob"].map { Live(id: "\($0)", User(name: $0, email: "old")) }
    $0.groups = [corp("staff"), "own"].map { Live(id: "g-\($0)", Group(name: $0)) }
    $0.memberships = [Membership(user: corp("ann"), group: corp("staff"))]
    $0.directories = [Directory(.user, of: "corp"), Directory(.group, of: "corp")]
  }

  private static func corp(_ name: Name) -> QualifiedName { QualifiedName(name, of: "corp") }

  @Test("a directory is one domain's, and the users and groups of others are managed as ever")
  func domains() throws {
    let (ann, staff) = (Self.corp("ann"), Self.corp("staff"))
    let desired = DesiredState.make {
      $0.domains = [Domain(name: "corp")]
      $0.users = [
        User(name: ann, email: "new"), User(name: "bob", email: "new"),
        User(name: Self.corp("eve")),
      ]
      $0.groups = [
        Group(name: staff, description: "x"), Group(name: "own", description: "x"),
        Group(name: Self.corp("temps")),
      ]
    }
    let plan = try Plan.make(desired, Self.mixed)
    #expect(
      plan.lines == [
        "+ group temps of domain corp", "+ user eve of domain corp", "~ group own id g-own",
        "~ user bob id bob",
      ]
    )
    let (email, description) = (
      FieldChange(.email, from: .text("old"), to: .text("new")),
      FieldChange(.description, from: nil, to: .text("x"))
    )
    #expect(
      plan.notes == [
        .heldInDirectory(.group(staff), [description], of: "corp"),
        .missingInDirectory(.group(Self.corp("temps")), live: nil),
        .heldInDirectory(.user(ann), [email], of: "corp"),
        .missingInDirectory(.user(Self.corp("eve")), live: nil),
      ]
    )
  }

  @Test("nobody joins or leaves a group of a directory, or joins from one a group of the database")
  func memberships() throws {
    let (ann, staff) = (Self.corp("ann"), Self.corp("staff"))
    let across = [Membership(user: "bob", group: staff), Membership(user: ann, group: "own")]
    let desired = DesiredState.make {
      $0.domains = [Domain(name: "corp")]
      $0.users = [User(name: ann), User(name: "bob")]
      $0.groups = [Group(name: staff), Group(name: "own")]
      $0.memberships = across + [Membership(user: "bob", group: "own")]
      $0.absent.memberships = [Membership(user: ann, group: staff)]
    }
    let plan = try Plan.make(desired, Self.mixed)
    #expect(plan.lines == ["+ membership bob in own"])
    #expect(
      Set(plan.notes) == [
        .heldInDirectory(.membership(across[0]), [], of: "corp"),
        .heldInDirectory(.membership(across[1]), [], of: "corp"),
        .staysInDirectory(.membership(Membership(user: ann, group: staff)), of: "corp"),
      ]
    )
    #expect(plan.leavesDrift)
  }

  @Test("pruning takes nothing out of a directory, and says so of each domain once")
  func prunedByDomain() throws {
    let staff = Self.corp("staff")
    var live = Self.mixed
    live.groups.append(Live(id: "g-t", Group(name: Self.corp("temps"))))
    let desired = DesiredState.make {
      $0.domains = [Domain(name: "corp")]
      $0.users = [User(name: "bob")]
      $0.groups = [Group(name: staff), Group(name: "own")]
      $0.groupsWithDeclaredMembers = [staff]
    }
    let options = PlanOptions(prunes: true)
    let plan = try Plan.make(desired, live, options: options)
    #expect(plan.isEmpty)
    let held: [ResourceKey] = [
      .group(Self.corp("temps")), .user(Self.corp("ann")),
      .membership(Membership(user: Self.corp("ann"), group: staff)),
    ]
    #expect(plan.notes == [.notPrunedInDirectory(held, of: "corp")])
    #expect(plan.unmanagedCount == 3)
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
