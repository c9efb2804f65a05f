import IdentityModel
import Reconciliation
import Testing

@Suite("Regions and tenants that are parts of others")
struct ObjectTreesTests {
  private static let live = LiveState.make { state in
    state.regions = [
      Live(id: "west", Region(name: "west")), Live(id: "bay", Region(name: "bay", parent: "west")),
      Live(id: "east", Region(name: "east")),
    ]
    state.services = [.make("1")]
    state.endpoints = [.make("e", on: "1", in: "bay")]
  }

  private static func plan(_ fill: (inout DesiredState) -> Void) throws(PlanError) -> Plan {
    try Plan.make(.make(fill), live, capabilities: .v3)
  }

  @Test("one is not deleted with another that the seed does not name")
  func takesAlong() throws {
    #expect(throws: PlanError.takesAlong(.region("bay"), with: .region("west"))) {
      _ = try Self.plan { $0.absent.regions = ["west"] }
    }
    let both = try Self.plan { $0.absent.regions = ["west", "bay"] }
    #expect(
      both.lines.suffix(2)
        == ["- region bay id bay", "- region west id west"].map { $0 + " declaredAbsent" }
    )
    let moved = try Self.plan {
      $0.regions = [Region(name: "bay", parent: "east")]
      $0.absent.regions = ["west"]
    }
    #expect(moved.lines == ["~ region bay id bay", "- region west id west declaredAbsent"])
  }

  private static let projects = LiveState.make { state in
    state.tenants = [
      Live(id: "1", Tenant(name: "top")), Live(id: "2", Tenant(name: "a", parent: "top")),
      Live(id: "3", Tenant(name: "b", parent: "a")),
    ]
  }

  @Test("a tenant with one below it is not deleted, and all of them are from below")
  func tenants() throws {
    let some = DesiredState.make { $0.absent.tenants = ["top", "a"] }
    #expect(throws: PlanError.takesAlong(.tenant("b"), with: .tenant("a"))) {
      _ = try Plan.make(some, Self.projects, capabilities: .v3)
    }
    let all = DesiredState.make { $0.absent.tenants = ["top", "a", "b"] }
    let plan = try Plan.make(all, Self.projects, capabilities: .v3)
    let schedule = Schedule(plan, live: Self.projects, caller: nil, capabilities: .v3)
    let names = schedule.operations.map { plan.changes[$0.change].key.description }
    #expect(names == ["b", "a", "top"])
    #expect(schedule.operations.map(\.after) == [[], [0], [1]])
  }

  @Test("a tenant is made after the one above it, and stays where it is")
  func parents() throws {
    let desired = DesiredState.make {
      $0.tenants = [
        Tenant(name: "a", parent: "z"), Tenant(name: "b", parent: "top"),
        Tenant(name: "n", parent: "z"), Tenant(name: "z", description: "d"),
      ]
    }
    let plan = try Plan.make(desired, Self.projects, capabilities: .v3)
    #expect(plan.lines == ["+ tenant n", "+ tenant z"])
    #expect(
      plan.notes == [
        .staysBelow(.tenant("a"), id: "2", live: "top", declared: "z"),
        .staysBelow(.tenant("b"), id: "3", live: "a", declared: "top"),
      ]
    )
    #expect(plan.leavesDrift)
    let schedule = Schedule(plan, live: Self.projects, caller: nil, capabilities: .v3)
    #expect(schedule.operations.map { plan.changes[$0.change].key.description } == ["z", "n"])
    #expect(schedule.operations.map(\.after) == [[], [0]])
  }

  @Test("pruning keeps what something that stays is below")
  func pruning() throws {
    let desired = DesiredState.make { $0.tenants = [Tenant(name: "b")] }
    let plan = try Plan.make(desired, Self.projects, capabilities: .v3, options: .pruning)
    #expect(plan.lines == [])
    #expect(plan.unmanagedCount == 2)
    let other = DesiredState.make { $0.tenants = [Tenant(name: "n", parent: "top")] }
    let rest = try Plan.make(other, Self.projects, capabilities: .v3, options: .pruning)
    #expect(
      rest.lines == ["+ tenant n", "- tenant a id 2 unmanaged", "- tenant b id 3 unmanaged"]
    )
  }

  @Test("one in which an endpoint stays is not deleted")
  func inUse() {
    let desired = DesiredState.make { $0.absent.regions = ["bay"] }
    let options = PlanOptions(kinds: [.region], maximumDeletions: .max)
    #expect(throws: PlanError.regionInUse("bay", endpoints: 1)) {
      _ = try Plan.make(desired, Self.live, capabilities: .v3, options: options)
    }
  }

  @Test("one cannot come to be below itself")
  func circles() throws {
    #expect(throws: PlanError.belowItself([.region("west"), .region("bay")])) {
      _ = try Self.plan { $0.regions = [Region(name: "bay"), Region(name: "west", parent: "bay")] }
    }
    let turned = try Self.plan {
      $0.regions = [Region(name: "bay", parent: "east"), Region(name: "west", parent: "bay")]
    }
    #expect(turned.lines == ["~ region bay id bay", "~ region west id west"])
  }
}
