import IdentityModel
import Reconciliation
import Testing

@Suite("The entries of a plan")
struct PlanEntriesTests {
  private static let desired = DesiredState.make {
    $0.services = [.make(.nova)]
    $0.endpoints = [
      .make(internal: "http://i", admin: "http://a"), .make(in: "Two", internal: "http://i"),
    ]
  }

  @Test("the interfaces of one endpoint are one entry", arguments: BackendCapabilities.both)
  func created(capabilities: BackendCapabilities) throws {
    let plan = try Plan.make(Self.desired, LiveState(), capabilities: capabilities)
    #expect(
      plan.changes.entries.map { $0.map(\.key.kind) }.map(Set.init) == [
        [.service], [.endpoint], [.endpoint],
      ]
    )
    #expect(
      plan.changes.entries.map(\.count) == (capabilities.groupsEndpoints ? [1, 1, 1] : [1, 3, 2])
    )
    #expect(plan.count(of: .create) == 3)
    #expect(plan.changes.entries.flatMap { $0 } == plan.changes)
  }

  @Test("what is made and what is changed of an endpoint are two, and each row that goes is one")
  func others() throws {
    func row(_ id: String, _ interface: EndpointInterface, _ url: String) -> LiveEndpoint {
      LiveEndpoint(
        id: id,
        serviceID: "s",
        region: "RegionOne",
        interface: interface,
        url: URLTemplate(url)
      )
    }
    let live = LiveState.make {
      $0.services = [.make("s")]
      $0.endpoints = [
        row("1", .public, "http://old"), row("2", .public, "http://older"),
        row("3", .public, "http://oldest"), row("4", .internal, "http://old"),
      ]
    }
    let plan = try Plan.make(Self.desired, live, capabilities: .v3)
    #expect(plan.count(of: .create) == 2)
    #expect(plan.count(of: .update) == 1)
    #expect(plan.count(of: .delete) == 2)
    #expect(plan.changes.entries.map(\.count) == [1, 2, 2, 1, 1])
  }
}
