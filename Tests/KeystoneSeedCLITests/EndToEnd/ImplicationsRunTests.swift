import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs over roles that imply others")
struct ImplicationsRunTests {
  private static let seed = """
    roles: {operator: {implies: [reader]}, reader: , auditor: }
    domains: {alpine: {roles: {lead: {implies: [guest, reader]}, guest: }}}

    """

  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    for release in [SandboxRelease.zed, .current] {
      try await withVersion3(release) { lab in
        try lab.declare(Self.seed)
        try await body(lab)
      }
    }
  }

  @Test func `implications are made, adopted, and taken away`() async throws {
    try await withCloud { lab in
      let plan = await lab.run("plan", "--out", "roles.json")
      for line in [
        "  + implication operator implies reader\n",
        "  + implication lead implies guest, of domain alpine\n",
        "  + implication lead implies reader, of domain alpine; reader is global\n",
      ] {
        #expect(plan.output.contains(line), "\(line) in \(plan.shown)")
      }
      #expect(await lab.run("apply", "--plan", "roles.json").status == .success)
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
      let dump = await lab.run("dump")
      #expect(dump.output.contains("  operator:\n    implies: [reader]\n"), "\(dump.output)")
      #expect(dump.output.contains("      lead:\n        implies: [reader, guest]\n"))
      #expect(!dump.output.contains("  admin:\n    implies"), "bootstrap's own go without saying")
      #expect(!dump.output.contains("implies \""), "nothing of them is a comment")
      try lab.declare(dump.output)
      let adopted = await lab.run("plan", "--no-verify-passwords", "--detailed-exitcode")
      #expect(adopted.output.hasPrefix("No changes."), "\(adopted.shown)")
      try lab.declare(
        "roles: [reader]\nabsent: {implications: [{role: operator, implies: reader}]}\n"
      )
      let leaving = await lab.run("apply", "--yes", "--max-delete", "1")
      #expect(
        leaving.output.contains("  - implication operator implies reader"),
        "\(leaving.shown)"
      )
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
    }
  }

  @Test func `others go by --prune where implies stands, and those of bootstrap never`()
    async throws
  {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      let seed = """
        roles: {admin: {implies: []}, member: {implies: []}, operator: {implies: []}, reader: }
        domains: {alpine: {roles: {lead: , guest: }}}

        """
      try lab.declare(seed)
      let kept = await lab.run("plan", "--only", "implications")
      #expect(kept.output.contains("3 unmanaged objects are left alone"), "\(kept.shown)")
      let options = ["--prune", "--only", "implications", "--max-delete", "9"]
      let plan = await lab.run(["plan"] + options)
      #expect(
        plan.output.contains("Plan: 0 to create, 0 to update, 0 to replace, 1 to delete."),
        "\(plan.shown)"
      )
      #expect(plan.output.contains("  - implication operator implies reader"), "\(plan.shown)")
      #expect(await lab.run(["apply", "--yes"] + options).status == .success)
      #expect(await lab.run(["plan"] + options).output.hasPrefix("No changes."))
    }
  }

  @Test func `a seed without the word asks for none, and one with it once`() async throws {
    try await withCloud { lab in
      let plan = await lab.run("plan")
      #expect(plan.requests.count { $0.path.contains("role_inferences") } == 1, "\(plan.shown)")
      try lab.declare("roles: [reader]\n")
      let other = await lab.run("plan")
      #expect(!other.requests.contains { $0.path.contains("role_inferences") }, "\(other.shown)")
    }
  }

  @Test func `a role that comes by implication is no drift of assignments`() async throws {
    try await withCloud { lab in
      let seed = """
        roles: {operator: {implies: [reader]}, reader: , admin: }
        projects: {lab: }
        groups: {ops: {members: [ann], roles: {lab: [operator]}}}
        users: {ann: {roles: {lab: [operator]}}, admin: {roles: {admin: [admin]}}}
        domains: {alpine: {roles: {lead: {implies: [guest, reader]}, guest: }}}

        """
      try lab.declare(seed.replacing("projects: {lab: }", with: "projects: {lab: , admin: }"))
      #expect(await lab.run("apply").status == .success)
      let plan = await lab.run("plan", "--prune", "--only", "assignments", "--detailed-exitcode")
      #expect(plan.status == .success, "\(plan.shown)")
      let verify = await lab.run("verify")
      #expect(verify.status == .success, "\(verify.shown)")
    }
  }

  @Test func `a role that goes takes its implications along, and the plan says so`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      try lab.declare("roles: [reader]\nabsent: {roles: [operator]}\n")
      let plan = await lab.run("apply", "--yes")
      #expect(
        plan.output.contains(
          "users that the seed does not declare among them, and its implications"
        ),
        "\(plan.shown)"
      )
      try lab.declare(Self.seed)
      #expect(await lab.run("plan").output.contains("  + implication operator implies reader\n"))
    }
  }
}
