import IdentityModel
import Testing

@testable import SeedFormat

@Suite struct LimitResolverTests {
  private static func limits(_ seed: String) throws -> [String] {
    let reading = Seed.load(seed)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.desired).limits.map { "\($0.key): \($0.value)" }.sorted()
  }

  @Test func `without a region they stand where the service has endpoints`() throws {
    let limits = try Self.limits(
      """
      regions: {a: {public: "http://a"}, b: {public: "http://b"}, c: {description: Later}}
      projects: {lab: {limits: {nova: {servers: 30}, swift: {gigabytes: 5}}}}
      services:
        nova: {type: compute, endpoints: ":8774", limits: {servers: 10}}
        glance: {type: image, endpoints: {b: ":9292"}, limits: {images: 20}}
        swift: {type: object-store, limits: {gigabytes: 1}}
      """
    )
    #expect(
      limits == [
        "compute/nova servers in a, project lab: 30", "compute/nova servers in a: 10",
        "compute/nova servers in b, project lab: 30", "compute/nova servers in b: 10",
        "image/glance images in b: 20", "object-store/swift gigabytes, project lab: 5",
        "object-store/swift gigabytes: 1",
      ]
    )
  }

  @Test func `files may say the same twice, and add regions to one another`() throws {
    let files = [
      "regions: {a: , b: }\nservices: {nova: {type: compute, limits: {a: {servers: 1}}}}",
      "services: {nova: {type: compute, limits: {a: {servers: 1, cores: 2}, b: {servers: 3}}}}",
    ]
    let reading = Seed.load(
      files.map { SeedText(name: "s", directory: "/", bytes: Array($0.utf8)) }
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(reading.desired?.limits.count == 3)
  }

  @Test func `what two files say differently is an error with both places`() {
    let files = [
      ("a.yaml", "services: {nova: {type: compute, limits: {servers: 1}}}"),
      ("b.yaml", "services: {nova: {type: compute, limits: {servers: 2}}}"),
      ("c.yaml", "services: {nova: {type: compute, limits: {servers: absent}}}"),
    ]
    let reading = Seed.load(
      files.map { SeedText(name: $0.0, directory: "/", bytes: Array($0.1.utf8)) }
    )
    let hint = "(files of one seed may say the same twice, but nothing else)"
    #expect(
      reading.diagnostics.map(\.description) == [
        "b.yaml:1:52: error: limit compute/nova servers has another value in a.yaml:1:52 \(hint)",
        "c.yaml:1:52: error: limit compute/nova servers has another value in a.yaml:1:52 \(hint)",
      ]
    )
  }

  @Test(
    arguments: [
      (
        """
        services: {nova: {type: compute, limits: {servers: 1}}}
        absent: {limits: [{service: nova, resource: servers}]}
        """,
        "2:19: error: limit compute/nova servers is declared in line 1 and absent"
      ),
      (
        """
        services: {nova: {type: compute, limits: {servers: absent}}}
        projects: {lab: {limits: {nova: {servers: 2}}}}
        """,
        "2:43: error: limit compute/nova servers, project lab needs a registered one, which is"
          + " absent in line 1"
      ),
      (
        """
        services: {nova: {type: compute}}
        projects: {lab: {limits: {nova: {servers: 2}}}}
        absent: {limits: [{service: nova, region: "", resource: servers}]}
        """,
        "2:43: error: limit compute/nova servers, project lab needs a registered one, which is"
          + " absent in line 3"
      ),
    ]
  )
  func `what is declared and absent is an error`(seed: String, line: String) {
    #expect(Seed.lines(of: seed) == ["seed.yaml:\(line)"])
  }

  @Test func `what is absent in both places is absent`() throws {
    let reading = Seed.load(
      """
      services: {nova: {exists: true, limits: {servers: absent}}}
      projects: {lab: {limits: {nova: {servers: absent}}}}
      """
    )
    let absent = try #require(reading.desired).absent.limits
    let nova = ServicePattern(name: "nova")
    #expect(
      absent == [
        LimitPattern(service: nova, region: "", resource: "servers"),
        LimitPattern(service: nova, region: "", resource: "servers", holder: .tenant("lab")),
      ]
    )
  }
}
