import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct CatalogVersion3Tests {
  private static let entries: [JSONObject] = [
    [
      "name": .string("nova"), "type": .string("compute"),
      "endpoints": .array(["a", "b"].map(endpoint)),
    ],
    ["name": .string("glance"), "type": .string("image"), "endpoints": .array([endpoint("a")])],
    ["name": .string("swift"), "type": .string("object-store"), "endpoints": .array([])],
  ]

  private static func endpoint(_ region: String) -> JSONValue {
    .object([
      "interface": .string("public"), "region_id": .string(region), "url": .string("http://h"),
    ])
  }

  private func names(service: String? = nil, region: String? = nil) -> [JSONValue] {
    Catalog.listing(Self.entries, service: service, region: region).rows.map { $0[0] }
  }

  @Test func everyServiceIsThere() {
    #expect(names() == [.string("nova"), .string("glance"), .string("swift")])
  }

  @Test func aTypeAndARegionNarrowIt() {
    #expect(names(service: "image") == [.string("glance")])
    #expect(names(region: "b") == [.string("nova")])
    #expect(names(service: "image", region: "b") == [])
    let listing = Catalog.listing(Self.entries, service: "compute", region: "b")
    #expect(listing.rows == [[.string("nova"), .string("compute"), .array([Self.endpoint("b")])]])
  }
}
