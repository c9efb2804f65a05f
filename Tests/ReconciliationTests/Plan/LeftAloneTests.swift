import IdentityModel
import Reconciliation
import Testing

@Suite("Pruning leaves alone what is Keystone's, the caller's or somebody else's")
struct LeftAloneTests {
  private func pruned(
    _ desired: DesiredState,
    _ live: LiveState,
    unsayable: Unsayable = Unsayable()
  ) throws -> Plan {
    let difference = Differ.difference(
      desired: desired,
      live: live,
      memberRole: Role.memberName,
      groupsEndpoints: true
    )
    let planner = Planner(capabilities: .v2, options: .pruning, caller: nil) { _ in unsayable }
    return try planner.plan(difference, desired: desired, live: live)
  }

  @Test("what a database takes for a declared name stays, be it made or there")
  func twins() throws {
    let desired = DesiredState.make {
      $0.roles = [Role(name: "member"), Role(name: "admin")]
      $0.tenants = [Tenant(name: "demo")]
      $0.users = [User(name: "Jos\u{E9}")]
    }
    var live = LiveState.make {
      $0.roles = ["Member", "admin", "\u{C1}dmin"].map { Live(id: "r-\($0)", Role(name: $0)) }
      $0.tenants = [Live(id: "t", Tenant(name: "Demo"))]
      $0.users = [Live(id: "u", User(name: "Jose"))]
    }
    let plan = try pruned(desired, live)
    #expect(plan.lines == ["+ role member", "+ tenant demo", "+ user Jos\u{E9}"])
    #expect(plan.unmanagedCount == 4)
    #expect(
      plan.notes == [
        .twin(.role("member"), live: "Member"),
        .twinNotPruned(.role("\u{C1}dmin"), of: "admin"),
        .twin(.tenant("demo"), live: "Demo"),
        .twin(.user("Jos\u{E9}"), live: "Jose"),
        .withoutPassword("Jos\u{E9}"),
      ]
    )
    live.tenants.append(Live(id: "t2", Tenant(name: "demo")))
    #expect(!(try pruned(desired, live)).changes.contains { $0.action == .delete })
  }

  static let catalog = DesiredState.make {
    $0.services = [.make(.nova)]
    $0.endpoints = [.make(.nova)]
    $0.regions = [Region(name: "Declared")]
  }

  @Test("endpoints in regions of others stay, and the services that they hang on")
  func regions() throws {
    let live = LiveState.make {
      $0.services = [.make("1"), .make("2", .heat), .make("3", .glance)]
      $0.endpoints = [
        .make("e1", on: "1"), .make("e2", on: "1", in: "West"), .make("e3", on: "2", in: "West"),
        .make("e4", on: "2", in: "RegionOne"), .make("e5", on: "1", in: "Declared"),
        .make("e6", on: "3", in: "Declared"),
      ]
    }
    let plan = try pruned(Self.catalog, live)
    #expect(plan.changes.compactMap(\.liveID) == ["e5", "e6", "e4", "3"])
    #expect(plan.notes == [.regionNotPruned("West", endpoints: 2)])
    #expect(plan.unmanagedCount == 3)
  }

  @Test("so do rows without a name, a region or a service, and those that v3 made")
  func withoutKey() throws {
    let live = LiveState.make {
      $0.services = [
        .make("1"), .make("2", ServiceKey(type: "metering", name: "")), .make("3", .heat),
      ]
      $0.endpoints = [
        .make("e1", on: "1"), .make("e2", on: "1", in: nil), .make("e3", on: "gone"),
        .make("e4", on: "3", isManageable: false),
      ]
    }
    let plan = try pruned(Self.catalog, live)
    #expect(plan.lines == ["+ region Declared"])
    #expect(plan.notes.isEmpty)
    #expect(plan.unmanagedCount == 5)
  }

  @Test("so does what a seed cannot say")
  func unsayable() throws {
    let live = LiveState.make {
      $0.users = [Live(id: "1", User(name: "ann")), Live(id: "2", User(name: "a/b"))]
    }
    let desired = DesiredState.make { $0.users = [User(name: "ann")] }
    #expect(try pruned(desired, live, unsayable: Unsayable(ids: ["2"])).isEmpty)
    #expect(try pruned(desired, live).count(of: .delete) == 1)
  }

  @Test("what has no ID and a seed cannot say")
  func unsayableMember() throws {
    let membership = Membership(user: "odd", group: "ops")
    let desired = DesiredState.make {
      $0.groups = [Group(name: "ops")]
      $0.users = [User(name: "ann")]
      $0.groupsWithDeclaredMembers = ["ops"]
    }
    let live = LiveState.make {
      $0.groups = [Live(id: "g", Group(name: "ops"))]
      $0.users = [Live(id: "u", User(name: "ann")), Live(id: "o", User(name: "odd"))]
      $0.memberships = [membership]
    }
    let odd = Unsayable(ids: ["o"], keys: [.membership(membership)])
    #expect(try pruned(desired, live, unsayable: odd).isEmpty)
    #expect(try pruned(desired, live, unsayable: Unsayable(ids: ["o"])).changes.count == 1)
  }

  @Test("so does the role of default tenants, whatever it is called", arguments: [true, false])
  func memberRole(hasDefaultID: Bool) throws {
    let id = hasDefaultID ? "9fe2ff9ee4384b1894a90878d3e92bab" : "5"
    let live = LiveState.make {
      $0.roles = [Live(id: "1", Role(name: "admin")), Live(id: id, Role(name: "belongs"))]
      $0.tenants = [Live(id: "1", Tenant(name: "acme")), Live(id: "2", Tenant(name: "other"))]
      $0.users = [
        Live(id: "1", User(name: "ann", tenant: "acme")), Live(id: "2", User(name: "bob")),
      ]
      $0.assignments = [RoleAssignment(user: "ann", tenant: "acme", role: "belongs")]
    }
    var desired = DesiredState.make {
      $0.roles = [Role(name: "admin")]
      $0.tenants = live.tenants.map(\.value)
      $0.users = live.users.map(\.value)
      $0.usersWithDeclaredRoles = ["ann", "bob"]
    }
    #expect(try pruned(desired, live).isEmpty)

    // Held elsewhere, it is a role like others, unless its ID says otherwise.
    var elsewhere = live
    elsewhere.assignments.insert(RoleAssignment(user: "bob", tenant: "other", role: "belongs"))
    let plan = try pruned(desired, elsewhere)
    #expect(plan.changes.contains { $0.key == .role("belongs") } == !hasDefaultID)
    if !hasDefaultID {
      desired.roles.append(Role(name: "belongs"))
      let declared = try pruned(desired, live)
      #expect(declared.lines == ["- assignment ann has belongs in acme unmanaged"])
    }
  }
}
