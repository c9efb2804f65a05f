import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

@Suite("Regions are listed only where endpoints do not tell of them")
struct RegionReadingTests {
  private static func desired(_ fill: (inout DesiredState) -> Void = { _ in }) -> DesiredState {
    var desired = DesiredState()
    desired.regions = [Region(name: "one"), Region(name: "two")]
    fill(&desired)
    return desired
  }

  @Test("a name alone needs no list")
  func names() {
    let reading = RegionReading(Self.desired(), .make())
    #expect(reading.isLooked && !reading.isNeeded)
    #expect(reading.declared == ["one", "two"])
  }

  @Test("what is said beside a name does")
  func fields() {
    let changes: [(inout DesiredState) -> Void] = [
      { $0.regions[0].description = "" }, { $0.regions[1].parent = "one" },
      { $0.existing = [.region("two")] }, { $0.absent.regions = ["three"] },
    ]
    for change in changes { #expect(RegionReading(Self.desired(change), .make()).isNeeded) }
  }

  @Test("where endpoints are not read, a name does as well")
  func withoutEndpoints() {
    #expect(RegionReading(Self.desired(), .make(kinds: [.region])).isNeeded)
    #expect(!RegionReading(DesiredState(), .make(kinds: [.region])).isNeeded)
    #expect(!RegionReading(Self.desired(), .make(kinds: [.role])).isLooked)
  }

  @Test("a region that is not looked at does not count")
  func scope() {
    var options = ConvergenceOptions.make()
    options.plan.scope = PlanScope(regions: ["one"])
    let reading = RegionReading(Self.desired { $0.regions[1].parent = "one" }, options)
    #expect(reading.declared == ["one"])
    #expect(!reading.isNeeded)
  }
}
