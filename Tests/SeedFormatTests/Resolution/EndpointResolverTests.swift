import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct EndpointResolverTests {
  private static let regions = """
    regions:
      north: {public: http://n.pub/, internal: http://n.int, admin: "http://[fd00::1]"}
      south: {public: https://s.pub/prefix}
      inner: {internal: http://i.int, description: Without an outside}
      bare:

    """

  private static func endpoints(_ yaml: String) -> [String]? {
    let seed = regions + "services:\n  s: {type: t, endpoints: \(yaml)}\n"
    return Seed.load(seed).desired?.endpoints.map { endpoint in
      let urls = [endpoint.publicURL, endpoint.internalURL, endpoint.adminURL]
      return "\(endpoint.region): \(urls.map { $0?.text ?? "-" }.joined(separator: " "))"
    }
  }

  @Test func `a URL that is too long for v3 with its base URL is said once`() {
    func lines(_ count: Int) -> [String] {
      let path = String(repeating: "x", count: count - "https://s.pub/prefix/".count)
      let seed =
        Self.regions + "services: {s: {type: t, endpoints: {north: '/', south: '/\(path)'}}}"
      return Seed.lines(of: seed).filter { $0.contains("characters") }
    }
    #expect(lines(225) == [])
    #expect(
      lines(226) == [
        "seed.yaml:6:56: warning: with its base URL this has 226 characters, and v3 takes 225"
          + " (Keystone answers 400 there)"
      ]
    )
  }

  static let forms: [(yaml: String, endpoints: [String])] = [
    ("{north: ':80'}", ["north: http://n.pub:80 http://n.int:80 http://[fd00::1]:80"]),
    ("{north: /v2}", ["north: http://n.pub/v2 http://n.int/v2 http://[fd00::1]/v2"]),
    // The interfaces without a base URL are left out.
    ("{south: /v2}", ["south: https://s.pub/prefix/v2 - -"]),
    ("{inner: ':80'}", ["inner: - http://i.int:80 -"]),
    ("{inner: {admin: 'http://a'}}", ["inner: - - http://a"]),
    (
      "{north: {public: ':80', admin: 'http://a/$(tenant_id)s'}, south: {public: /x}}",
      ["north: http://n.pub:80 - http://a/$(tenant_id)s", "south: https://s.pub/prefix/x - -"]
    ),
    (
      "http://one/%(tenant_id)s",
      ["north", "south", "inner", "bare"].map { region in
        "\(region): \(Array(repeating: "http://one/%(tenant_id)s", count: 3).joined(separator: " "))"
      }
    ),
    (
      "{public: 'http://p', internal: 'http://i'}",
      ["north", "south", "inner", "bare"].map { "\($0): http://p http://i -" }
    ),
    ("{}", []),
  ]

  @Test(arguments: forms)
  func `puts base URLs and values together`(yaml: String, endpoints: [String]) {
    #expect(Self.endpoints(yaml) == endpoints)
  }

  /// What must be absent of two services, one of which says nothing of itself, in two regions.
  private static func absent(_ regions: String, _ endpoints: String) -> [String]? {
    let seed = """
      regions: \(regions)
      services:
        s: {type: t, endpoints: \(endpoints)}
        quiet: {type: u}
        other: {type: v, exists: true}
      """
    return Seed.load(seed).desired.map { desired in
      desired.absent.endpoints.map { pattern in
        "\(pattern.service.name) \(pattern.region) \(pattern.interface?.rawValue ?? "all")"
      }.sorted() + desired.endpoints.map { "\($0.region): \($0.interfaces.map(\.rawValue))" }
    }
  }

  @Test func `the word absent in the place of a URL takes an interface away`() {
    let one = "{north: {public: 'http://n'}, south: {public: 'http://s'}}"
    #expect(
      Self.absent(one, "{public: ':1', admin: absent}") == [
        "s north admin", "s south admin", "north: [\"public\"]", "south: [\"public\"]",
      ]
    )
    #expect(Self.absent(one, "{south: {admin: absent}}") == ["s south admin"])
    let all = "{north: {public: 'http://n', admin: absent}, south: {public: 'http://s'}}"
    #expect(
      Self.absent(all, "http://one") == [
        "quiet north admin", "s north admin", "north: [\"public\", \"internal\"]",
        "south: [\"public\", \"internal\", \"admin\"]",
      ]
    )
    #expect(
      Self.absent(all, "{public: ':1', admin: 'http://a'}") == [
        "quiet north admin", "north: [\"public\", \"admin\"]", "south: [\"public\", \"admin\"]",
      ],
      "whoever has a URL of its own keeps it"
    )
  }

  @Test func `what is absent is not declared elsewhere`() {
    #expect(
      Seed.lines(
        of: "regions: {r: }\nservices: {s: {type: t, endpoints: {public: 'http://h'}}}\n"
          + "absent: {endpoints: [{service: s, region: r, interface: admin}]}"
      ).isEmpty
    )
    #expect(
      Seed.lines(
        of: "regions: {r: }\nservices: {s: {type: t, endpoints: {public: 'http://h'}}}\n"
          + "absent: {endpoints: [{service: s, region: r, interface: public}]}"
      ) == [
        "seed.yaml:3:22: error: the public URL of endpoint t/s in r is declared in line 2 and absent"
      ]
    )
    #expect(
      Seed.lines(of: "absent: {endpoints: [{service: s, region: r, interface: pubic}]}") == [
        "seed.yaml:1:22: error: no interface is called \"pubic\" (write public, internal or admin)"
      ]
    )
    #expect(
      Seed.load("regions: {r: {public: absent}}\nroles: [x]").overVersion2.diagnostics
        .map(\.description) == [
          "seed.yaml:1:15: error: v2.0 has no endpoint without a public URL, v3 has"
            + " (give it one where v2.0 is spoken)"
        ]
    )
  }

  @Test func `an interface can be declared to be disabled`() throws {
    let seed = """
      regions: {r: {public: http://p, internal: http://i}}
      services:
        s: {type: t, enabled: false, endpoints: {public: {url: ":1", enabled: false}, internal: ":1"}}
        u: {type: v, endpoints: {public: [":1", {url: ":2", enabled: false}], admin: {url: "http://a"}}}
      """
    let desired = try #require(Seed.load(seed).desired)
    #expect(desired.services.map(\.isShown) == [false, true])
    #expect(desired.endpoints.map(\.hidden) == [[.public], [], [.public]])
    #expect(
      desired.endpoints.map(\.interfaces) == [[.public, .internal], [.public, .admin], [.public]]
    )
    #expect(desired.endpoints[0].rows.map(\.isShown) == [false, true])
    #expect(
      Seed.load(seed).overVersion2.diagnostics.map(\.description).filter { $0.contains("enabled") }
        == [
          "seed.yaml:3:25: error: v2.0 does not manage whether a service is enabled, v3 does"
            + " (leave enabled out where v2.0 is spoken)",
          "seed.yaml:3:73: error: v2.0 does not manage whether an endpoint is enabled, v3 does"
            + " (leave enabled out where v2.0 is spoken)",
          "seed.yaml:4:64: error: v2.0 does not manage whether an endpoint is enabled, v3 does"
            + " (leave enabled out where v2.0 is spoken)",
        ]
    )
  }

  @Test func `says once what a base URL lacks, and who needs it`() {
    let seed = """
      regions:
        north: {public: http://n, internal: http://n/x}
        bare:
      services:
        a: {type: a, endpoints: {public: ":1", internal: ":2", admin: ":3"}}
        b: {type: b, endpoints: ":4"}
        c: {type: c, endpoints: /c}
        d: {type: d, endpoints: /d}
      """
    #expect(
      Seed.lines(of: seed) == [
        "seed.yaml:2:3: error: region \"north\" lacks the admin base URL that a extends",
        "seed.yaml:2:39: error: this base URL has a port or a path, so that no port of a, b can follow"
          + " it",
        "seed.yaml:3:3: error: region \"bare\" lacks the public base URL that a, b, c and 1 more extend",
        "seed.yaml:3:3: error: region \"bare\" lacks the internal base URL that a extends",
        "seed.yaml:3:3: error: region \"bare\" lacks the admin base URL that a extends",
      ]
    )
  }
}
