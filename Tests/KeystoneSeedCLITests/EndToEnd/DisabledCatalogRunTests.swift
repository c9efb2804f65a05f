import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Over v3 what the catalog holds can be disabled, or lack a public URL")
struct DisabledCatalogRunTests {
  private static let seed = """
    regions: {bay-1: {public: "http://203.0.113.10", internal: "http://10.0.0.1"}}
    services:
      glance:
        type: image
        endpoints: {bay-1: {public: ":9292", internal: {url: ":9292", enabled: false}}}
      opensearch: {type: search, endpoints: {bay-1: {internal: ":9200"}}}

    """

  @Test(arguments: [SandboxRelease.pike, .current])
  func `it is made, dumped and changed in place`(release: SandboxRelease) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      let plan = await lab.run("plan")
      #expect(
        plan.output.contains(
          """
            + endpoint image/glance in bay-1
                public      http://203.0.113.10:9292
                internal    enabled: false
                internal    http://10.0.0.1:9292
            + endpoint search/opensearch in bay-1
                internal    http://10.0.0.1:9200
          """
        ),
        "\(plan.shown)"
      )
      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("plan").output.hasPrefix("No changes."))
      #expect(await lab.run("verify").status == .success)

      try lab.declare(Self.seed.replacing("type: image", with: "type: image\n    enabled: false"))
      let hidden = await lab.run("apply", "--yes")
      #expect(hidden.output.contains("~ service image/glance\n      enabled     true -> false\n"))
      #expect(hidden.writes.count == 1 && hidden.status == .success, "\(hidden.shown)")
      #expect(await lab.run("verify").status == .success)
      let dump = await lab.run("dump", "--no-passwords")
      #expect(!dump.error.contains("left out"), "\(dump.shown)")
      #expect(dump.output.contains("  glance:\n    type: image\n    enabled: false\n"))
      #expect(
        dump.output.contains("        internal: {url: \":9292\", enabled: false}\n"),
        "\(dump.shown)"
      )
      #expect(dump.output.contains("  opensearch:\n    type: search\n    endpoints:\n"))
      try lab.directory.write(dump.output, to: "dump.yaml")
      let adopted = await lab.run("plan", "dump.yaml", "--detailed-exitcode")
      #expect(adopted.status == .success, "\(adopted.shown)")

      try lab.declare(Self.seed.replacing("enabled: false", with: "enabled: true"))
      let shown = await lab.run("apply", "--yes")
      #expect(shown.output.contains("      internal    enabled: false -> true\n"), "\(shown.shown)")
      #expect(shown.output.contains("~ service image/glance\n      enabled     false -> true\n"))
      #expect(shown.writes.count == 2 && shown.writes.allSatisfy { $0.hasPrefix("PATCH ") })
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }

  @Test func `over v2.0 each word of it is refused before anything is written`() async throws {
    try await withLab { lab in
      try lab.declare(Self.seed.replacing("type: image", with: "type: image\n    enabled: true"))
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      #expect(run.error.contains(":5:14: error: v2.0 does not manage whether a service is enabled"))
      #expect(run.error.contains("v2.0 does not manage whether an endpoint is enabled, v3 does"))
      #expect(run.error.contains("v2.0 has no endpoint without a public URL, v3 has"))
    }
  }
}
