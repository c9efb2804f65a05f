import IdentityModel
import TestSupport
import Testing

@testable import Reconciliation

@Suite("A part of a cloud is looked at")
struct PlanScopeTests {
  private static let nova = ServiceKey(type: "compute", name: "nova")

  private static func endpoint(_ region: Name) -> ResourceKey {
    .endpoint(EndpointKey(service: nova, region: region, interface: .admin))
  }

  private static let keys: [ResourceKey] = [
    .role("admin"), .tenant("service"), .user("nova"), .service(nova), endpoint("one"),
    endpoint("two"), .assignment(RoleAssignment(user: "nova", tenant: "service", role: "admin")),
    .user("glance"),
  ]

  @Test(
    "by region, or by name and kind",
    arguments: [
      (PlanScope.everything, [0, 1, 2, 3, 4, 5, 6, 7]),
      (PlanScope(regions: ["one"]), [0, 1, 2, 3, 4, 6, 7]),
      (PlanScope(names: [.user: ["nova"]]), [0, 1, 2, 3, 4, 5, 6]),
      (PlanScope(names: [.assignment: ["glance"], .role: []]), [1, 2, 3, 4, 5, 7]),
      (PlanScope(names: [.service: ["compute/nova"], .endpoint: ["nova"]]), Array(0...7)),
      (PlanScope(names: [.service: ["image/nova"], .endpoint: ["compute"]]), [0, 1, 2, 6, 7]),
      (PlanScope(regions: ["two"], names: [.endpoint: ["nova"]]), [0, 1, 2, 3, 5, 6, 7]),
    ]
  )
  func contains(scope: PlanScope, indices: [Int]) {
    #expect(Self.keys.indices.filter { scope.contains(Self.keys[$0]) } == indices)
  }

  @Test("what is not looked at is neither changed, nor counted, nor noted")
  func keep() {
    var difference = Difference()
    difference.changes = [Change(.create, .user("nova")), Change(.create, .user("glance"))]
    difference.unmanaged = [Change(.delete, .user("glance"), reason: .unmanaged)]
    difference.notes = [.withoutPassword("glance"), .withoutPassword("nova"), .originUnknown]
    difference.missing = [
      MissingObject(.user("glance"), among: []), MissingObject(.region("r"), among: []),
    ]
    difference.renameConflicts = [
      RenameConflict(.user("glance"), was: .user("nova"), newCount: 1)
    ]
    difference.keep(PlanScope(names: [.user: ["nova"]]))
    #expect(difference.changes.map(\.key) == [.user("nova")])
    #expect(difference.unmanaged.isEmpty)
    #expect(difference.notes == [.withoutPassword("nova"), .originUnknown])
    #expect(difference.missing.map(\.key) == [.region("r")])
    #expect(difference.renameConflicts.isEmpty)
  }

  @Test("the endpoints of a service that goes go with it, wherever they are")
  func catalog() {
    var desired = DesiredState()
    desired.absent.services = [ServicePattern(name: "nova")]
    var live = LiveState()
    live.services = [Live(id: "s", Service(type: "compute", name: "nova"))]
    live.endpoints = ["one", "two"].map { region in
      LiveEndpoint(
        id: region.text,
        serviceID: "s",
        region: region,
        publicURL: URLTemplate("http://h")
      )
    }
    func rows(_ scope: PlanScope) -> [String] {
      Differ.difference(
        desired: desired,
        live: live,
        scope: scope,
        memberRole: nil,
        groupsEndpoints: true
      ).changes.compactMap(\.liveID).sorted()
    }
    #expect(rows(PlanScope(regions: ["one"])) == ["one", "s", "two"])
    #expect(rows(PlanScope(regions: ["one"], names: [.service: []])) == ["one"])
  }
}
