import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

/// The cloud of three controllers, and what it becomes when its seed changes.
enum ArticleCloud {
  static let passwords = [
    "ADMIN_PASSWORD": "admin's secret", "SERVICE_PASSWORD": "services' secret",
  ]

  static var seed: String {
    get throws { try contentOfProjectFile("Seeds/three-controllers.yaml") }
  }

  /// Its seed after an edit that updates, replaces and deletes: another public address, other mail
  /// addresses, other descriptions, and one too many of each kind.
  static var changedSeed: String {
    get throws {
      try seed.replacing("203.0.113.10 ", with: "203.0.113.99 ")
        .replacing("@example.com", with: "@example.org")
        .replacing("Demo Tenant", with: "Demonstration Tenant")
        .replacing("OpenStack Image Service", with: "Images")
          + """

          absent:
            users: [stranger]
            tenants: [stranger]
            roles: [Stranger]
            services: [stranger]
            assignments: [{user: test, tenant: admin, role: Member}]

          """
    }
  }

  /// What the changed seed takes away.
  static let strangers = """
    regions: {regionOne: {public: http://192.0.2.1}}
    roles: [Stranger, Member]
    tenants: {stranger: {}, admin: {}}
    users: {stranger: {roles: {stranger: [Stranger]}}, test: {roles: {admin: [Member]}}}
    services: {stranger: {type: stranger, endpoints: ":1"}}

    """

  /// Makes sure that a lab's cloud is the article's, with one of everything.
  static func expectWhole(
    _ lab: Lab,
    _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let keystone = lab.outsider
    let roles = try await keystone.roles().map(\.name)
    let tenants = try await keystone.tenants().map(\.name)
    let users = try await keystone.users()
    let services = try await keystone.services()
    let endpoints = try await keystone.endpoints()
    var grants: [String] = []
    for tenant in try await keystone.tenants() {
      for user in users {
        for role in try await keystone.roles(ofUser: user.id, onTenant: tenant.id) {
          grants.append("\(user.name) \(tenant.name) \(role.name)")
        }
      }
    }
    func check(_ found: [String], _ wanted: [String]) {
      #expect(found.sorted() == wanted, comment, sourceLocation: sourceLocation)
    }
    check(roles, ["Member", "admin"])
    check(tenants, ["admin", "demo", "service"])
    check(users.map(\.name), ["admin", "cinder", "glance", "nova", "test"])
    check(services.map(\.type), ["compute", "ec2", "identity", "image", "volume"])
    check(endpoints.map { $0.serviceID ?? "" }, services.map(\.id).sorted())
    check(
      grants,
      [
        "admin admin admin", "cinder service admin", "glance service admin", "nova service admin",
        "test demo Member",
      ]
    )
  }
}
