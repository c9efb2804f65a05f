import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Over v3 a service may have no name, and an endpoint no region")
struct NamelessRunTests {
  private static let seed = """
    regions: {One: {public: "http://203.0.113.10"}}
    services:
      metering:
        type: metering
        name: ""
        description: Meters
        endpoints: {"": {public: "http://203.0.113.10:8777"}, One: ":8777"}
      nova: {type: compute, endpoints: {"": "http://203.0.113.10:8774"}}

    """

  @Test(arguments: [SandboxRelease.pike, .zed, .current])
  func `both are made, dumped and declared again`(release: SandboxRelease) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      let plan = await lab.run("plan")
      #expect(plan.output.contains("+ endpoint compute/nova in no region"), "\(plan.shown)")
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("plan").output.hasPrefix("No changes."))
      #expect(await lab.run("verify").status == .success)
      let dump = await lab.run("dump", "--no-passwords")
      #expect(dump.status == .success, "\(dump.shown)")
      #expect(dump.output.contains("    name: \"\"\n"), "\(dump.output)")
      #expect(!dump.error.contains("left out"), "\(dump.shown)")
      try lab.declare(dump.output)
      let again = await lab.run("plan", "--detailed-exitcode")
      #expect(again.status == .success, "\(again.shown)")
    }
  }

  @Test func `v2.0 is said to have neither`() async throws {
    try await withLab { lab in
      try lab.declare(Self.seed)
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      #expect(
        run.error == """
          keystone-seed.yaml:5:11: error: v2.0 has no service without a name, v3 has (give it a name)
          keystone-seed.yaml:7:17: error: v2.0 has no endpoint without a region, v3 has (name a region)
          keystone-seed.yaml:8:37: error: v2.0 has no endpoint without a region, v3 has (name a region)

          """,
        "\(run.error)"
      )
    }
  }
}
