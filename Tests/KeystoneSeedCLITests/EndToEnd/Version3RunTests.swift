import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs over Identity v3")
struct Version3RunTests {
  private static let seed = """
    regions:
      Bay:
        public: http://203.0.113.10
        internal: http://192.0.2.10
        admin: http://192.0.2.10
    roles: [operator]
    tenants:
      service: {description: Service users}
    users:
      glance:
        password: {env: GLANCE_PASSWORD}
        email: glance@example.com
        tenant: service
        roles: {service: [operator]}
    services:
      glance:
        type: image
        description: Images
        endpoints: ":9292"

    """

  /// Runs over v3 as the user admin of what `keystone-manage bootstrap` makes.
  private func withCloud(
    _ release: SandboxRelease,
    _ body: (Lab) async throws -> Void
  ) async throws {
    // Without a word of v3 beside the address.
    let environment = ["GLANCE_PASSWORD": "ice", "OS_PROJECT_NAME": "", "OS_TENANT_NAME": "admin"]
    try await withVersion3(release, environment: environment) { lab in
      try lab.declare(Self.seed)
      try await body(lab)
    }
  }

  static let releases: [SandboxRelease] = [.pike, .zed, .current]

  @Test("a seed is applied, and the next run writes nothing", arguments: releases)
  func applies(release: SandboxRelease) async throws {
    try await withCloud(release) { lab in
      let plan = await lab.run("plan")
      #expect(plan.status == .success, "\(plan.error)")
      #expect(
        plan.output.contains(
          """
            + endpoint image/glance in Bay
                public      http://203.0.113.10:9292
                internal    http://192.0.2.10:9292
                admin       http://192.0.2.10:9292

          Plan: 7 to create, 0 to update, 0 to replace, 0 to delete.
          """
        ),
        "\(plan.output)"
      )
      let first = await lab.run("apply")
      #expect(first.status == .success, "\(first.error)")
      #expect(first.output.hasSuffix("Applied: 7 created, 0 updated, 0 replaced, 0 deleted.\n"))
      #expect(first.requests.allSatisfy { $0.path.hasPrefix("/v3/") })
      let second = await lab.run("apply")
      #expect(second.status == .success, "\(second.error)")
      #expect(second.writes == [])
      #expect(second.output.hasPrefix("No changes."), "\(second.output)")
    }
  }

  @Test("a URL that somebody has changed is changed back in the row that has it")
  func changesInPlace() async throws {
    try await withCloud(.current) { lab in
      _ = await lab.run("apply")
      let seed = Self.seed.replacing("admin: http://192.0.2.10", with: "admin: http://192.0.2.99")
      try lab.declare(seed)
      let run = await lab.run("apply")
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.contains("  ~ endpoint image/glance in Bay\n"), "\(run.output)")
      #expect(run.writes.count == 1)
      #expect(run.writes.allSatisfy { $0.hasPrefix("PATCH /v3/endpoints/") }, "\(run.writes)")
    }
  }

  @Test("what was applied over v3 is no difference over v2.0")
  func bothVersions() async throws {
    try await withCloud(.pike) { lab in
      #expect(await lab.run("apply").status == .success)
      let token = ["OS_TOKEN": "ADMIN", "OS_ENDPOINT": lab.sandbox.adminURL]
      var environment = lab.environment.mapValues { _ in "" }
      environment.merge(token) { $1 }
      environment["GLANCE_PASSWORD"] = "ice"
      let run = await lab.run("plan", environment: environment)
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.hasPrefix("No changes."), "\(run.output)")
    }
  }

  @Test("what bootstrap made is never pruned, whoever asks", arguments: releases)
  func prune(release: SandboxRelease) async throws {
    try await withCloud(release) { lab in
      let seed = Self.seed.replacing(
        "  glance:\n    password",
        with: "  other: {}\n  glance:\n    password"
      )
      try lab.declare(seed)
      _ = await lab.run("apply")
      try lab.declare(Self.seed)
      let run = await lab.run("plan", "--prune")
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.contains("  - user other    unmanaged, id "), "\(run.output)")
      #expect(run.output.contains("0 to replace, 1 to delete."), "\(run.output)")
    }
  }

  @Test("a wrong password is said to be one, and nothing else is sent")
  func wrongPassword() async throws {
    try await withCloud(.current) { lab in
      let run = await lab.run("plan", environment: ["OS_PASSWORD": "wr0ng"])
      #expect(run.status == .failure)
      #expect(run.error.contains("401"), "\(run.error)")
      #expect(!run.error.contains("wr0ng"))
      #expect(run.requests.count == 1)
    }
  }
}
