import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct CatalogAdoptionInterfacesTests {
  private static let place = "compute/nova in RegionOne"

  private static func row(
    _ id: String,
    _ interface: EndpointInterface,
    serviceID: String = "s1",
    region: Name? = "RegionOne",
    url: String = "http://a:8774",
    isShown: Bool = true
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: id,
      serviceID: serviceID,
      region: region,
      interface: interface,
      url: URLTemplate(url),
      isShown: isShown
    )
  }

  private func adopted(_ rows: [LiveEndpoint]) -> (endpoints: [Endpoint], lines: [String]) {
    var live = LiveState.nova
    live.endpoints = rows
    let adoption = Adoption(live, memberRole: nil)
    let remarks = adoption.remarks.filter { $0.kind == .endpoint }
    let lines = remarks.map { remark in
      (["\(remark.weight) \(remark.subject) \(remark.reason)"] + remark.rows)
        .joined(separator: "; ")
    }
    #expect(Set(remarks.flatMap(\.liveIDs)).count == remarks.flatMap(\.rows).count)
    return (adoption.desired.endpoints, lines)
  }

  @Test func rowsOfOnePlaceAreOneEndpoint() throws {
    let (endpoints, lines) = adopted([
      Self.row("e1", .public), Self.row("e2", .admin, url: "http://b"),
    ])
    let endpoint = try #require(endpoints.first)
    #expect(endpoints.count == 1)
    #expect(endpoint.interface == nil)
    #expect(endpoint.publicURL?.text == "http://a:8774")
    #expect(endpoint.internalURL == nil)
    #expect(endpoint.adminURL?.text == "http://b")
    #expect(lines == [])
  }

  static let refused: [([LiveEndpoint], String)] = [
    (
      [row("e2", .admin, isShown: false)],
      "leftOut \(place) has an admin URL that is disabled, which a seed cannot say"
        + "; id e2, admin http://a:8774"
    ),
    (
      [row("e2", .internal), row("e3", .internal, url: "http://b")],
      "leftOut \(place) has an internal URL that is there 2 times: declare it, and apply keeps one"
        + "; id e2, internal http://a:8774; id e3, internal http://b"
    ),
    (
      [row("e2", .internal, url: "/v2")],
      "leftOut \(place) has an internal URL that cannot be declared: the URL has no scheme"
        + "; id e2, internal /v2"
    ),
  ]

  @Test(arguments: refused)
  func anInterfaceIsLeftOutByItself(_ rows: [LiveEndpoint], _ line: String) {
    let (endpoints, lines) = adopted([Self.row("e1", .public)] + rows)
    #expect(endpoints.map(\.interfaces) == [[.public]])
    #expect(lines == [line])
  }

  static let leftOut: [([LiveEndpoint], String)] = [
    (
      [row("e1", .admin)],
      "leftOut \(place) cannot be declared: it has no public URL; id e1, admin http://a:8774"
    ),
    (
      [row("e1", .public, isShown: false), row("e2", .admin)],
      "leftOut \(place) cannot be declared: it has no public URL, but a public URL that is disabled,"
        + " which a seed cannot say; id e1, public http://a:8774; id e2, admin http://a:8774"
    ),
    (
      [row("e1", .public, region: nil)],
      "leftOut compute/nova, without a region cannot be declared; id e1, public http://a:8774"
    ),
    (
      [row("e1", .public, serviceID: "gone")],
      "leftOut without a service in RegionOne cannot be declared; id e1, public http://a:8774"
    ),
    (
      [row("e1", .public, region: "admin")],
      "leftOut compute/nova in admin cannot be declared: an interface has the name of its region"
        + "; id e1, public http://a:8774"
    ),
  ]

  @Test(arguments: leftOut)
  func anEndpointWithoutItsPublicURLIsLeftOut(_ rows: [LiveEndpoint], _ line: String) {
    let (endpoints, lines) = adopted(rows)
    #expect(endpoints == [])
    #expect(lines == [line])
  }

  @Test func whatNoRequestCanNameIsLeftOut() {
    var live = LiveState.nova
    live.endpoints = [Self.row("e1", .public), Self.row("e2", .admin)]
    live.unreachableRows = ["e2": "e2"]
    let adoption = Adoption(live, memberRole: nil)
    #expect(adoption.desired.endpoints.map(\.interfaces) == [[.public]])
  }
}
