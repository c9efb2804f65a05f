import FoundationEssentials
import IdentityModel
import SeedFormat
import Testing

/// The seed of a cloud of today has what its deployers register, each service at its port.
@Suite struct CurrentSeedsTests {
  static let catalog: [(type: Name, name: Name, path: String)] = [
    ("identity", "keystone", ":5000"), ("image", "glance", ":9292"),
    ("placement", "placement", ":8780"), ("compute", "nova", ":8774/v2.1"),
    ("network", "neutron", ":9696"), ("block-storage", "cinder", ":8776/v3"),
    ("orchestration", "heat", ":8004/v1/$(tenant_id)s"),
    ("cloudformation", "heat-cfn", ":8000/v1"),
  ]

  private func load() throws -> DesiredState {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(root)/Seeds/core-2026.yaml"
    let reading = Seed.load(
      [UInt8](try Data(contentsOf: URL(filePath: path))),
      file: path,
      directory: "/"
    )
    #expect(reading.diagnostics.isEmpty)
    return try #require(reading.desired)
  }

  @Test func `the core services are at their ports, without an admin interface`() throws {
    let desired = try load()
    #expect(desired.services.count == Self.catalog.count)
    for (type, name, path) in Self.catalog {
      let endpoint = try #require(
        desired.endpoints.first { $0.service.type == type && $0.service.name == name }
      )
      #expect(endpoint.region == "RegionOne")
      #expect(endpoint.publicURL?.text == "https://cloud.example.com\(path)")
      #expect(endpoint.internalURL?.text == "http://10.1.0.10\(path)")
      #expect(endpoint.adminURL == nil)
    }
  }

  @Test func `each service has an account with both roles`() throws {
    let desired = try load()
    for user in ["cinder", "glance", "heat", "neutron", "nova", "placement"] as [QualifiedName] {
      let roles = desired.assignments.filter { $0.user == user && $0.tenant == "service" }
      #expect(roles.map(\.role).sorted() == ["admin", "service"], "\(user)")
    }
  }
}
