import Testing

@testable import KeystoneSandbox

@Suite struct CatalogServiceTests {
  private func row(_ id: String, _ interface: EndpointRow.Interface, _ region: String?)
    -> EndpointRow
  {
    EndpointRow(
      id: id,
      legacyID: "l",
      interface: interface,
      url: "",
      serviceID: "s",
      region: region,
      enabled: true,
      extra: [:]
    )
  }

  @Test func firstRowGivesTheIdAndLaterOnesTheURLs() {
    var service = CatalogService(type: "t", name: "one")
    service.add(row("1", .public, "r"), url: "p1", serviceName: "one")
    service.add(row("2", .admin, "r"), url: "a", serviceName: "two")
    service.add(row("3", .public, "r"), url: "p2", serviceName: "two")
    #expect(service.endpoints.map(\.id) == ["1"])
    #expect(service.endpoints[0].urls == [.public: "p2", .admin: "a"])
    #expect(service.name == "one")
  }

  @Test func missingURLsAreLeftOutButForThePublicOne() {
    var service = CatalogService(type: "t", name: "n")
    service.add(row("1", .admin, nil), url: "a", serviceName: "n")
    #expect(
      service.document == [
        "name": "n", "type": "t", "endpoints_links": [],
        "endpoints": [["id": "1", "publicURL": "", "adminURL": "a", "region": nil]],
      ]
    )
    #expect(
      service.flatDocuments == [
        [
          "id": "1", "name": "n", "type": "t", "region": nil, "publicURL": "", "internalURL": nil,
          "adminURL": "a",
        ]
      ]
    )
  }
}
