import IdentityModel
import Reconciliation
import Testing

@Suite("Regions that are parts of others")
struct RegionTreeTests {
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
