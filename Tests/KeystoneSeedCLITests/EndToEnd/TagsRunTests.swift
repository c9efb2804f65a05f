import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("A project has tags over v3")
struct TagsRunTests {
  private static let seed = """
    projects:
      dev: {tags: [web, lab]}
      ops:

    """

  @Test(arguments: [SandboxRelease.pike, .current])
  func `they are made, changed, dumped and taken away`(release: SandboxRelease) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      let plan = await lab.run("plan")
      #expect(plan.output.contains("+ project dev\n      tags        lab, web\n"), "\(plan.shown)")
      let apply = await lab.run("apply")
      #expect(apply.status == .success && apply.writes.count == 2, "\(apply.shown)")
      #expect(await lab.run("plan").output.hasPrefix("No changes."))
      let dump = await lab.run("dump", "--no-passwords")
      #expect(dump.output.contains("  dev:\n    tags: [lab, web]\n"), "\(dump.shown)")

      try lab.declare(Self.seed.replacing("[web, lab]", with: "['by the hour', lab]"))
      let json = await lab.run("plan", "--output", "json")
      #expect(json.output.contains("\"field\" : \"tags\""), "\(json.shown)")
      let change = await lab.run("apply")
      #expect(
        change.output.contains("~ project dev\n      tags        lab, web -> by the hour, lab\n"),
        "\(change.shown)"
      )
      #expect(change.writes.count == 1 && change.writes.allSatisfy { $0.hasPrefix("PATCH ") })
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)

      try lab.declare(Self.seed.replacing("[web, lab]", with: "[]"))
      let gone = await lab.run("apply")
      #expect(gone.output.contains("by the hour, lab -> (none)\n"), "\(gone.shown)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
      try lab.declare("projects: {dev: }\n")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }

  @Test func `what Keystone would refuse, and v2.0 has not, is told with its place`() async throws {
    try await withLab { lab in
      try lab.declare("projects: {a: {tags: [x/y, '', ok]}, b: {tags: lab}}\n")
      let validate = await lab.run("validate")
      #expect(validate.error.contains(":1:23: error: a tag can't hold \"/\""), "\(validate.shown)")
      #expect(validate.error.contains(":1:28: error: a tag can't be blank"), "\(validate.shown)")
      #expect(validate.error.contains("tags must be a list, not a text (write [lab, web])"))
      try lab.declare(Self.seed)
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      #expect(run.error.contains(":2:9: error: v2.0 has no tags, v3 has"), "\(run.shown)")
    }
  }
}
