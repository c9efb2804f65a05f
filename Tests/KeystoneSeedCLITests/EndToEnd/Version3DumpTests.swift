import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("The dump over Identity v3")
struct Version3DumpTests {
  /// Runs over v3 on what bootstrap made and a published seed was applied to.
  private func withCloud(
    _ release: SandboxRelease,
    seed: String = "core-2026.yaml",
    _ body: (Lab) async throws -> Void
  ) async throws {
    let environment = ["ADMIN_PASSWORD": "s3cret", "SERVICE_PASSWORD": "ice"]
    try await withVersion3(release, environment: environment) { lab in
      try lab.declare(contentOfProjectFile("Seeds/\(seed)"))
      let apply = await lab.run("apply", "--no-verify-passwords")
      #expect(apply.status == .success, "\(apply.shown)")
      try await body(lab)
    }
  }

  /// Expects that a dump is a valid seed, and that nothing differs from it.
  private func expectNoChange(of dump: String, in lab: Lab) async throws {
    var lab = lab
    lab.answer(dump)
    try lab.declare(dump)
    let validation = await lab.run("validate")
    #expect(validation.status == .success, "\(validation.error)")
    let plan = await lab.run("plan", "--detailed-exitcode", "--no-verify-passwords")
    #expect(plan.status == .success, "\(plan.shown)")
    #expect(plan.output.hasPrefix("No changes."), "\(plan.output)")
  }

  @Test("a cloud is adopted in two commands", arguments: [SandboxRelease.pike, .current])
  func adoption(release: SandboxRelease) async throws {
    try await withCloud(release) { lab in
      let dump = await lab.run("dump")
      #expect(dump.status == .success, "\(dump.error)")
      #expect(dump.writes.allSatisfy { $0.hasPrefix("POST /v3/auth/tokens") })
      #expect(dump.requests.allSatisfy { $0.path.hasPrefix("/v3/") })
      let asked = dump.requests.map { "\($0.method) \($0.target)" }.sorted()
      #expect(asked == Set(asked).sorted(), "each is asked once")
      #expect(dump.error.isEmpty)
      #expect(dump.output.contains("  nova:\n"))
      try await expectNoChange(of: dump.output, in: lab)
    }
  }

  @Test("on a Keystone with both versions either dump is the other's cloud")
  func bothVersions() async throws {
    try await withCloud(.pike) { lab in
      let dump = await lab.run("dump")
      #expect(dump.status == .success, "\(dump.error)")
      var old = lab
      old.environment = lab.environment.mapValues { _ in "" }
      old.environment.merge(["OS_TOKEN": "ADMIN", "OS_ENDPOINT": lab.sandbox.adminURL]) { $1 }
      try await expectNoChange(of: dump.output, in: old)
      let oldDump = await old.run("dump")
      #expect(oldDump.status == .success, "\(oldDump.error)")
      try await expectNoChange(of: oldDump.output, in: lab)
    }
  }

  @Test("what a seed cannot say is in comments, and is no difference")
  func unsayable() async throws {
    try await withCloud(.current) { lab in
      let scope = V3Scope.project(.name("admin", domain: .default))
      let login = V3Credentials.password(
        .name("admin", domain: .default),
        Secret("s3cret"),
        scope: scope
      )
      let client = V3Client(
        endpoint: lab.environment["OS_AUTH_URL"] ?? "",
        authentication: .login(login),
        transport: try CurlTransport(configuration: CurlConfiguration())
      )
      let domain = try await client.createDomain(V3NewDomain(name: "heat"))
      _ = try await client.createUser(V3NewUser(name: "stack", domainID: domain.id))
      let group = try await client.createGroup(V3NewGroup(name: "ops", domainID: "default"))
      let role = try #require(try await client.roles(named: "reader").first)
      try await client.grant(
        V3Grant(.group(group.id), .projectsOfDomain("default"), roleID: role.id)
      )
      _ = try await client.createRole(V3NewRole(name: "auditor", domainID: "default"))
      _ = try await client.createRegion(V3NewRegion(id: "emea", description: "Europe"))
      let nova = try #require(try await client.services(ofType: "compute").first)
      let rows = try await client.endpoints(ofService: nova.id)
      let row = try #require(rows.first { $0.interface == "internal" })
      try await client.updateEndpoint(id: row.id, V3EndpointUpdate(enabled: false))

      let dump = await lab.run("dump")
      #expect(dump.status == .success, "\(dump.error)")
      #expect(dump.error.hasPrefix("warning: 1 object is left out"), "\(dump.error)")
      for line in [
        "groups:\n  ops:\n", "  emea:\n    description: Europe\n",
        "  - {role: reader, group: ops, domain: Default, inherited: true}\n",
        "#   role auditor belongs to the default domain: a seed has roles of none there",
        "enabled: false}",
      ] {
        #expect(dump.output.contains(line), "\(line)")
      }
      #expect(dump.output.contains("\ndomains:\n  heat:\n    users:\n      stack:"))
      try await expectNoChange(of: dump.output, in: lab)
    }
  }
}
