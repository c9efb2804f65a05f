import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Projects are below others over v3")
struct ProjectTreeRunTests {
  private static let seed = """
    projects:
      lab-a: {parent: lab}
      lab: {description: All labs}
      lab-a-1: {parent: lab-a}

    """

  @Test(arguments: [SandboxRelease.pike, .current])
  func `they are made from above, stay, are dumped, and go from below`(
    release: SandboxRelease
  ) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  + project lab-a      below lab\n"), "\(plan.shown)")
      let apply = await lab.run("apply")
      #expect(apply.status == .success && apply.writes.count == 3, "\(apply.shown)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)

      let dump = await lab.run("dump", "--no-passwords")
      #expect(dump.output.contains("  lab-a-1:\n    parent: lab-a\n"), "\(dump.shown)")
      try lab.directory.write(dump.output, to: "dump.yaml")
      let adopted = await lab.run("plan", "dump.yaml", "--detailed-exitcode")
      #expect(adopted.status == .success, "\(adopted.shown)")

      try lab.declare(
        Self.seed.replacing("lab-a-1: {parent: lab-a}", with: "lab-a-1: {parent: lab}")
      )
      let moved = await lab.run("apply")
      #expect(moved.writes.isEmpty, "\(moved.shown)")
      #expect(
        moved.output.contains(", stays below lab-a, not below lab: Keystone gives nothing another"),
        "\(moved.shown)"
      )
      #expect(await lab.run("verify").status == .changesPending)

      try lab.declare("absent: {projects: [lab, lab-a]}\n")
      let held = await lab.run("plan", "--max-delete", "3")
      #expect(
        held.error.contains("project lab-a cannot be deleted, since project lab-a-1 is below it"),
        "\(held.shown)"
      )
      try lab.declare("absent: {projects: [lab, lab-a, lab-a-1]}\n")
      let gone = await lab.run("apply", "--yes", "--max-delete", "3")
      #expect(gone.status == .success && gone.writes.count == 3, "\(gone.shown)")
    }
  }

  @Test func `one keeps its place when the one above it is renamed`() async throws {
    try await withVersion3(.current) { lab in
      try lab.declare(Self.seed)
      #expect(await lab.run("apply").status == .success)
      try lab.declare(
        "projects: {labs: {was: lab}, lab-a: {parent: labs}, lab-b: {parent: labs}}\n"
      )
      let apply = await lab.run("apply")
      #expect(apply.status == .success && apply.writes.count == 2, "\(apply.shown)")
      #expect(!apply.output.contains("stays below"), "\(apply.shown)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }
}
