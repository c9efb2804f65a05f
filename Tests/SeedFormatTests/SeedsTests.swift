import FoundationEssentials
import IdentityModel
import SeedFormat
import Testing

/// The seeds that are published ask for exactly what they say.
@Suite struct SeedsTests {
  private func load(
    _ name: String,
    overrides: [(name: String, value: String)] = []
  ) throws -> SeedReading {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(root)/Seeds/\(name)"
    return Seed.load(
      [UInt8](try Data(contentsOf: URL(filePath: path))),
      file: path,
      directory: "/",
      overrides: overrides
    )
  }

  @Test(
    "one variable has Keystone's own URLs lead to v3, and nothing else changes",
    arguments: [
      "all-services.yaml", "devstack.yaml", "minimal.yaml", "three-controllers.yaml",
      "two-regions.yaml",
    ]
  )
  func identityVersion(seed: String) throws {
    let usual = try #require(try load(seed).desired)
    let reading = try load(seed, overrides: [("identity", "v3")])
    #expect(reading.diagnostics.isEmpty)
    let desired = try #require(reading.desired)
    func urls(_ state: DesiredState) -> [String?] {
      state.endpoints.flatMap { [$0.publicURL?.text, $0.internalURL?.text, $0.adminURL?.text] }
    }
    let expected = urls(usual).map { url in
      url.map { $0.hasSuffix("/v2.0") ? String($0.dropLast("v2.0".count)) + "v3" : $0 }
    }
    #expect(urls(desired) == expected)
    #expect(urls(desired) != urls(usual))
  }

  @Test func `the smallest seed is one administrator and the identity service`() throws {
    let reading = try load("minimal.yaml")
    #expect(reading.diagnostics.isEmpty)
    var desired = DesiredState()
    desired.roles = [Role(name: "admin")]
    desired.tenants = [Tenant(name: "admin")]
    desired.users = [User(name: "admin")]
    desired.regions = [Region(name: "regionOne")]
    desired.usersWithDeclaredRoles = ["admin"]
    desired.assignments = [RoleAssignment(user: "admin", tenant: "admin", role: "admin")]
    desired.services = [Service(type: "identity", name: "keystone")]
    desired.endpoints = [
      Endpoint(
        service: ServiceKey(type: "identity", name: "keystone"),
        region: "regionOne",
        publicURL: URLTemplate("http://127.0.0.1:5000/v2.0"),
        internalURL: URLTemplate("http://127.0.0.1:5000/v2.0"),
        adminURL: URLTemplate("http://127.0.0.1:35357/v2.0")
      )
    ]
    #expect(reading.desired == desired)
    #expect(reading.passwordSources.mapValues(\.value) == ["admin": .environment("ADMIN_PASSWORD")])
  }

  @Test func `the three controllers keep public and admin URLs apart from internal ones`() throws {
    let reading = try load("three-controllers.yaml")
    #expect(reading.diagnostics.isEmpty)
    var desired = DesiredState()
    desired.roles = [Role(name: "admin"), Role(name: "Member")]
    desired.tenants = [
      Tenant(name: "admin", description: "Admin Tenant"),
      Tenant(name: "demo", description: "Demo Tenant"),
      Tenant(name: "service", description: "Service Tenant"),
    ]
    let users: [QualifiedName] = ["admin", "cinder", "glance", "nova", "test"]
    desired.users = users.map { User(name: $0, email: "\($0)@example.com") }
    desired.regions = [Region(name: "regionOne")]
    desired.usersWithDeclaredRoles = Set(users)
    desired.assignments = [
      RoleAssignment(user: "admin", tenant: "admin", role: "admin"),
      RoleAssignment(user: "cinder", tenant: "service", role: "admin"),
      RoleAssignment(user: "glance", tenant: "service", role: "admin"),
      RoleAssignment(user: "nova", tenant: "service", role: "admin"),
      RoleAssignment(user: "test", tenant: "demo", role: "Member"),
    ]
    desired.services = [
      Service(type: "identity", name: "keystone", description: "OpenStack Identity"),
      Service(type: "compute", name: "nova", description: "OpenStack Compute Service"),
      Service(type: "ec2", name: "ec2", description: "OpenStack EC2 service"),
      Service(type: "image", name: "glance", description: "OpenStack Image Service"),
      Service(type: "volume", name: "cinder", description: "OpenStack Volume Service"),
    ]
    desired.endpoints = [
      endpoint("identity", "keystone", ":5000/v2.0", admin: ":35357/v2.0"),
      endpoint("compute", "nova", ":8774/v2/$(tenant_id)s"),
      endpoint("ec2", "ec2", ":8773/services/Cloud", admin: ":8773/services/Admin"),
      endpoint("image", "glance", ":9292"),
      endpoint("volume", "cinder", ":8776/v1/$(tenant_id)s"),
    ]
    #expect(reading.desired == desired)
    #expect(
      reading.passwordSources.mapValues(\.value) == [
        "admin": .environment("ADMIN_PASSWORD"),
        "cinder": .environment("SERVICE_PASSWORD"),
        "glance": .environment("SERVICE_PASSWORD"),
        "nova": .environment("SERVICE_PASSWORD"),
      ]
    )
  }

  private func endpoint(
    _ type: Name,
    _ name: Name,
    _ path: String,
    admin: String? = nil
  ) -> Endpoint {
    Endpoint(
      service: ServiceKey(type: type, name: name),
      region: "regionOne",
      publicURL: URLTemplate("http://203.0.113.10\(path)"),
      internalURL: URLTemplate("http://10.1.0.10\(path)"),
      adminURL: URLTemplate("http://203.0.113.10\(admin ?? path)")
    )
  }
}
