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

  // MARK: A catalog that has an entry for each service

  private static func row(
    _ interface: String,
    _ url: String,
    in region: String? = "R"
  ) -> V3CatalogEndpoint {
    V3CatalogEndpoint(id: "e-\(url)", interface: interface, regionID: region, url: url)
  }

  private static func services(
    _ services: (name: String, rows: [V3CatalogEndpoint])...
  ) -> EffectiveCatalog {
    EffectiveCatalog(
      services.map { service in
        V3CatalogEntry(
          id: "s-\(service.name)",
          type: "image",
          name: service.name,
          endpoints: service.rows
        )
      }
    )
  }

  @Test func `each service has its entries, one for each region and none that is lost`() {
    let catalog = Self.services(
      ("next", [Self.row("public", "http://n"), Self.row("odd", "http://o")]),
      (
        "glance",
        [
          Self.row("public", "http://b"), Self.row("internal", "http://i"),
          Self.row("public", "http://a"), Self.row("public", "http://c", in: nil),
        ]
      ),
      ("bare", [])
    )
    #expect(catalog.subject == .service)
    #expect(catalog.entries.map(\.name) == ["bare", "glance", "glance", "glance", "next"])
    #expect(catalog.entries.map(\.region) == [nil, nil, "R", "R", "R"])
    #expect(
      catalog.entries.map(\.urls) == [
        [:], [.public: "http://c"], [.public: "http://a", .internal: "http://i"],
        [.public: "http://b"], [.public: "http://n"],
      ]
    )
  }

  @Test func `the same catalog is the same in whatever order it comes`() {
    let (a, b) = (Self.row("public", "http://a"), Self.row("public", "http://b"))
    #expect(Self.services(("x", [a, b]), ("y", [])) == Self.services(("y", []), ("x", [b, a])))
  }

  @Test func `a URL of another service of the type fills no gap`() {
    let endpoint = Endpoint(
      service: ServiceKey(type: "image", name: "glance"),
      region: "R",
      publicURL: URLTemplate("http://a"),
      internalURL: URLTemplate("http://i")
    )
    func gaps(_ catalog: EffectiveCatalog) -> [CatalogGap] {
      catalog.gaps(of: [endpoint], tenantID: "T", userID: "U")
    }
    let rows = [Self.row("public", "http://a"), Self.row("internal", "http://i")]
    #expect(gaps(Self.services(("glance", rows))) == [])
    #expect(
      gaps(Self.services(("next", rows)))
        == [CatalogGap(endpoint: endpoint.key, interfaces: [.public, .internal])]
    )
    let doubled = rows + [Self.row("public", "http://b")]
    #expect(gaps(Self.services(("glance", doubled))) == [], "the declared one is among them")
    let other = [Self.row("public", "http://b"), Self.row("internal", "http://i")]
    #expect(
      gaps(Self.services(("glance", other))).map(\.others)
        == [[.init(interface: .public, seen: "http://b", declared: "http://a")]]
    )
  }
}
