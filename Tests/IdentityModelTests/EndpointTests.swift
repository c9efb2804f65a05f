import IdentityModel
import Testing

@Suite("An endpoint is its service and its region")
struct EndpointTests {
  static let nova = ServiceKey(type: "compute", name: "nova")

  @Test("A13 one service in two regions has two endpoints")
  func twoRegions() {
    let one = Endpoint(service: Self.nova, region: "RegionOne", publicURL: URLTemplate("http://h"))
    let two = Endpoint(service: Self.nova, region: "RegionTwo", publicURL: URLTemplate("http://h"))
    #expect(one.key != two.key)
  }

  @Test("A12 the three interfaces stay apart")
  func interfaces() {
    let endpoint = Endpoint(
      service: Self.nova,
      region: "RegionOne",
      publicURL: URLTemplate("http://p"),
      internalURL: URLTemplate("http://i"),
      adminURL: URLTemplate("http://a")
    )
    #expect(
      endpoint.fields == [
        FieldSetting(.publicURL, .template(URLTemplate("http://p"))),
        FieldSetting(.internalURL, .template(URLTemplate("http://i"))),
        FieldSetting(.adminURL, .template(URLTemplate("http://a"))),
      ]
    )
  }

  @Test("endpoints sort by service, then by region")
  func order() {
    let glance = ServiceKey(type: "image", name: "glance")
    let sorted = [
      EndpointKey(service: Self.nova, region: "RegionOne"),
      EndpointKey(service: Self.nova, region: "RegionTwo"),
      EndpointKey(service: glance, region: "RegionOne"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
