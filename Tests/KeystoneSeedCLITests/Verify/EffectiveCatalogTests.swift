import IdentityModel
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct EffectiveCatalogTests {
  private static let catalog = EffectiveCatalog([
    CatalogEntry(
      type: "image",
      name: "glance",
      endpoints: [
        CatalogEndpoint(region: "R2", publicURL: "http://b"),
        CatalogEndpoint(region: "R1", publicURL: "", internalURL: "http://a"),
      ]
    ),
    CatalogEntry(type: "compute", name: "", endpoints: [CatalogEndpoint(publicURL: "http://c")]),
  ])

  @Test func `entries come by type and region, without URLs that are empty`() {
    #expect(Self.catalog.entries.map(\.type) == ["compute", "image", "image"])
    #expect(Self.catalog.entries.map(\.region) == [nil, "R1", "R2"])
    #expect(
      Self.catalog.entries.map(\.urls) == [
        [.publicURL: "http://c"], [.internalURL: "http://a"], [.publicURL: "http://b"],
      ]
    )
  }

  @Test func `URLs are found by type and region`() {
    #expect(Self.catalog.urls(of: "image", in: "R2") == [.publicURL: "http://b"])
    #expect(Self.catalog.urls(of: "compute", in: nil) == [.publicURL: "http://c"])
    #expect(Self.catalog.urls(of: "compute", in: "R2") == [:])
  }

  @Test func `a gap is an interface that is declared and not shown`() {
    let glance = ServiceKey(type: "image", name: "glance")
    let url = URLTemplate("http://x")
    let endpoints = [
      Endpoint(service: glance, region: "R1", publicURL: url, internalURL: url, adminURL: url),
      Endpoint(service: glance, region: "R2", publicURL: url),
      Endpoint(service: glance, region: "R3", publicURL: url),
    ]
    #expect(
      Self.catalog.gaps(of: endpoints) == [
        CatalogGap(endpoint: endpoints[0].key, interfaces: [.publicURL, .adminURL]),
        CatalogGap(endpoint: endpoints[2].key, interfaces: [.publicURL]),
      ]
    )
  }
}
