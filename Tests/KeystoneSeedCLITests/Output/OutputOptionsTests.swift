import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

@Suite struct OutputOptionsTests {
  @Test(arguments: [
    ([], OutputFormat.text), (["--output", "text"], .text), (["--output=json"], .json),
    (["--output", "markdown"], .markdown),
  ])
  func formatIsTextUnlessJSONIsAskedFor(arguments: [String], format: OutputFormat) throws {
    #expect(try OutputOptions.parse(arguments).output == format)
  }

  @Test func otherFormatsAreRefused() {
    #expect(throws: (any Error).self) { try OutputOptions.parse(["--output", "yaml"]) }
  }

  @Test func `what only programs read is always whole`() throws {
    #expect(try OutputOptions.parse(["-q"]).quiet)
    #expect(throws: (any Error).self) { try OutputOptions.parse(["-q", "--output", "json"]) }
    #expect(throws: (any Error).self) { try OutputOptions.parse(["-q", "--output", "markdown"]) }
  }

  @Test(arguments: ["validate", "plan", "apply", "verify"])
  func `where all is well, nothing is said quietly`(command: String) async throws {
    try await withVerifiedCloud { lab in
      #expect(await lab.run(command).output != "")
      let run = await lab.run(command, "--quiet")
      #expect(run.status == .success)
      #expect(run.shown.isEmpty)
    }
  }

  @Test func `of a plan what goes is said quietly, and of the rest the count`() async throws {
    try await withSmallCloud { lab in
      let seed = SmallCloud.seed.replacing("[admin, Member]", with: "[admin, Member, new]")
      try lab.declare(seed.replacing("  ops: {}\n", with: "") + "absent: {tenants: [ops]}\n")
      let plan = await lab.run("plan", "-q")
      #expect(plan.output.contains("  - tenant ops"))
      #expect(!plan.output.contains("+ role new"))
      #expect(plan.output.hasSuffix("Plan: 1 to create, 0 to update, 0 to replace, 1 to delete.\n"))
      let saved = await lab.run("plan", "-q", "--out", "plan.json")
      #expect(await lab.run("show", "-q", "plan.json").output == saved.output)
      let apply = await lab.run("apply", "-q", "--yes")
      #expect(apply.output == "Applied: 1 created, 0 updated, 0 replaced, 1 deleted.\n")
    }
  }

  @Test func `what is asked about is shown, however quiet`() async throws {
    try await withSmallCloud { lab in
      let seed = SmallCloud.seed.replacing("  ops: {}\n", with: "")
      try lab.declare(seed + "absent: {tenants: [ops]}\n")
      let run = await lab.run("apply", "-q", terminal: .present, answers: ["n"])
      #expect(run.error.contains("- tenant ops"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func `of a verification what is wrong is said quietly, and the verdict`() async throws {
    try await withVerifiedCloud { lab in
      let run = await lab.run("verify", "-q", environment: ["NOVA_PASSWORD": "another secret"])
      #expect(run.status == .changesPending)
      #expect(run.output.contains("nova"))
      #expect(!run.output.contains("admin in admin"))
      #expect(!run.output.contains("Catalog of"))
      #expect(run.output.contains("\nDrift: "))
    }
  }
}
