import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Over v3 an interface may have several rows")
struct SeveralRowsRunTests {
  private static let seed = """
    regions: {bay-1: {public: "http://203.0.113.10"}}
    services:
      Identity:
        type: identity
        endpoints: {bay-1: {public: [":35357/v2.0/", "https://id.example.com/v3"], admin: "http://a:1"}}

    """

  @Test(arguments: [SandboxRelease.pike, .current])
  func `they are made, changed, dumped and taken away`(release: SandboxRelease) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      let plan = await lab.run("plan")
      #expect(
        plan.output.contains(
          """
            + endpoint identity/Identity in bay-1
                public      http://203.0.113.10:35357/v2.0/
                public      https://id.example.com/v3
                admin       http://a:1
          """
        ),
        "\(plan.shown)"
      )
      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("plan").output.hasPrefix("No changes."))
      #expect(await lab.run("verify").status == .success)
      let dump = await lab.run("dump", "--no-passwords")
      #expect(!dump.error.contains("left out"), "\(dump.shown)")
      try lab.directory.write(dump.output, to: "dump.yaml")
      let adopted = await lab.run("plan", "dump.yaml", "--detailed-exitcode")
      #expect(adopted.status == .success, "\(adopted.shown)")
      try lab.declare(Self.seed.replacing("id.example.com", with: "id.example.org"))
      let change = await lab.run("apply")
      #expect(change.status == .success, "\(change.shown)")
      #expect(change.writes.count == 1 && change.writes.allSatisfy { $0.hasPrefix("PATCH ") })
      try lab.declare(
        Self.seed.replacing(
          "[\":35357/v2.0/\", \"https://id.example.com/v3\"]",
          with: "\":35357/v2.0/\""
        )
      )
      let one = await lab.run("apply", "--yes")
      #expect(one.status == .success, "\(one.shown)")
      #expect(one.writes.count == 1 && one.writes.allSatisfy { $0.hasPrefix("DELETE ") })
    }
  }

  @Test func `v2.0 is said to have one`() async throws {
    try await withLab { lab in
      try lab.declare(Self.seed)
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      #expect(run.error.contains("v2.0 has one public URL in a region, v3 may have several"))
      try lab.declare(Self.seed.replacing("https://id.example.com/v3", with: ":35357/v2.0/"))
      #expect(await lab.run("validate").error.contains("error: the URL is in this list twice"))
      // The same URL, once by the region's base URL and once whole.
      try lab.declare(
        Self.seed.replacing("https://id.example.com/v3", with: "http://203.0.113.10:35357/v2.0/")
      )
      let equal = await lab.run("validate").error
      #expect(equal.contains("in region \"bay-1\" this is the URL of line 5 once more"), "\(equal)")
    }
  }
}
