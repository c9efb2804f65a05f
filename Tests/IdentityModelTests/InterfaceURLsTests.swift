import IdentityModel
import Testing

struct InterfaceURLsTests {
  private static let key = ServiceKey(type: "image", name: "glance")

  private static func endpoint(_ urls: [EndpointInterface: String]) -> Endpoint {
    var endpoint = Endpoint(service: key, region: "R")
    for (interface, url) in urls { endpoint.set(URLTemplate(url), of: interface) }
    return endpoint
  }

  @Test(arguments: EndpointInterface.allCases)
  func `a URL is set for one interface and taken away again`(interface: EndpointInterface) {
    var endpoint = Self.endpoint([interface: "http://x"])
    #expect(endpoint.interfaces == [interface])
    #expect(endpoint.fields == [FieldSetting(interface.field, .template(URLTemplate("http://x")))])
    endpoint.set(nil, of: interface)
    #expect(endpoint.interfaces == [])
  }

  @Test func `URLs stand over those of another row, which fill the gaps`() {
    let row = LiveEndpoint(
      id: "e",
      serviceID: "s",
      region: "R",
      publicURL: URLTemplate("http://old"),
      adminURL: URLTemplate("http://a")
    )
    let all = Self.endpoint([.public: "http://new"]).urls(over: row)
    #expect(all == Self.endpoint([.public: "http://new", .admin: "http://a"]))
  }

  @Test func `an endpoint has a row for each interface, with that URL alone`() {
    let endpoint = Self.endpoint([.public: "http://p", .admin: "http://a"])
    #expect(endpoint.rows.map(\.interfaces) == [[.public], [.admin]])
    #expect(endpoint.rows.map(\.key.interface) == [.public, .admin])
    #expect(endpoint.rows.map(\.key.place) == [endpoint.key, endpoint.key])
    #expect(endpoint.rows.map(\.key).sorted() == endpoint.rows.map(\.key))
  }
}
