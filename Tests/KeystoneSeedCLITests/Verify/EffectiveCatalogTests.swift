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
        [.public: "http://c"], [.internal: "http://a"], [.public: "http://b"],
      ]
    )
  }

  @Test func `URLs are found by type and region`() {
    #expect(Self.catalog.urls(of: "image", in: "R2") == [.public: "http://b"])
    #expect(Self.catalog.urls(of: "compute", in: nil) == [.public: "http://c"])
    #expect(Self.catalog.urls(of: "compute", in: "R2") == [:])
  }

  @Test func `a gap is an interface that is declared and not shown`() {
    let glance = ServiceKey(type: "image", name: "glance")
    let (a, b) = (URLTemplate("http://a"), URLTemplate("http://b"))
    let endpoints = [
      Endpoint(service: glance, region: "R1", publicURL: a, internalURL: a, adminURL: a),
      Endpoint(service: glance, region: "R2", publicURL: b),
      Endpoint(service: glance, region: "R3", publicURL: b),
    ]
    #expect(
      Self.catalog.gaps(of: endpoints, tenantID: "T", userID: "U") == [
        CatalogGap(endpoint: endpoints[0].key, interfaces: [.public, .admin]),
        CatalogGap(endpoint: endpoints[2].key, interfaces: [.public]),
      ]
    )
  }

  private static func gaps(of templates: String..., seeing url: String) -> [CatalogGap] {
    let endpoint = CatalogEndpoint(region: "R", publicURL: url)
    let entry = CatalogEntry(type: "image", name: "glance", endpoints: [endpoint])
    let endpoints = templates.enumerated().map { number, template in
      Endpoint(
        service: ServiceKey(type: "image", name: Name("glance\(number)")),
        region: "R",
        publicURL: URLTemplate(template)
      )
    }
    return EffectiveCatalog([entry]).gaps(of: endpoints, tenantID: "T", userID: "U")
  }

  @Test func `another URL than the declared one is a gap, with what both are for this user`() {
    let gaps = Self.gaps(of: "http://x/$(tenant_id)s", seeing: "http://other/T")
    #expect(
      gaps.map(\.others) == [
        [.init(interface: .public, seen: "http://other/T", declared: "http://x/T")]
      ]
    )
    #expect(gaps.map(\.interfaces) == [[]])
  }

  @Test func `a URL as the seed's template gives it is none`() {
    #expect(Self.gaps(of: "http://x/%(tenant_id)s/$(user_id)s", seeing: "http://x/T/U") == [])
  }

  @Test func `what a template of the server's settings gives is not known`() {
    #expect(Self.gaps(of: "http://x:$(admin_port)s", seeing: "http://x:35357") == [])
  }

  @Test func `of two declared services of a type a catalog shows one, and that is none`() {
    #expect(Self.gaps(of: "http://x", "http://y", seeing: "http://y") == [])
    #expect(Self.gaps(of: "http://x", "http://y", seeing: "http://z").count == 2)
  }
}
