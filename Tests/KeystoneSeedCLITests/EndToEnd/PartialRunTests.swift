import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("A part of a cloud is planned, applied, verified and dumped")
struct PartialRunTests {
  private static let seed = """
    regions:
      one: {public: "http://203.0.113.10"}
      two: {public: "http://198.51.100.1"}
    roles: [operator]
    tenants: {service: }
    users:
      nova: {password: {env: NOVA}, roles: {service: [operator]}}
      glance: {password: {env: GLANCE}, roles: {service: [operator]}}
    services:
      nova: {type: compute, endpoints: ":8774"}
      glance: {type: image, endpoints: ":9292"}

    """
  private static let versions: [SandboxRelease?] = [nil, .current]

  @Test(arguments: versions)
  func `endpoints of a region`(release: SandboxRelease?) async throws {
    try await withVersion(release, environment: ["NOVA": "n", "GLANCE": "g"]) { lab in
      try lab.declare(Self.seed)
      let first = await lab.run("apply", "--region", "one")
      #expect(first.status == .success, "\(first.shown)")
      #expect(first.output.contains("+ endpoint compute/nova in one"), "\(first.output)")
      #expect(!first.output.contains("in two"), "\(first.output)")
      #expect(await lab.run("plan", "--region", "one").output.hasPrefix("No changes."))
      #expect(await lab.run("verify", "--region", "one").status == .success)
      #expect(await lab.run("verify").status == .changesPending)
      let plan = await lab.run("plan", "--region", "two,one", "--out", "plan.json")
      #expect(plan.output.contains("Plan: \(release == nil ? 2 : 3) to create"), "\(plan.output)")
      let given = await lab.run("apply", "--plan", "plan.json", "--region", "one")
      #expect(given.status == .failure, "\(given.shown)")
      #expect(await lab.run("apply", "--plan", "plan.json").status == .success)
      let dump = await lab.run("dump", "--region", "two")
      #expect(dump.status == .success, "\(dump.shown)")
      #expect(dump.output.contains("198.51.100.1") && !dump.output.contains("203.0.113.10"))
      let none = await lab.run("dump", "--region", "tow")
      #expect(none.status == .usage)
      #expect(none.error.contains("the catalog has no region tow"))
    }
  }

  @Test(arguments: versions)
  func `pruning keeps to the region`(release: SandboxRelease?) async throws {
    try await withVersion(release, environment: ["NOVA": "n", "GLANCE": "g"]) { lab in
      try lab.declare(Self.seed)
      try #require(await lab.run("apply").status == .success)
      try lab.declare(Self.seed.replacing("type: image, endpoints: \":9292\"", with: "type: image"))
      let run = await lab.run("plan", "--prune", "--only", "endpoints", "--region", "two")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("- endpoint image/glance in two"), "\(run.output)")
      #expect(!run.output.contains("in one"), "\(run.output)")
    }
  }

  @Test(arguments: versions)
  func `one user, of whom alone the password is needed`(release: SandboxRelease?) async throws {
    try await withVersion(release, environment: ["NOVA": "n"]) { lab in
      try lab.declare(Self.seed)
      let run = await lab.run("apply", "--only", "users=nova")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("Plan: 1 to create"), "\(run.output)")
      // A login is tried as that one alone.
      let again = await lab.run("plan", "--only", "users=nova")
      #expect(again.output.hasPrefix("No changes."), "\(again.shown)")
      let rest = await lab.run(
        "plan",
        "--only",
        "tenants,roles",
        "--only",
        "assignments=nova"
      )
      #expect(rest.output.contains("Plan: 3 to create"), "\(rest.output)")
      let slip = await lab.run("plan", "--only", "users=nowa")
      #expect(slip.status == .usage && slip.requests.isEmpty)
      #expect(slip.error == "error: the seed has no user nowa\n  Did you mean nova?\n")
    }
  }

  @Test(arguments: versions)
  func `one service with its endpoints, in one region`(release: SandboxRelease?) async throws {
    try await withVersion(release, environment: ["NOVA": "n", "GLANCE": "g"]) { lab in
      try lab.declare(Self.seed)
      let only = ["--only", "services=nova,endpoints=compute/nova", "--region", "two"]
      let run = await lab.run(["apply"] + only)
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("Plan: 2 to create"), "\(run.output)")
      #expect(run.output.contains("+ endpoint compute/nova in two"), "\(run.output)")
    }
  }

  @Test(arguments: versions)
  func `a region is given up in one line`(release: SandboxRelease?) async throws {
    try await withVersion(release, environment: ["NOVA": "n", "GLANCE": "g"]) { lab in
      try lab.declare(Self.seed)
      try #require(await lab.run("apply").status == .success)
      try lab.declare(
        Self.seed.replacing("  two: {public: \"http://198.51.100.1\"}\n", with: "")
          + "absent: {regions: [two]}\n"
      )
      let unasked = await lab.run("apply", "--max-delete", "2")
      #expect(unasked.status == .failure && unasked.writes == [])
      let many = await lab.run("plan", "--max-delete", "1")
      #expect(many.status == .failure, "\(many.shown)")
      let run = await lab.run("apply", "--yes", "--max-delete", "2", "--region", "two")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("- endpoint compute/nova in two"), "\(run.output)")
      #expect(await lab.run("plan").output.hasPrefix("No changes."))
    }
  }

  @Test func `a region cannot be declared and given up`() async throws {
    try await withLab { lab in
      try lab.declare(Self.seed + "absent: {regions: [two]}\n")
      let run = await lab.run("validate")
      #expect(
        run.error
          == "keystone-seed.yaml:12:20: error: the region \"two\" is declared in line 3 and absent\n",
        "\(run.error)"
      )
    }
  }
}
