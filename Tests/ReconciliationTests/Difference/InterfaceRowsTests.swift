import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("A catalog with a row for each interface")
struct InterfaceRowsTests {
  private static let seed = DesiredState.make {
    $0.services = [.make(.nova)]
    $0.endpoints = [.make(internal: "http://i")]
  }

  private static func live(_ rows: LiveEndpoint...) -> LiveState {
    .make {
      $0.services = [.make("s")]
      $0.endpoints = rows
    }
  }

  private static func row(
    _ id: String,
    _ interface: EndpointInterface,
    _ url: String,
    on service: String = "s",
    isShown: Bool = true
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: id,
      serviceID: service,
      region: "RegionOne",
      interface: interface,
      url: URLTemplate(url),
      isShown: isShown
    )
  }

  private func plan(_ live: LiveState, options: PlanOptions = .unlimited) throws -> Plan {
    try Plan.make(Self.seed, live, capabilities: .v3, options: options)
  }

  @Test("a missing interface is a new row, and no other one is touched")
  func missing() throws {
    let plan = try plan(Self.live(Self.row("p", .public, "http://p")))
    #expect(plan.lines == ["+ endpoint compute/nova in RegionOne"])
    let urls = plan.changes.map(\.fields)
    #expect(urls == [[FieldChange(.internalURL, to: .template(URLTemplate("http://i")))]])
  }

  @Test("a URL that differs is changed in the row that has it")
  func differs() throws {
    let live = Self.live(
      Self.row("p", .public, "http://p"),
      Self.row("i", .internal, "http://old")
    )
    #expect(try plan(live).lines == ["~ endpoint compute/nova in RegionOne id i"])
  }

  @Test("a hidden row is shown again, in place")
  func hidden() throws {
    let live = Self.live(
      Self.row("p", .public, "http://p", isShown: false),
      Self.row("i", .internal, "http://i")
    )
    let plan = try plan(live)
    #expect(plan.lines == ["~ endpoint compute/nova in RegionOne id p"])
    #expect(plan.changes.map { $0.fields.map(\.field) } == [[.enabled]])
  }

  @Test("which of two rows stays is a matter of each interface")
  func duplicates() throws {
    let live = Self.live(
      Self.row("1", .public, "http://old"),
      Self.row("2", .public, "http://p"),
      Self.row("3", .internal, "http://i"),
      Self.row("4", .internal, "http://i")
    )
    #expect(
      try plan(live).lines == [
        "- endpoint compute/nova in RegionOne id 1 duplicate",
        "- endpoint compute/nova in RegionOne id 4 duplicate",
      ]
    )
  }

  @Test("an interface that the seed does not declare is left alone, and pruned where that is asked")
  func undeclared() throws {
    let live = Self.live(
      Self.row("p", .public, "http://p"),
      Self.row("i", .internal, "http://i"),
      Self.row("a", .admin, "http://a")
    )
    #expect(try plan(live).isEmpty)
    #expect(try plan(live).unmanagedCount == 1)
    #expect(
      try plan(live, options: .pruning).lines
        == ["- endpoint compute/nova in RegionOne id a unmanaged"]
    )
  }

  @Test("a service of a live type is said to share its place once, not for each interface")
  func neighbor() throws {
    let other = ServiceKey(type: "compute", name: "nova2")
    let live = LiveState.make {
      $0.services = [.make("o", other)]
      $0.endpoints = [
        Self.row("p", .public, "http://o", on: "o"), Self.row("a", .admin, "http://oa", on: "o"),
      ]
    }
    let key = EndpointKey(service: .nova, region: "RegionOne")
    let neighbor = LiveNeighbor(other, url: URLTemplate("http://o"), isDeclared: false)
    #expect(try plan(live).notes == [.sharesType(key, url: URLTemplate("http://p"), neighbor)])
  }

  /// Nova twice, the rows on the one that goes.
  private static func twice(_ rows: LiveEndpoint...) -> LiveState {
    .make {
      $0.services = [.make("s"), .make("t")]
      $0.endpoints = rows
    }
  }

  @Test("a declared row on a duplicate of its service goes over to the one that stays")
  func declaredMoves() throws {
    let live = Self.twice(
      Self.row("p", .public, "http://old", on: "t"),
      Self.row("i", .internal, "http://i", on: "t"),
      Self.row("j", .internal, "http://i", on: "t")
    )
    let plan = try plan(live)
    #expect(
      plan.lines == [
        "~ endpoint compute/nova in RegionOne id p", "~ endpoint compute/nova in RegionOne id i",
        "- endpoint compute/nova in RegionOne id j duplicate",
        "- service compute/nova id t duplicate",
      ]
    )
    #expect(plan.changes[0].fields.map(\.field) == [.service, .publicURL])
    #expect(
      plan.changes[1].fields == [FieldChange(.service, from: .text("t"), to: .text("s"))]
    )
    #expect(plan.changes.prefix(2).map(\.serviceID) == ["s", "s"])
    let steps = Steps(plan, live: live, capabilities: .v3)
    let service = try #require(steps.removing.last)
    for interface in [EndpointInterface.public, .internal] {
      let key = EndpointKey(service: .nova, region: "RegionOne", interface: interface)
      let move = try #require(steps.making(.endpoint(key)).only)
      #expect(steps.waits(service, for: move))
    }
  }

  @Test("an undeclared row goes over as well, a declared one stays where it is")
  func undeclaredMoves() throws {
    let live = Self.twice(
      Self.row("p", .public, "http://p"),
      Self.row("q", .public, "http://p", on: "t"),
      Self.row("i", .internal, "http://i"),
      Self.row("a", .admin, "http://a", on: "t")
    )
    let plan = try plan(live)
    #expect(
      plan.lines == [
        "~ endpoint compute/nova in RegionOne id a",
        "- endpoint compute/nova in RegionOne id q duplicate",
        "- service compute/nova id t duplicate",
      ]
    )
    #expect(
      plan.changes[0].fields == [FieldChange(.service, from: .text("t"), to: .text("s"))]
    )
    #expect(plan.changes[0].movesEndpoint)
    // What is pruned anyway need not move first.
    let pruned = try self.plan(live, options: .pruning).lines
    #expect(pruned.contains("- endpoint compute/nova in RegionOne id a unmanaged"))
    #expect(pruned.allSatisfy { $0.hasPrefix("-") })
    #expect(pruned.count == 3)
  }

  @Test("a row that cannot be changed does not go over, and takes nobody's place")
  func fixedRow() throws {
    var fixed = Self.row("a", .public, "http://p", on: "t")
    fixed.isManageable = false
    let live = Self.twice(fixed, Self.row("b", .public, "http://q", on: "t"))
    let lines = try plan(live).lines
    #expect(lines.contains("~ endpoint compute/nova in RegionOne id b"), "\(lines)")
    #expect(!lines.contains { $0.contains("id a") && !$0.hasPrefix("-") }, "\(lines)")
  }
}
