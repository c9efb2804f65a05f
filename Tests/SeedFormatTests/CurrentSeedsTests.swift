import FoundationEssentials
import IdentityModel
import SeedFormat
import Testing

/// The seeds of a cloud of today have what its deployers register, each service at its port.
@Suite struct CurrentSeedsTests {
  static let catalog: [(type: Name, name: Name, path: String)] = [
    ("identity", "keystone", ":5000"), ("image", "glance", ":9292"),
    ("placement", "placement", ":8780"), ("compute", "nova", ":8774/v2.1"),
    ("network", "neutron", ":9696"), ("block-storage", "cinder", ":8776/v3"),
    ("orchestration", "heat", ":8004/v1/$(tenant_id)s"),
    ("cloudformation", "heat-cfn", ":8000/v1"),
  ]

  /// What at least two deployers register beside the core.
  static let others: [(type: Name, name: Name, path: String)] = [
    ("object-store", "swift", ":8080/v1/AUTH_$(tenant_id)s"), ("key-manager", "barbican", ":9311"),
    ("load-balancer", "octavia", ":9876"), ("dns", "designate", ":9001"),
    ("baremetal", "ironic", ":6385"), ("container-infra", "magnum", ":9511/v1"),
    ("shared-file-system", "manila", ":8786/v2"), ("sharev2", "manilav2", ":8786/v2"),
    ("database", "trove", ":8779/v1.0/$(tenant_id)s"), ("alarming", "aodh", ":8042"),
    ("metric", "gnocchi", ":8041"), ("rating", "cloudkitty", ":8889"),
    ("workflowv2", "mistral", ":8989/v2"), ("infra-optim", "watcher", ":9322"),
    ("instance-ha", "masakari", ":15868/v1/$(tenant_id)s"), ("reservation", "blazar", ":1234/v1"),
    ("accelerator", "cyborg", ":6666/v2"), ("nfv-orchestration", "tacker", ":9890"),
    ("panel", "skyline", ":9998"),
  ]

  private func load(_ seed: String = "core-2026") throws -> DesiredState {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(root)/Seeds/\(seed).yaml"
    let reading = Seed.load(
      [UInt8](try Data(contentsOf: URL(filePath: path))),
      file: path,
      directory: "/"
    )
    #expect(reading.diagnostics.isEmpty)
    return try #require(reading.desired)
  }

  @Test(arguments: [("core-2026", catalog.count), ("all-services-2026", (catalog + others).count)])
  func `the services are at their ports, without an admin interface`(
    seed: String,
    count: Int
  ) throws {
    let desired = try load(seed)
    #expect(desired.services.count == count)
    for (type, name, path) in (Self.catalog + Self.others).prefix(count) {
      let endpoint = try #require(
        desired.endpoints.first { $0.service.type == type && $0.service.name == name }
      )
      #expect(endpoint.region == "RegionOne")
      #expect(endpoint.publicURL?.text == "https://cloud.example.com\(path)")
      #expect(endpoint.internalURL?.text == "http://10.1.0.10\(path)")
      #expect(endpoint.adminURL == nil)
    }
  }

  @Test func `each of all services has an account, but what works for another`() throws {
    let desired = try load("all-services-2026")
    let accounts = Set(
      desired.assignments.filter { $0.tenant == "service" }.compactMap { $0.user?.name }
    )
    let services = Set(desired.services.map(\.name))
    #expect(services.subtracting(accounts) == ["keystone", "heat-cfn", "manilav2"])
    #expect(accounts.subtracting(services) == ["ceilometer"])
  }

  @Test func `a second region makes endpoints in it and nothing else of the first's`() throws {
    let desired = try load("second-region")
    #expect(Set(desired.endpoints.map(\.region)) == ["RegionTwo"])
    #expect(desired.services.allSatisfy { desired.existing.contains(.service($0.key)) })
    #expect(desired.services.count == Self.catalog.count)
    #expect(desired.existing.count == Self.catalog.count + 3)
  }

  @Test func `each service has an account with both roles`() throws {
    let desired = try load()
    for user in ["cinder", "glance", "heat", "neutron", "nova", "placement"] as [QualifiedName] {
      let roles = desired.assignments.filter { $0.user == user && $0.tenant == "service" }
      #expect(roles.map(\.role).sorted() == ["admin", "service"], "\(user)")
    }
  }
}
