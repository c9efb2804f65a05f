import IdentityModel
import Testing

@Suite("A live endpoint may lack what a declared one has")
struct LiveStateTests {
  @Test("a row has the fields of a declared endpoint, those that are set")
  func fields() {
    let row = LiveEndpoint(
      id: "1",
      serviceID: "s",
      region: nil,
      publicURL: URLTemplate("p"),
      internalURL: URLTemplate("i"),
      adminURL: URLTemplate("a")
    )
    let declared = Endpoint(
      service: ServiceKey(type: "compute", name: "nova"),
      region: "RegionOne",
      publicURL: URLTemplate("p"),
      internalURL: URLTemplate("i"),
      adminURL: URLTemplate("a")
    )
    #expect(row.fields == declared.fields)
    #expect(LiveEndpoint(id: "1", serviceID: "s", region: nil).fields.isEmpty)
  }

  @Test("each kind that has rows tells their IDs and, where it has names, their keys")
  func rows() {
    var live = LiveState()
    live.groups = [Live(id: "g", Group(name: "ops"))]
    live.domains = [Live(id: "d", Domain(name: "corp"))]
    live.regions = [Live(id: "place", Region(name: "place"))]
    live.roles = [Live(id: "r", Role(name: "admin"))]
    live.tenants = [Live(id: "t", Tenant(name: "acme"))]
    live.users = [Live(id: "u", User(name: "ann"))]
    live.services = [Live(id: "s", Service(type: "compute", name: "nova"))]
    live.endpoints = [LiveEndpoint(id: "e", serviceID: "s", region: nil)]
    live.limits = [
      LiveLimit(id: "l", serviceID: "s", region: nil, resource: "servers", value: 1),
      LiveLimit(
        id: "o",
        serviceID: "s",
        region: nil,
        resource: "servers",
        holderID: .tenant("t"),
        value: 2
      ),
    ]
    live.assignments = [RoleAssignment(user: "ann", tenant: "acme", role: "admin")]
    let ids = ResourceKind.allCases.map { live.rowIDs(of: $0) }
    #expect(
      ids == [
        ["d"], ["place"], ["r"], [], ["t"], ["g"], ["u"], [], [], ["s"], ["e"], ["l"], ["o"],
      ]
    )
    let keys = NamedKind.allCases.flatMap { live.keys(of: $0) }
    #expect(
      keys == [
        .domain("corp"), .region("place"), .role("admin"), .tenant("acme"), .group("ops"),
        .user("ann"),
      ]
    )
  }
}
