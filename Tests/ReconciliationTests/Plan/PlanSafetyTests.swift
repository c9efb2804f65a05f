import IdentityModel
import Reconciliation
import Testing
import Texts

@Suite("A plan after which nobody could run the next one is refused")
struct PlanSafetyTests {
  static let caller = Caller(user: "admin", tenant: "ops", roles: ["admin", "audit"])

  static let live = LiveState.make {
    $0.roles = ["admin", "audit", "Member"].map { Live(id: "r-\($0)", Role(name: $0)) }
    $0.tenants = ["ops", "demo"].map { Live(id: "t-\($0)", Tenant(name: $0, enabled: true)) }
    $0.users = ["admin", "demo"].map { Live(id: "u-\($0)", User(name: $0, enabled: true)) }
    $0.assignments = [
      RoleAssignment(user: "admin", tenant: "ops", role: "admin"),
      RoleAssignment(user: "admin", tenant: "demo", role: "admin"),
      RoleAssignment(user: "demo", tenant: "ops", role: "admin"),
    ]
  }

  private static func factors(_ rules: [[ExactText]], of user: QualifiedName = "admin") -> User {
    let options = ResourceOptions([.needsFactors: .flag(true), .factorRules: .rules(rules)])
    return User(name: user, options: options)
  }

  /// Something to declare, and what it would do to the caller.
  struct Wish: CustomTestStringConvertible {
    let testDescription: String
    let desired: DesiredState
    let refusal: PlanError?

    init(_ name: String, _ refusal: PlanError?, _ fill: (inout DesiredState) -> Void) {
      testDescription = name
      desired = .make(fill)
      self.refusal = refusal
    }
  }

  static let wishes = [
    Wish("deleting the caller", .cutsOffCaller(.user("admin"), .delete)) {
      $0.absent.users = ["admin"]
    },
    Wish("disabling the caller", .cutsOffCaller(.user("admin"), .update)) {
      $0.users = [User(name: "admin", enabled: false)]
    },
    Wish("deleting its tenant", .cutsOffCaller(.tenant("ops"), .delete)) {
      $0.absent.tenants = ["ops"]
    },
    Wish("disabling its tenant", .cutsOffCaller(.tenant("ops"), .update)) {
      $0.tenants = [Tenant(name: "ops", enabled: false)]
    },
    Wish("deleting its role", .cutsOffCaller(.role("admin"), .delete)) {
      $0.absent.roles = ["admin"]
    },
    Wish(
      "revoking its role",
      .cutsOffCaller(.assignment("admin", "ops", "admin"), .delete)
    ) {
      $0.absent.assignments = [RoleAssignment(user: "admin", tenant: "ops", role: "admin")]
    },
    Wish("asking it for more than its password", .asksCallerForMore("admin")) {
      $0.users = [factors([["password", "totp"]])]
    },
    Wish("asking somebody else for more", nil) {
      $0.users = [factors([["password", "totp"]], of: "demo")]
    },
    Wish("letting its password be one way among others", nil) {
      $0.users = [factors([["totp", "password"], ["password"]])]
    },
    Wish("having it ask for more without saying what", nil) {
      $0.users = [User(name: "admin", options: ResourceOptions([.needsFactors: .flag(true)]))]
    },
    Wish("changing its fields", nil) {
      $0.users = [User(name: "admin", email: "e", enabled: true)]
    },
    Wish("deleting somebody else", nil) { $0.absent.users = ["demo"] },
    Wish("disabling somebody else", nil) { $0.users = [User(name: "demo", enabled: false)] },
    Wish("deleting another tenant", nil) { $0.absent.tenants = ["demo"] },
    Wish("deleting another role", nil) { $0.absent.roles = ["Member"] },
    Wish("revoking its role elsewhere", nil) {
      $0.absent.assignments = [RoleAssignment(user: "admin", tenant: "demo", role: "admin")]
    },
    Wish("revoking the same role of somebody else", nil) {
      $0.absent.assignments = [RoleAssignment(user: "demo", tenant: "ops", role: "admin")]
    },
  ]

