import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs over roles on domains and the system, and of groups")
struct RolesRunTests {
  private static let seed = """
    roles: [admin, reader]
    projects: {lab: }
    groups: {operators: {roles: {lab: [reader]}, domain_roles: [admin], system_roles: [reader]}}
    domains:
      heat:
        users: {heat_admin: {password: {env: STACK}, domain_roles: [admin]}}

    """

  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    for release in [SandboxRelease.zed, .current] {
      try await withVersion3(release, environment: ["STACK": "ice"]) { lab in
        try lab.declare(Self.seed)
        try await body(lab)
      }
    }
  }

  @Test func `what is missing is granted, and the next run writes nothing`() async throws {
    try await withCloud { lab in
      let plan = await lab.run("plan", "--out", "roles.json")
      for line in [
        "  + assignment group operators has reader in lab\n",
        "  + assignment group operators has admin on domain Default\n",
        "  + assignment group operators has reader on the system\n",
        "  + assignment heat_admin has admin on domain heat, of domain heat\n",
      ] {
        #expect(plan.output.contains(line), "\(line) in \(plan.shown)")
      }
      let apply = await lab.run("apply", "--plan", "roles.json")
      #expect(apply.status == .success, "\(apply.shown)")
      let again = await lab.run("apply")
      #expect(again.output.hasPrefix("No changes."), "\(again.shown)")
    }
  }

  @Test func `a role that the word does not list is pruned, another scope's is not`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      try lab.declare(
        Self.seed.replacing(
          "domain_roles: [admin], system_roles: [reader]",
          with: "domain_roles: []"
        )
      )
      let plan = await lab.run("plan", "--prune", "--only", "assignments")
      #expect(
        plan.output.contains("  - assignment group operators has admin on domain Default"),
        "\(plan.shown)"
      )
      #expect(!plan.output.contains("on the system"))
      let apply = await lab.run("apply", "--prune", "--only", "assignments", "--yes")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(
        await lab.run("plan", "--prune", "--only", "assignments").output.hasPrefix("No changes.")
      )
    }
  }

  @Test func `a dump says all of them, and is no difference`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      let dump = await lab.run("dump")
      #expect(
        dump.output.contains(
          "  operators:\n    roles: {lab: [reader]}\n    domain_roles: [admin]\n    system_roles: [reader]\n"
        ),
        "\(dump.output)"
      )
      #expect(dump.output.contains("        domain_roles: [admin]\n"))
      try lab.declare(dump.output)
      let plan = await lab.run("plan", "--no-verify-passwords")
      #expect(plan.output.hasPrefix("No changes."), "\(plan.shown)")
    }
  }
}
