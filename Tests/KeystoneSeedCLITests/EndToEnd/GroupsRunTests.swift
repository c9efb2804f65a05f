import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs over groups")
struct GroupsRunTests {
  private static let seed = """
    groups: {operators: {description: On call}}
    domains: {corp: {groups: {operators: }}}

    """

  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    for release in [SandboxRelease.zed, .current] {
      try await withVersion3(release) { lab in
        try lab.declare(Self.seed)
        try await body(lab)
      }
    }
  }

  @Test func `a group is made, changed, renamed and deleted`() async throws {
    try await withCloud { lab in
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  + group operators\n      description On call\n"))
      #expect(plan.output.contains("  + group operators of domain corp\n"), "\(plan.shown)")
      #expect(await lab.run("apply").status == .success)
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
      try lab.declare("groups: {ops: {was: operators, description: At night}}\n")
      let renaming = await lab.run("plan")
      #expect(renaming.output.contains("  ~ group operators -> ops"), "\(renaming.shown)")
      #expect(renaming.output.contains("description On call -> At night\n"))
      #expect(await lab.run("apply").status == .success)
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
      try lab.declare("absent: {groups: [ops]}\n")
      #expect(await lab.run("apply", "--yes").status == .success)
      let dump = await lab.run("dump")
      #expect(dump.output.contains("  corp:\n    groups:\n      operators:\n"), "\(dump.output)")
    }
  }

  @Test func `a dump has the groups, and a seed without any asks for none`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      let dump = await lab.run("dump")
      #expect(dump.output.contains("groups:\n  operators:\n    description: On call\n"))
      try lab.declare(dump.output)
      let plan = await lab.run("plan", "--no-verify-passwords")
      #expect(plan.output.hasPrefix("No changes."), "\(plan.shown)")
      try lab.declare("roles: [reader]\n")
      let other = await lab.run("plan")
      #expect(!other.requests.contains { $0.path.contains("/groups") }, "\(other.shown)")
    }
  }

  private static let members = """
    users: {ann: , bob: {groups: [operators]}}
    groups: {operators: {members: [ann, {name: eve, domain: corp}]}}
    domains: {corp: {users: {eve: }}}

    """

  @Test func `members join, stay and leave`() async throws {
    try await withCloud { lab in
      try lab.declare(Self.members)
      let plan = await lab.run("plan", "--out", "members.json")
      for line in [
        "  + membership ann in operators\n", "  + membership bob in operators\n",
        "  + membership eve of domain corp in operators\n",
      ] {
        #expect(plan.output.contains(line), "\(line) in \(plan.shown)")
      }
      #expect(await lab.run("apply", "--plan", "members.json").status == .success)
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
      let dump = await lab.run("dump")
      #expect(
        dump.output.contains(
          "    members:\n      - ann\n      - bob\n      - {name: eve, domain: corp}\n"
        ),
        "\(dump.output)"
      )
      try lab.declare(dump.output)
      let adopted = await lab.run("plan", "--no-verify-passwords")
      #expect(adopted.output.hasPrefix("No changes."), "\(adopted.shown)")
      try lab.declare("absent: {memberships: [{group: operators, user: bob}]}\n")
      let leaving = await lab.run("apply", "--yes")
      #expect(leaving.output.contains("  - membership bob in operators"), "\(leaving.shown)")
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
    }
  }

  @Test func `another member is pruned where members are declared`() async throws {
    try await withCloud { lab in
      try lab.declare(Self.members)
      #expect(await lab.run("apply").status == .success)
      try lab.declare(
        "users: {ann: , bob: }\ngroups: {operators: {members: [ann]}}\ndomains: {corp: {users: {eve: }}}\n"
      )
      let plan = await lab.run("plan", "--prune", "--only", "memberships", "--max-delete", "9")
      #expect(plan.output.contains("  - membership bob in operators"), "\(plan.shown)")
      #expect(plan.output.contains("  - membership eve of domain corp in operators"))
      let apply = await lab.run(
        "apply",
        "--prune",
        "--only",
        "memberships",
        "--max-delete",
        "9",
        "--yes"
      )
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(
        await lab.run("apply", "--prune", "--only", "memberships").output.hasPrefix("No changes.")
      )
    }
  }

  @Test func `a saved plan of groups is applied as it was shown`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("plan", "--out", "groups.json").status == .success)
      let apply = await lab.run("apply", "--plan", "groups.json")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
    }
  }
}
