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
}