  @Test("nobody cuts off the branch they sit on", arguments: wishes)
  func caller(_ wish: Wish) throws {
    if let refusal = wish.refusal {
      #expect(throws: refusal) {
        try Plan.make(wish.desired, Self.live, caller: Self.caller)
      }
    } else {
      #expect(try !Plan.make(wish.desired, Self.live, caller: Self.caller).isEmpty)
    }
  }

  @Test("a bare admin token sits on no branch", arguments: wishes)
  func bareToken(_ wish: Wish) throws {
    #expect(try !Plan.make(wish.desired, Self.live).isEmpty)
  }

  @Test("whoever would be refused is asked for", arguments: wishes.filter { $0.refusal != nil })
  func callerIsAskedFor(_ wish: Wish) throws {
    let plan = try Plan.make(wish.desired, Self.live)
    #expect(plan.changes.contains { $0.mayTouchCaller })
  }

  @Test("a caller of a domain or of the system has no other branch there")
  func scopes() throws {
    var live = Self.live
    live.domains = [Live(id: "d", Domain(name: "corp"))]
    let scopes: [RoleAssignment.Scope] = [.system, .domain("corp"), .tenant("ops")]
    let grants = scopes.map { RoleAssignment(.user("admin"), $0, role: "admin") }
    live.assignments = Set(grants)
    for scope in scopes {
      let caller = Caller(user: "admin", on: scope, roles: ["admin"])
      for grant in grants {
        let desired = DesiredState.make { $0.absent.assignments = [grant] }
        if grant.scope == scope {
          #expect(throws: PlanError.cutsOffCaller(.assignment(grant), .delete)) {
            try Plan.make(desired, live, capabilities: .v3, caller: caller)
          }
        } else {
          #expect(
            try Plan.make(desired, live, capabilities: .v3, caller: caller).changes.count == 1
          )
        }
      }
    }
  }

  @Test("of several refusals the first of the plan is named, whatever the order of the input")
  func deterministic() {
    let desired = DesiredState.make {
      $0.absent.users = ["admin"]
      $0.absent.tenants = ["ops"]
      $0.absent.roles = ["admin", "audit"]
    }
    for _ in 0..<5 {
      #expect(throws: PlanError.cutsOffCaller(.user("admin"), .delete)) {
        try Plan.make(desired, Self.live, caller: Self.caller)
      }
    }
  }

  @Test("the last identity service stays")
  func lastIdentityService() throws {
    let desired = DesiredState.make { $0.absent.services = [ServicePattern(name: "keystone")] }
    let live = LiveState.make { $0.services = [.make("1", .keystone), .make("2", .keystone)] }
    #expect(throws: PlanError.removesIdentityService(.service(.keystone))) {
      try Plan.make(desired, live)
    }
  }

  @Test("the last identity service stays in the catalog, and an endpoint of it")
  func disabledIdentityService() throws {
    var live = LiveState.make {
      $0.services = [.make("1", .keystone)]
      $0.endpoints = [.make("e", on: "1")]
    }
    let desired = DesiredState.make {
      var service = Service.make(.keystone)
      service.isShown = false
      $0.services = [service]
    }
    #expect(throws: PlanError.removesIdentityService(.service(.keystone), .update)) {
      try Plan.make(desired, live, capabilities: .v3)
    }
    live.services.append(.make("2", ServiceKey(type: "identity", name: "idp")))
    #expect(try Plan.make(desired, live, capabilities: .v3).changes.count == 1)
  }

  @Test("an identity service may go where another one stays or comes")
  func anotherIdentityService() throws {
    let other = ServiceKey(type: "identity", name: "idp")
    var desired = DesiredState.make { $0.absent.services = [ServicePattern(name: "keystone")] }
    let both = LiveState.make { $0.services = [.make("1", .keystone), .make("2", other)] }
    #expect(try Plan.make(desired, both).count(of: .delete) == 1)
    desired.services = [.make(other)]
    let one = LiveState.make { $0.services = [.make("1", .keystone)] }
    #expect(try Plan.make(desired, one).lines.count == 2)
  }

  @Test("a duplicate of the identity service may go, and a replacement is none")
  func duplicateIdentityService() throws {
    let desired = DesiredState.make {
      $0.services = [.make(.keystone, description: "new")]
      $0.endpoints = [.make(.keystone)]
    }
    let live = LiveState.make {
      $0.services = [.make("1", .keystone), .make("2", .keystone)]
      $0.endpoints = [.make("e", on: "1")]
    }
    let plan = try Plan.make(desired, live)
    #expect(plan.count(of: .replace) == 2)
    #expect(plan.count(of: .delete) == 1)
  }

  @Test("the last endpoint of the identity service stays")
  func lastIdentityEndpoint() throws {
    var desired = DesiredState.make {
      let pattern = ServicePattern(name: "keystone")
      $0.services = [.make(.keystone)]
      $0.absent.endpoints = [EndpointPattern(service: pattern, region: "RegionOne")]
    }
    var live = LiveState.make {
      $0.services = [.make("1", .keystone)]
      $0.endpoints = [.make("e", on: "1")]
    }
    #expect(throws: PlanError.removesIdentityService(.endpoint(.keystone))) {
      try Plan.make(desired, live)
    }
    live.endpoints.append(.make("f", on: "1", in: "Edge"))
    #expect(try Plan.make(desired, live).count(of: .delete) == 1)
    live.endpoints.removeLast()
    desired.endpoints = [.make(.keystone, in: "Edge")]
    #expect(try Plan.make(desired, live).lines.count == 2)
  }

  /// A reference to something that is neither there nor made.
  static let dangling: [(Set<ResourceKind>, ResourceKey, ResourceKey, DesiredState)] = [
    (
      [.user], .tenant("new"), .user("ann"),
      .make { $0.users = [User(name: "ann", tenant: "new")] }
    ),
    (
      [.user], .tenant("new"), .user("demo"),
      .make { $0.users = [User(name: "demo", tenant: "new")] }
    ),
    (
      [.assignment], .role("new"), .assignment("demo", "demo", "new"),
      .make { $0.assignments = [RoleAssignment(user: "demo", tenant: "demo", role: "new")] }
    ),
    (
      [.assignment], .tenant("new"), .assignment("demo", "new", "admin"),
      .make { $0.assignments = [RoleAssignment(user: "demo", tenant: "new", role: "admin")] }
    ),
    (
      [.assignment], .user("new"), .assignment("new", "demo", "admin"),
      .make { $0.assignments = [RoleAssignment(user: "new", tenant: "demo", role: "admin")] }
    ),
    (
      [.assignment], .role(Role.memberName), .assignment("demo", "demo", Role.memberName),
      .make {
        $0.assignments = [RoleAssignment(user: "demo", tenant: "demo", role: Role.memberName)]
      }
    ),
    ([.endpoint], .service(.nova), .endpoint(.nova), .make { $0.endpoints = [.make(.nova)] }),
  ]

  @Test("A3 what a change needs is there or made, else there is no plan", arguments: 0..<7)
  func missing(index: Int) {
    let (kinds, need, key, desired) = Self.dangling[index]
    #expect(throws: PlanError.missing(need, neededBy: key)) {
      try Plan.make(desired, Self.live, options: PlanOptions(kinds: kinds, maximumDeletions: .max))
    }
  }

  @Test("what another kind of the same plan makes is there in time")
  func made() throws {
    let desired = DesiredState.make {
      $0.roles = [Role(name: "new")]
      $0.tenants = [Tenant(name: "new")]
      $0.users = [User(name: "new", tenant: "new")]
      $0.assignments = [RoleAssignment(user: "new", tenant: "new", role: "new")]
      $0.services = [.make(.nova)]
      $0.endpoints = [.make(.nova)]
    }
    #expect(try Plan.make(desired, LiveState()).count(of: .create) == 6)
  }

  @Test("A22 _member_ is there once a user gets a default tenant")
  func memberRole() throws {
    let desired = DesiredState.make {
      $0.users = [User(name: "demo", tenant: "demo")]
      $0.assignments = [RoleAssignment(user: "demo", tenant: "ops", role: Role.memberName)]
    }
    #expect(try Plan.make(desired, Self.live).changes.count == 2)
    let missing = PlanError.missing(
      .role(Role.memberName),
      neededBy: .assignment("demo", "ops", Role.memberName)
    )
    #expect(throws: missing) { try Plan.make(desired, Self.live, capabilities: .v3) }
  }
}
