import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("An interface can be absent, of one endpoint or in a whole region")
struct AbsentInterfacesRunTests {
  private static let seed = """
    regions: {r: {public: "http://203.0.113.10", internal: "http://10.0.0.1", admin: "http://10.0.0.1"}}
    services:
      glance: {type: image, endpoints: ":9292"}
      nova: {type: compute, endpoints: ":8774/v2.1"}

    """
  private static let without = seed.replacing("admin: \"http://10.0.0.1\"", with: "admin: absent")

  @Test(arguments: [SandboxRelease.pike, .current])
  func `over v3 the row goes`(release: SandboxRelease) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      #expect(await lab.run("apply", "--yes").status == .success)
      try lab.declare(Self.without)
      let plan = await lab.run("plan", "--max-delete", "2")
      #expect(plan.output.contains("  - endpoint compute/nova in r, admin"), "\(plan.shown)")
      #expect(plan.output.contains("Plan: 0 to create, 0 to update, 0 to replace, 2 to delete."))
      let apply = await lab.run("apply", "--yes", "--max-delete", "2")
      #expect(apply.status == .success && apply.writes.count == 2, "\(apply.shown)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)

      try lab.declare(
        "absent: {endpoints: [{service: nova, region: r, interface: internal}]}\n"
      )
      let gone = await lab.run("apply", "--yes")
      #expect(gone.status == .success && gone.writes.count == 1, "\(gone.shown)")
      #expect(gone.output.contains("  - endpoint compute/nova in r, internal"))
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }

  @Test func `over v2.0 the endpoint is replaced by one without it`() async throws {
    try await withLab { lab in
      try lab.declare(Self.seed)
      #expect(await lab.run("apply").status == .success)
      try lab.declare(Self.without)
      let plan = await lab.run("plan")
      #expect(plan.output.contains("+/- endpoint compute/nova in r"), "\(plan.shown)")
      #expect(
        plan.output.contains("      admin       http://10.0.0.1:8774/v2.1 -> (none)\n"),
        "\(plan.shown)"
      )
      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)

      try lab.declare(
        "absent: {endpoints: [{service: nova, region: r, interface: internal}]}\n"
      )
      let gone = await lab.run("apply", "--yes")
      #expect(gone.status == .success, "\(gone.shown)")
      #expect(gone.output.contains("      internal    http://10.0.0.1:8774/v2.1 -> (none)\n"))
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
      let dump = await lab.run("dump", "--no-passwords")
      #expect(
        dump.output.contains("  nova:\n    type: compute\n    endpoints:\n      public: "),
        "\(dump.shown)"
      )
    }
  }
}
