import IdentityModel
import Testing

@Suite struct EndpointInterfaceTests {
  private static let urls: [EndpointInterface: URLTemplate] = [
    .public: URLTemplate("http://p"), .internal: URLTemplate("http://i"),
    .admin: URLTemplate("http://a"),
  ]

  @Test func `they are in the order of Keystone's own words`() {
    #expect(EndpointInterface.allCases.map(\.rawValue) == ["public", "internal", "admin"])
    #expect(EndpointInterface.allCases.map(\.field.rawValue) == ["public", "internal", "admin"])
  }

  @Test(arguments: EndpointInterface.allCases)
  func `each has its own URL`(interface: EndpointInterface) {
    let endpoint = Endpoint(
      service: ServiceKey(type: "t", name: "n"),
      region: "r",
      publicURL: Self.urls[.public] ?? URLTemplate(""),
      internalURL: Self.urls[.internal],
      adminURL: Self.urls[.admin]
    )
    let live = LiveEndpoint(
      id: "1",
      serviceID: "s",
      region: "r",
      publicURL: Self.urls[.public],
      internalURL: Self.urls[.internal],
      adminURL: Self.urls[.admin]
    )
    #expect(endpoint.url(of: interface) == Self.urls[interface])
    #expect(live.url(of: interface) == Self.urls[interface])
    #expect(
      endpoint.fields.first { $0.field == interface.field }?.value
        == Self.urls[interface].map { .template($0) }
    )
  }

  @Test func `an endpoint has the interfaces whose URLs it has`() {
    var endpoint = Endpoint(
      service: ServiceKey(type: "t", name: "n"),
      region: "r",
      publicURL: URLTemplate("http://p")
    )
    #expect(endpoint.interfaces == [.public])
    endpoint.adminURL = URLTemplate("http://a")
    #expect(endpoint.interfaces == [.public, .admin])
    #expect(endpoint.fields.map(\.field) == endpoint.interfaces.map(\.field))
  }
}
