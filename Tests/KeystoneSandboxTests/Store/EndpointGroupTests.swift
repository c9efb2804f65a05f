import Testing

@testable import KeystoneSandbox

@Suite struct EndpointGroupTests {
  @Test(
    arguments: [
      ([:], true), (["service_id": "s"], true), (["service_id": "other"], false),
      (["region_id": "R"], true), (["region_id": nil], false), (["interface": "internal"], false),
      (["service_id": "s", "region_id": "R", "interface": "public"], true),
      (["service_id": "s", "region_id": "R", "interface": "admin"], false),
    ] as [(JSONObject, Bool)]
  )
  func holdsWhatIsAsItSays(filters: JSONObject, isHeld: Bool) {
    let group = EndpointGroup(id: "g", name: "g", description: .null, filters: filters)
    let row = EndpointRow(
      id: "e",
      legacyID: nil,
      interface: .public,
      url: "http://a",
      serviceID: "s",
      region: "R",
      enabled: true,
      extra: [:]
    )
    #expect(group.holds(row) == isHeld)
  }
}
