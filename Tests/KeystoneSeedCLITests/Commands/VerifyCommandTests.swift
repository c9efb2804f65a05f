import FoundationEssentials
import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite struct VerifyCommandTests {
  private static let seed = """
    regions:
      RegionOne: {public: "http://203.0.113.10", internal: "http://10.1.0.10"}
    roles: [admin, Member]
    tenants: {admin: {}, service: {}}
    users:
      admin: {password: {env: ADMIN_PASSWORD}, roles: {admin: [admin]}}
      nova: {password: {env: NOVA_PASSWORD}, roles: {service: [Member]}}
    services:
      nova: {type: compute, endpoints: ":8774/v2/$(tenant_id)s"}
    """

  /// A cloud as its seed says, looked at by its administrator; nobody has left a token open.
  private func withCloud(
    _ seed: String = seed,
    adminToken: String = "e3b0c442",
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withLab(SandboxConfiguration(adminToken: adminToken)) { lab in
      var lab = lab
      lab.environment["ADMIN_PASSWORD"] = "admin's secret"
      lab.environment["NOVA_PASSWORD"] = "nova's secret"
      try lab.declare(seed)
      #expect(await lab.run("apply").status == .success)
      lab.environment["OS_SERVICE_TOKEN"] = nil
      lab.environment["OS_SERVICE_ENDPOINT"] = nil
      lab.environment["OS_AUTH_URL"] = lab.sandbox.adminURL
      lab.environment["OS_USERNAME"] = "admin"
      lab.environment["OS_PASSWORD"] = "admin's secret"
      lab.environment["OS_TENANT_NAME"] = "admin"
      try await body(lab)
    }
  }

  private func user(_ name: String, in lab: Lab) async throws -> UserRecord {
    let users = try await lab.outsider.users()
    return try #require(users.filter { $0.name == name }.only)
  }

  /// Verifies, and makes sure that nothing was written and no secret shown.
  private func verify(_ lab: Lab, as format: OutputFormat = .text) async -> Lab.Run {
    let run = await lab.run("verify", "--output", format.rawValue)
    #expect(run.writes == [])
    #expect(!run.shown.contains("secret"))
    return run
  }

  @Test func `nothing is wrong where nothing is`() async throws {
    try await withCloud { lab in
      let run = await verify(lab)
      #expect(run.status == .success)
      #expect(run.error.isEmpty)
      let tenants = try await lab.outsider.tenants()
      let ids = tenants.sorted { $0.name < $1.name }.map(\.id)
      try #require(ids.count == 2)
      #expect(
        run.output == """
          Logins:
            admin in admin   ok
            nova in service  ok

          Catalog of admin in admin:
            compute  RegionOne  public    http://203.0.113.10:8774/v2/\(ids[0])
                                internal  http://10.1.0.10:8774/v2/\(ids[0])

          Catalog of nova in service:
            compute  RegionOne  public    http://203.0.113.10:8774/v2/\(ids[1])
                                internal  http://10.1.0.10:8774/v2/\(ids[1])

          No drift: \(lab.sandbox.adminURL) is as the seed says.

          """
      )
    }
  }

  @Test func `a changed URL is found`() async throws {
    try await withCloud { lab in
      let endpoints = try await lab.outsider.endpoints()
      let row = try #require(endpoints.only)
      try await lab.outsider.deleteEndpoint(id: row.id)
      let other = NewEndpoint(
        serviceID: try #require(row.serviceID),
        region: "RegionOne",
        publicURL: "http://192.0.2.1:8774"
      )
      _ = try await lab.outsider.createEndpoint(other)
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  +/- endpoint compute/nova in RegionOne"))
      #expect(run.output.hasSuffix("\nDrift: \(lab.sandbox.adminURL) is not as the seed says.\n"))
    }
  }

  @Test func `a missing grant is found, by the plan and by the login`() async throws {
    try await withCloud { lab in
      let nova = try await user("nova", in: lab)
      let tenants = try await lab.outsider.tenants()
      let roles = try await lab.outsider.roles()
      try await lab.outsider.revokeRole(
        try #require(roles.filter { $0.name == "Member" }.only).id,
        fromUser: nova.id,
        onTenant: try #require(tenants.filter { $0.name == "service" }.only).id
      )
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  + assignment nova has Member in service\n"))
      #expect(run.output.contains("  nova in service  the user has no role in this tenant\n"))
    }
  }

  @Test func `a wrong password is found`() async throws {
    try await withCloud { lab in
      let nova = try await user("nova", in: lab)
      try await lab.outsider.setPassword(Sensitive("another"), ofUser: nova.id)
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  ~ user nova\n      password    (sensitive)\n"))
      #expect(run.output.contains("  nova            the seed's password is wrong\n"))
    }
  }

  @Test func `a disabled user is found, though no seed says that it is enabled`() async throws {
    try await withCloud { lab in
      let nova = try await user("nova", in: lab)
      try await lab.outsider.updateUser(id: nova.id, UserUpdate(enabled: false))
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  nova            the user is disabled\n"))
    }
  }

  @Test func `a disabled tenant is found`() async throws {
    try await withCloud { lab in
      let tenants = try await lab.outsider.tenants()
      let service = try #require(tenants.filter { $0.name == "service" }.only)
      _ = try await lab.outsider.updateTenant(id: service.id, TenantUpdate(enabled: false))
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  nova in service  the tenant is disabled\n"))
    }
  }

  @Test func `what the seed wants disabled is not missed`() async throws {
    let seed = Self.seed.replacing("nova: {password", with: "nova: {enabled: false, password")
    try await withCloud(seed) { lab in
      let run = await verify(lab)
      #expect(run.status == .success)
      #expect(run.output.contains("Logins:\n  admin in admin  ok\n\n"))
    }
  }

  @Test func `a duplicate endpoint is found, and whose interfaces users see`() async throws {
    try await withCloud { lab in
      let endpoints = try await lab.outsider.endpoints()
      let row = try #require(endpoints.only)
      let duplicate = NewEndpoint(
        serviceID: try #require(row.serviceID),
        region: "RegionOne",
        publicURL: "http://192.0.2.1:8774"
      )
      let added = try await lab.outsider.createEndpoint(duplicate)
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("duplicate, id \(added.id)"))
      let ids = [row.id, added.id].sorted().joined(separator: ", ")
      #expect(
        run.output.contains(
          """
            ! compute in RegionOne is 2 endpoints in one entry: \(ids); public from \(added.id), \
          internal from \(row.id)

          """
        )
      )
    }
  }

  @Test func `what another run has half done for a moment is no drift`() async throws {
    try await withCloud { lab in
      var lab = lab
      lab.weather = { transport in
        RewrittenAnswers(transport, to: "/v2.0/endpoints") { body, turn in
          turn == 1 ? body.replacing("internalurl", with: "not-yet-made") : body
        }
      }
      let run = await verify(lab)
      #expect(run.status == .success)
      #expect(run.output.contains("No drift: "))
    }
  }

  @Test func `an endpoint that is hidden from users is found`() async throws {
    try await withCloud { lab in
      let endpoints = try await lab.outsider.endpoints()
      let row = try #require(endpoints.only)
      try await lab.outsider.deleteEndpoint(id: row.id)
      let hidden = NewEndpoint(
        serviceID: try #require(row.serviceID),
        region: "RegionOne",
        publicURL: try #require(row.publicURL),
        internalURL: row.internalURL,
        enabled: false
      )
      _ = try await lab.outsider.createEndpoint(hidden)
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(
        run.output.contains("  +/- endpoint compute/nova in RegionOne    v2.0 cannot change an ")
      )
      #expect(run.output.contains("      enabled     false -> true\n"))
      #expect(await lab.run("plan", "--detailed-exitcode").status == .changesPending)
      #expect(await lab.run("apply", "--yes").status == .success)
      #expect(await verify(lab).status == .success)
    }
  }

  @Test func `an interface that v3 has disabled alone is found`() async throws {
    try await withCloud { lab in
      var lab = lab
      lab.weather = { transport in
        RewrittenAnswers(transport, to: "/v3/endpoints") { body, _ in
          body.split(separator: "},").map { row in
            row.contains("http://10.1.0.10")
              ? String(row).replacing("\"enabled\": true", with: "\"enabled\": false") : String(row)
          }.joined(separator: "},")
        }
      }
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  +/- endpoint compute/nova in RegionOne "))
      #expect(run.output.contains("      enabled     false -> true\n"))
    }
  }

  @Test func `a service that is disabled is found, by the plan and by the login`() async throws {
    try await withCloud { lab in
      let services = try await lab.outsider.services()
      try await lab.outsider.deleteService(id: try #require(services.only).id)
      let service = try await lab.outsider.createService(
        NewService(name: "nova", type: "compute", enabled: false)
      )
      _ = try await lab.outsider.createEndpoint(
        NewEndpoint(
          serviceID: service.id,
          region: "RegionOne",
          publicURL: "http://203.0.113.10:8774/v2/$(tenant_id)s",
          internalURL: "http://10.1.0.10:8774/v2/$(tenant_id)s"
        )
      )
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  ! service compute/nova, id \(service.id), is disabled, "))
      #expect(
        run.output.contains(
          "  admin in admin   the catalog lacks compute/nova in RegionOne (public, internal)\n"
        )
      )
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.hasSuffix("\nNo changes can be made; see the notes above.\n"))
      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .failure)
      #expect(apply.writes == [])
      #expect(
        apply.error
          == "error: some differences cannot be changed through this API; see the plan's notes\n"
      )
    }
  }

  @Test func `a URL that users see in place of the seed's is found, whoever made it`() async throws
  {
    try await withCloud { lab in
      let services = try await lab.outsider.services()
      // v2.0 does not list it: it has no public URL.
      try lab.sandbox.addForeignEndpoint(
        serviceID: try #require(services.only).id,
        region: "RegionOne",
        publicURL: nil,
        internalURL: "http://192.0.2.66:8774"
      )
      let run = await verify(lab)
      #expect(run.status == .changesPending)
      #expect(
        run.output.contains(
          "  admin in admin   internal of compute/nova in RegionOne is http://192.0.2.66:8774, and "
            + "the seed says http://10.1.0.10:8774/v2/"
        )
      )
      let note = "  ! endpoint compute/nova in RegionOne has another internal URL, "
      #expect(run.output.contains(note + "http://192.0.2.66:8774, id "))
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.contains(note))
      let document = await verify(lab, as: .json)
      #expect(document.output.contains("\"seen\" : \"http://192.0.2.66:8774\""))
    }
  }

  @Test func `the token ADMIN left open is a warning`() async throws {
    try await withCloud(adminToken: "ADMIN") { lab in
      let run = await verify(lab)
      #expect(run.status == .success)
      #expect(
        run.output.contains("\nWarnings:\n  ! the token ADMIN opens the admin API (OSSN-0064)")
      )
      #expect(!run.output.contains("the token in use"))
    }
  }

  @Test func `a token in use with nobody behind it is a warning`() async throws {
    try await withCloud(adminToken: "e3b0c442") { lab in
      var lab = lab
      lab.environment["OS_SERVICE_TOKEN"] = "e3b0c442"
      lab.environment["OS_SERVICE_ENDPOINT"] = lab.sandbox.adminURL
      let run = await verify(lab)
      #expect(run.status == .success)
      #expect(run.output.contains("\nWarnings:\n  ! the token in use is Keystone's admin_token"))
      #expect(!run.output.contains("the token ADMIN"))
      #expect(!run.shown.contains("e3b0c442"))
    }
  }

  @Test func `users of whose passwords the seed knows nothing are a warning`() async throws {
    try await withCloud { lab in
      let seed = Self.seed.replacing("nova: {password: {env: NOVA_PASSWORD}, ", with: "nova: {")
      try lab.declare(seed)
      _ = try await lab.outsider.createUser(NewUser(name: "stranger"))
      _ = try await lab.outsider.createUser(NewUser(name: "gone", enabled: false))
      let run = await verify(lab)
      #expect(run.status == .success)
      #expect(run.output.contains("  ! enabled, and the seed has no password: nova, stranger\n"))
    }
  }

  @Test func `a login without a clean answer is a failure, and no drift`() async throws {
    try await withCloud { lab in
      // The first is the caller's own, the next two are the plan's, the others have a tenant.
      lab.sandbox.faults.add(
        .before("POST", "/v2.0/tokens", nth: 4, times: 1, .status(413, contentType: "", body: ""))
      )
      let run = await verify(lab)
      #expect(run.status == .failure)
      #expect(run.output.hasSuffix("\nNot everything could be checked.\n"))
      #expect(run.error.hasPrefix("error: POST "))
    }
  }

  @Test func `a Keystone that cannot be read is a failure`() async throws {
    try await withCloud { lab in
      lab.sandbox.faults.add(
        .before("GET", "/v2.0/users", .status(403, contentType: "", body: ""))
      )
      let run = await verify(lab)
      #expect(run.status == .failure)
      #expect(run.output.isEmpty)
    }
  }

  @Test func `JSON says the same and nothing else`() async throws {
    struct Document: Decodable {
      struct Login: Decodable {
        let user: String
        let ok: Bool
      }
      let drift: Bool
      let complete: Bool
      let logins: [Login]
      let warnings: [String]
    }
    try await withCloud { lab in
      let nova = try await user("nova", in: lab)
      try await lab.outsider.updateUser(id: nova.id, UserUpdate(enabled: false))
      let run = await verify(lab, as: .json)
      #expect(run.status == .changesPending)
      let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
      #expect(document.drift)
      #expect(document.complete)
      #expect(document.logins.map(\.user) == ["admin", "nova"])
      #expect(document.logins.map(\.ok) == [true, false])
      #expect(document.warnings == [])
    }
  }

  @Test func `a probe asks what users see, with nothing that opens a door`() async throws {
    try await withCloud { lab in
      let address = lab.sandbox.publicURL.replacing("/v2.0", with: "")
      try lab.declare(
        Self.seed.replacing("http://203.0.113.10", with: address)
          .replacing("http://10.1.0.10", with: "http://127.0.0.1:1")
          .replacing(":8774/v2/", with: "/nova/")
      )
      #expect(await lab.run("apply", "--yes").status == .success)
      let run = await lab.run("verify", "--probe")
      #expect(run.status == .success)
      #expect(run.output.contains("\nWhat answers from here:\n"))
      let found = run.requests.filter { $0.path.hasPrefix("/nova/") }
      #expect(found.count == 2)
      #expect(found.allSatisfy { $0.method == "GET" && $0.header("X-Auth-Token") == nil })
      #expect(run.output.contains("  404\n"))
      #expect(run.output.contains("  cannot connect\n"))
      #expect(run.output.contains("Warnings:\n  ! no service answers at http://127.0.0.1:1/nova/"))
    }
  }
}
