import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct ServiceSectionWriterTests {
  private static let nova = Service(type: "compute", name: "nova")

  /// A service's endpoints, written and read again, and the lines that stand for them.
  private func written(
    _ services: [Service],
    _ endpoints: [Endpoint]
  ) throws -> (lines: String, regions: String) {
    var desired = DesiredState()
    desired.services = services
    desired.endpoints = endpoints
    let reading = Seed.load(SeedWriter(desired, passwordVariables: [:]).text)
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    #expect(Set(try #require(reading.desired).endpoints) == Set(endpoints))
    #expect(Set(try #require(reading.desired).services) == Set(services))
    let writer = ServiceSectionWriter(desired)
    return (
      lines: try #require(writer.services).source(depth: 0),
      regions: writer.regions?.source(depth: 0) ?? ""
    )
  }

  private func endpoint(
    _ region: Name,
    _ publicURL: String,
    _ internalURL: String? = nil,
    _ adminURL: String? = nil,
    of service: Service = nova
  ) -> Endpoint {
    Endpoint(
      service: service.key,
      region: region,
      publicURL: URLTemplate(publicURL),
      internalURL: internalURL.map { URLTemplate($0) },
      adminURL: adminURL.map { URLTemplate($0) }
    )
  }

  @Test func `one path behind all interfaces is written once`() throws {
    let (lines, regions) = try written(
      [Self.nova],
      [endpoint("r", "http://a:1/v2", "http://b:1/v2")]
    )
    #expect(lines == "\n  nova:\n    type: compute\n    endpoints: \":1/v2\"\n")
    #expect(regions == "\n  r:\n    public: http://a\n    internal: http://b\n")
  }

  @Test func `paths that differ are written one by one`() throws {
    let found = try written(
      [Self.nova],
      [endpoint("r", "http://a:1/v2", "http://b:1/v2", "http://a:2/v2")]
    )
    #expect(
      found.lines == """

          nova:
            type: compute
            endpoints:
              public: ":1/v2"
              internal: ":1/v2"
              admin: ":2/v2"

        """
    )
  }

  @Test func `an interface that others have is not given to who lacks it`() throws {
    let glance = Service(type: "image", name: "glance")
    let found = try written(
      [Self.nova, glance],
      [endpoint("r", "http://a:1", "http://b:1"), endpoint("r", "http://a:2", of: glance)]
    )
    #expect(
      found.lines.contains("glance:\n    type: image\n    endpoints:\n      public: \":2\"\n")
    )
    #expect(found.lines.contains("nova:\n    type: compute\n    endpoints: \":1\"\n"))
  }

  @Test func `the same in every region is written once`() throws {
    let found = try written(
      [Self.nova],
      [endpoint("r1", "http://a:1"), endpoint("r2", "http://b:1")]
    )
    #expect(found.lines == "\n  nova:\n    type: compute\n    endpoints: \":1\"\n")
  }

  @Test func `what is not in every region is written region by region`() throws {
    let glance = Service(type: "image", name: "glance")
    let found = try written(
      [Self.nova, glance],
      [
        endpoint("r1", "http://a:1"), endpoint("r2", "http://b:2"),
        endpoint("r1", "http://a:9", of: glance),
      ]
    )
    #expect(found.lines.contains("    endpoints:\n      r1: \":9\"\n"))
    #expect(found.lines.contains("    endpoints:\n      r1: \":1\"\n      r2: \":2\"\n"))
  }

  @Test func `another host stands alone`() throws {
    let glance = Service(type: "image", name: "glance")
    let swift = Service(type: "object-store", name: "swift")
    let whole = "https://objects.example.com/v1/AUTH_%(tenant_id)s"
    let found = try written(
      [Self.nova, glance, swift],
      [
        endpoint("r", "http://a:1", "http://b:1", "http://a:1"),
        endpoint("r", "http://a:2", "http://b:2", "http://a:2", of: glance),
        endpoint("r", whole, whole, whole, of: swift),
      ]
    )
    #expect(found.lines.contains("endpoints: \(whole)\n"))
    #expect(
      found.regions == "\n  r:\n    public: http://a\n    internal: http://b\n    admin: http://a\n"
    )
  }

  @Test func `a region without any base URL is there all the same`() throws {
    let found = try written([Self.nova], [endpoint("r", "ws://a", "ws://b")])
    #expect(found.regions == "\n  r:\n")
    #expect(found.lines.contains("      public: ws://a\n      internal: ws://b\n"))
  }

  @Test func `services of one name have labels`() throws {
    let found = try written(
      [
        Service(type: "orchestration", name: "heat"), Service(type: "cloudformation", name: "heat"),
      ],
      []
    )
    #expect(
      found.lines == """

          heat-cloudformation:
            type: cloudformation
            name: heat
          heat-orchestration:
            type: orchestration
            name: heat

        """
    )
  }
}
