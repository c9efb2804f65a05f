import FoundationEssentials
import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct VerifyCommandTests {
  @Test func `nothing is wrong where nothing is`() async throws {
    try await withVerifiedCloud { lab in
      let run = await lab.verify()
      #expect(run.status == .success)
      #expect(run.error.isEmpty)
      #expect(
        run.output == """
          Logins:
            admin in admin   ok
            nova in service  ok

          Catalog of admin in admin, nova in service:
            compute  RegionOne  public    http://203.0.113.10:8774/v2/<tenant ID>
                                internal  http://10.1.0.10:8774/v2/<tenant ID>

          No drift: \(lab.sandbox.adminURL) is as the seed says.

          """
      )
    }
  }

  @Test func `a missing grant is found, by the plan and by the login`() async throws {
    try await withVerifiedCloud { lab in
      let nova = try await lab.user("nova")
      let tenants = try await lab.outsider.tenants()
      let roles = try await lab.outsider.roles()
      try await lab.outsider.revokeRole(
        try #require(roles.filter { $0.name == "Member" }.only).id,
        fromUser: nova.id,
        onTenant: try #require(tenants.filter { $0.name == "service" }.only).id
      )
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  + assignment nova has Member in service\n"))
      #expect(run.output.contains("  nova in service  the user has no role in this tenant\n"))
    }
  }

  @Test func `a wrong password is found`() async throws {
    try await withVerifiedCloud { lab in
      let nova = try await lab.user("nova")
      try await lab.outsider.setPassword(Secret("another"), ofUser: nova.id)
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  ~ user nova\n      password    (sensitive)\n"))
      #expect(run.output.contains("  nova            the seed's password is wrong\n"))
    }
  }

  @Test func `a disabled user is found, though no seed says that it is enabled`() async throws {
    try await withVerifiedCloud { lab in
      let nova = try await lab.user("nova")
      try await lab.outsider.updateUser(id: nova.id, UserUpdate(enabled: false))
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  nova            the user is disabled\n"))
    }
  }

  @Test func `a disabled tenant is found`() async throws {
    try await withVerifiedCloud { lab in
      let tenants = try await lab.outsider.tenants()
      let service = try #require(tenants.filter { $0.name == "service" }.only)
      _ = try await lab.outsider.updateTenant(id: service.id, TenantUpdate(enabled: false))
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  nova in service  the tenant is disabled\n"))
    }
  }

  @Test func `what the seed wants disabled is not missed`() async throws {
    let seed = verifiedSeed.replacing("nova: {password", with: "nova: {enabled: false, password")
    try await withVerifiedCloud(seed) { lab in
      let run = await lab.verify()
      #expect(run.status == .success)
      #expect(run.output.contains("Logins:\n  admin in admin  ok\n\n"))
    }
  }

  @Test func `the token ADMIN left open is a warning`() async throws {
    try await withVerifiedCloud(adminToken: "ADMIN") { lab in
      let run = await lab.verify()
      #expect(run.status == .success)
      #expect(
        run.output.contains("\nWarnings:\n  ! the token ADMIN opens the admin API (OSSN-0064)")
      )
      #expect(!run.output.contains("the token in use"))
    }
  }

  @Test func `a token in use without a user behind it is a warning`() async throws {
    try await withVerifiedCloud(adminToken: "e3b0c442") { lab in
      var lab = lab
      lab.environment["OS_SERVICE_TOKEN"] = "e3b0c442"
      lab.environment["OS_SERVICE_ENDPOINT"] = lab.sandbox.adminURL
      let run = await lab.verify()
      #expect(run.status == .success)
      #expect(run.output.contains("\nWarnings:\n  ! the token in use is Keystone's admin_token"))
      #expect(!run.output.contains("the token ADMIN"))
      #expect(!run.shown.contains("e3b0c442"))
    }
  }

  @Test func `users of whose passwords the seed knows nothing are a warning`() async throws {
    try await withVerifiedCloud { lab in
      let seed = verifiedSeed.replacing("nova: {password: {env: NOVA_PASSWORD}, ", with: "nova: {")
      try lab.declare(seed)
      _ = try await lab.outsider.createUser(NewUser(name: "stranger"))
      _ = try await lab.outsider.createUser(NewUser(name: "gone", enabled: false))
      let run = await lab.verify()
      #expect(run.status == .success)
      #expect(run.output.contains("  ! enabled, and the seed has no password: nova, stranger\n"))
    }
  }

  @Test func `a login without a clean answer is a failure, and no drift`() async throws {
    try await withVerifiedCloud { lab in
      // The first is the caller's own, the next two are the plan's, the others have a tenant.
      lab.sandbox.faults.add(
        .before("POST", "/v2.0/tokens", nth: 4, times: 1, .status(413, contentType: "", body: ""))
      )
      let run = await lab.verify()
      #expect(run.status == .failure)
      #expect(run.output.hasSuffix("\nNot everything could be checked.\n"))
      #expect(run.error.hasPrefix("error: POST "))
    }
  }

  @Test func `a Keystone that cannot be read is a failure`() async throws {
    try await withVerifiedCloud { lab in
      lab.sandbox.faults.add(
        .before("GET", "/v2.0/users", .status(403, contentType: "", body: ""))
      )
      let run = await lab.verify()
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
    try await withVerifiedCloud { lab in
      let nova = try await lab.user("nova")
      try await lab.outsider.updateUser(id: nova.id, UserUpdate(enabled: false))
      let run = await lab.verify(as: .json)
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
    try await withVerifiedCloud { lab in
      let address = lab.sandbox.publicURL.replacing("/v2.0", with: "")
      try lab.declare(
        verifiedSeed.replacing("http://203.0.113.10", with: address)
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
