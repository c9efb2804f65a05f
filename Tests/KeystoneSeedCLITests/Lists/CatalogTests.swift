import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct CatalogTests {
  static func endpoint(_ region: String?, _ id: String) -> CatalogEndpoint {
    CatalogEndpoint(
      region: region,
      attributes: ["region": region.map(JSONValue.string) ?? .null, "id": .string(id)]
    )
  }

  static let entries = [
    CatalogEntry(
      type: "compute",
      name: "nova",
      endpoints: [endpoint("one", "1"), endpoint("two", "2")]
    ),
    CatalogEntry(type: "image", name: "old", endpoints: [endpoint("one", "3")]),
    CatalogEntry(type: "identity", name: "keystone", endpoints: []),
    CatalogEntry(type: "volume", name: "", endpoints: [endpoint(nil, "4")]),
    CatalogEntry(type: "ec2", name: "ec2", endpoints: [endpoint("one", "5")]),
    CatalogEntry(type: "image", name: "glance", endpoints: [endpoint("one", "6")]),
  ]

  @Test func servicesAreInTheOrderOfTheOldCommand() {
    let catalog = Catalog(Self.entries)
    #expect(catalog.services.map(\.type) == ["volume", "image", "compute", "ec2"])
  }

  @Test func lastOfTwoEntriesWithOneTypeCounts() {
    #expect(Catalog(Self.entries, service: "image").services.map(\.name) == ["glance"])
  }

  @Test func anotherRegionsEndpointsAreLeftOut() {
    let catalog = Catalog(Self.entries, region: "two")
    #expect(catalog.services.map(\.type) == ["compute"])
    #expect(catalog.services.flatMap(\.endpoints) == [Self.endpoint("two", "2")])
    #expect(Catalog(Self.entries, region: "three").services.isEmpty)
  }

  @Test func asAListHasARowForEachEndpoint() {
    let rows = Catalog(Self.entries).listing.selecting(["service", "name", "region", "id"]).rows
    #expect(
      rows == [
        [.string("compute"), .string("nova"), .string("one"), .string("1")],
        [.string("compute"), .string("nova"), .string("two"), .string("2")],
        [.string("ec2"), .string("ec2"), .string("one"), .string("5")],
        [.string("image"), .string("glance"), .string("one"), .string("6")],
        [.string("volume"), .string(""), .null, .string("4")],
      ]
    )
  }
}
