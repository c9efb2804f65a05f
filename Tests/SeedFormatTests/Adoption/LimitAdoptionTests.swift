import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct LimitAdoptionTests {
  private static func row(
    _ id: String,
    on serviceID: String = "s",
    _ resource: Name = "servers",
    in region: Name? = "bay",
    of holder: LiveLimit.HolderID? = nil,
    _ value: Int = 10
  ) -> LiveLimit {
    LiveLimit(
      id: id,
      serviceID: serviceID,
      region: region,
      resource: resource,
      holderID: holder,
      value: value
    )
  }

  private static func live(_ limits: LiveLimit...) -> LiveState {
    var live = LiveState()
    live.regions = [Live(id: "bay", Region(name: "bay"))]
    live.domains = [
      Live(id: "default", Domain(name: Domain.defaultName)), Live(id: "d", Domain(name: "corp")),
    ]
    live.tenants = [
      Live(id: "t", Tenant(name: "lab")),
      Live(id: "w", Tenant(name: QualifiedName("web", of: "corp"))),
    ]
    live.services = [Live(id: "s", Service(type: "compute", name: "nova"))]
    live.limits = limits
    return live
  }

  @Test func `a dump has registered limits, those of projects and those of domains`() throws {
    let live = Self.live(
      Self.row("l"),
      Self.row("c", "class:VCPU"),
      Self.row("n", in: nil, -1),
      Self.row("o", of: .tenant("t"), 20),
      Self.row("w", of: .tenant("w"), 30),
      Self.row("d", of: .domain("d"), 40),
      Self.row("e", of: .domain("default"), 50)
    )
    let dump = try #require(
      SeedDump(live, address: "http://h", memberRole: nil, saysMore: true, saysProjects: true)
    )
    #expect(dump.leftOutCount == 0, "\(dump.text)")
    for text in [
      "  lab:\n    limits:\n      nova:\n        bay: {servers: 20}\n",
      "  Default:\n    limits:\n      nova:\n        bay: {servers: 50}\n",
      "  corp:\n    limits:\n      nova:\n        bay: {servers: 40}\n",
      "      web:\n        limits:\n          nova:\n            bay: {servers: 30}\n",
      "    limits:\n      \"\": {servers: -1}\n      bay: {\"class:VCPU\": 10, servers: 10}\n",
    ] {
      #expect(dump.text.contains(text), "\(text) in \(dump.text)")
    }
    let reading = Seed.load(dump.text)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let names = LimitNames(live)
    #expect(
      Set(try #require(reading.desired).limits)
        == Set(live.limits.map { Limit(names.key(of: $0), value: $0.value) })
    )
  }

  @Test(
    arguments: [
      (row("x", on: "gone"), "is of a service that is gone"),
      (row("x", in: "gone"), "is in a region that is gone or left out"),
      (row("x", of: .tenant("gone")), "goes with a tenant that is left out"),
      (row("x", of: .domain("gone")), "goes with a domain that is left out"),
      (row("x", "cores", of: .tenant("t")), "needs a registered one that is left out"),
      (row("x", "${cores}"), "cannot be declared: a key cannot hold \"${\""),
    ]
  )
  func `what a seed cannot say is left out, with its reason`(row: LiveLimit, reason: String) throws
  {
    let adoption = Adoption(Self.live(Self.row("l"), row), memberRole: nil, saysMore: true)
    #expect(adoption.desired.limits.count == 1)
    let remark = try #require(adoption.remarks.first { $0.rows == ["id x"] })
    #expect(remark.reason == reason)
    // Only of what no seed can ever name pruning keeps away for that.
    let isNamed = row.resource != "${cores}"
    #expect(SeedDump.leftOut(of: Self.live(Self.row("l"), row)).ids == (isNamed ? [] : ["x"]))
  }
}
