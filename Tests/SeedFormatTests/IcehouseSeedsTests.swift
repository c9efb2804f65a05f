import FoundationEssentials
import IdentityModel
import SeedFormat
import Testing

/// The seeds of whole Icehouse clouds have what that release registers, each service at its port.
@Suite struct IcehouseSeedsTests {
  struct Row {
    let type: Name
    let name: Name
    let description: String
    let path: String
    let adminPath: String

    init(_ type: Name, _ name: Name, _ description: String, _ path: String, admin: String? = nil) {
      self.type = type
      self.name = name
      self.description = description
      self.path = path
      adminPath = admin ?? path
    }
  }

  static let catalog = [
    Row("identity", "keystone", "Keystone Identity Service", ":5000/v2.0", admin: ":35357/v2.0"),
    Row("compute", "nova", "Nova Compute Service", ":8774/v2/$(tenant_id)s"),
    Row("computev3", "novav3", "Nova Compute Service V3", ":8774/v3"),
    Row(
      "ec2",
      "ec2",
      "EC2 Compatibility Layer",
      ":8773/services/Cloud",
      admin: ":8773/services/Admin"
    ),
    Row("s3", "s3", "S3", ":3333"),
    Row("image", "glance", "Glance Image Service", ":9292"),
    Row("volume", "cinder", "Cinder Volume Service", ":8776/v1/$(tenant_id)s"),
    Row("volumev2", "cinderv2", "Cinder Volume Service V2", ":8776/v2/$(tenant_id)s"),
    Row("object-store", "swift", "Swift Service", ":8080/v1/AUTH_$(tenant_id)s", admin: ":8080"),
    Row("network", "neutron", "Neutron Service", ":9696/"),
    Row("orchestration", "heat", "Heat Orchestration Service", ":8004/v1/$(tenant_id)s"),
    Row("cloudformation", "heat-cfn", "Heat CloudFormation Service", ":8000/v1"),
    Row("metering", "ceilometer", "OpenStack Telemetry Service", ":8777/"),
    Row("database", "trove", "Trove Service", ":8779/v1.0/$(tenant_id)s"),
    Row("data_processing", "sahara", "Sahara Data Processing", ":8386/v1.1/$(tenant_id)s"),
    Row("baremetal", "ironic", "Ironic baremetal provisioning service", ":6385"),
  ]

  @Test func `one region has the release's catalog`() throws {
    let desired = try load("all-services.yaml")
    #expect(desired.services == Self.services())
    #expect(
      desired.endpoints
        == Self.endpoints(
          in: "regionOne",
          "http://cloud.example.com",
          "http://10.1.0.10",
          "http://10.1.0.10"
        )
    )
  }

  @Test func `two regions have it each, under names and TLS`() throws {
    let desired = try load("two-regions.yaml")
    let single = try load("all-services.yaml")
    #expect(desired.services == single.services)
    #expect(desired.users == single.users)
    #expect(Set(desired.assignments) == Set(single.assignments))
    for (region, host) in [("RegionOne", "one"), ("RegionTwo", "two")] as [(Name, String)] {
      let management = "https://\(host).internal.example.com"
      var expected = Self.endpoints(
        in: region,
        "https://\(host).example.com",
        management,
        management
      )
      for index in expected.indices
      where region == "RegionTwo" && expected[index].service.type == "s3" {
        expected[index].publicURL = URLTemplate("https://two.example.com:8080")
        expected[index].internalURL = URLTemplate("\(management):8080")
        expected[index].adminURL = URLTemplate("\(management):8080")
      }
      #expect(
        desired.endpoints.filter { $0.region == region }.sorted { $0.key < $1.key }
          == expected.sorted { $0.key < $1.key }
      )
    }
    #expect(desired.endpoints.count == 2 * Self.catalog.count)
  }

  @Test func `devstack has it on one host, and calls two services heat`() throws {
    let desired = try load("devstack.yaml")
    #expect(desired.services == Self.services(cloudFormation: "heat"))
    let host = "http://127.0.0.1"
    #expect(
      desired.endpoints == Self.endpoints(in: "RegionOne", host, host, host, cloudFormation: "heat")
    )
  }

  /// The comments of devstack's `lib/*` (icehouse-eol) are these tables.
  @Test func `devstack has its tenants, users and roles`() throws {
    let desired = try load("devstack.yaml")
    #expect(
      desired.roles.map(\.name).sorted() == [
        "Member", "ResellerAdmin", "admin", "anotherrole", "heat_stack_owner", "heat_stack_user",
        "service",
      ]
    )
    let assignments: [QualifiedName: [QualifiedName: [QualifiedName]]] = [
      "admin": ["admin": ["admin", "heat_stack_owner"], "demo": ["admin", "heat_stack_owner"]],
      "demo": [
        "demo": ["Member", "anotherrole", "heat_stack_owner"], "invisible_to_admin": ["Member"],
      ],
      "ceilometer": ["service": ["ResellerAdmin", "admin"]],
      "nova": ["service": ["ResellerAdmin", "admin"]],
      "cinder": ["service": ["admin"]], "heat": ["service": ["admin"]],
      "ironic": ["service": ["admin"]], "neutron": ["service": ["admin"]],
      "sahara": ["service": ["admin"]], "swift": ["service": ["admin"]],
      "trove": ["service": ["admin"]], "glance": ["service": ["service"]],
      "glance-swift": ["service": ["ResellerAdmin"]],
      "swiftusertest1": ["swifttenanttest1": ["admin"]],
      "swiftusertest2": ["swifttenanttest2": ["admin"]],
      "swiftusertest3": ["swifttenanttest1": ["anotherrole"]],
    ]
    let expected = assignments.flatMap { user, tenants in
      tenants.flatMap { tenant, roles in
        roles.map { RoleAssignment(user: user, tenant: tenant, role: $0) }
      }
    }
    #expect(desired.assignments.sorted() == expected.sorted())
    #expect(Set(desired.users.map(\.name)) == Set(assignments.keys))
    #expect(desired.users.allSatisfy { $0.tenant != nil })
    #expect(
      Set(desired.tenants.map(\.name))
        == [
          "admin", "service", "demo", "invisible_to_admin", "swifttenanttest1", "swifttenanttest2",
        ]
    )
  }

  private func load(_ name: String) throws -> DesiredState {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(root)/Seeds/\(name)"
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let reading = Seed.load(bytes, file: path, directory: "/")
    #expect(reading.diagnostics.isEmpty)
    return try #require(reading.desired)
  }

  private static func services(cloudFormation: Name = "heat-cfn") -> [Service] {
    catalog.map { row in
      let name = row.type == "cloudformation" ? cloudFormation : row.name
      return Service(type: row.type, name: name, description: row.description)
    }
  }

  private static func endpoints(
    in region: Name,
    _ publicBase: String,
    _ internalBase: String,
    _ adminBase: String,
    cloudFormation: Name = "heat-cfn"
  ) -> [Endpoint] {
    zip(catalog, services(cloudFormation: cloudFormation)).map { row, service in
      Endpoint(
        service: service.key,
        region: region,
        publicURL: URLTemplate(publicBase + row.path),
        internalURL: URLTemplate(internalBase + row.path),
        adminURL: URLTemplate(adminBase + row.adminPath)
      )
    }
  }
}
