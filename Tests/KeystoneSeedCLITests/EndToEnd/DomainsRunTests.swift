import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs over what lives in other domains")
struct DomainsRunTests {
  private static let seed = """
    roles: [member]
    domains:
      heat:
        description: Stack users
        roles: [lead]
        projects: {shared: {description: Ours}}
        users: {stack: {password: {env: STACK}, roles: {shared: [member, lead]}}}

    """

  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    for release in [SandboxRelease.zed, .current] {
      try await withVersion3(release, environment: ["STACK": "ice"]) { lab in
        try lab.declare(Self.seed)
        try await body(lab)
      }
    }
  }

  @Test func `what a domain lacks is made in it, and the next run writes nothing`() async throws {
    try await withCloud { lab in
      let plan = await lab.run("plan")
      #expect(plan.status == .success, "\(plan.error)")
      for line in [
        "  + domain heat\n      description Stack users\n", "  + role lead of domain heat\n",
        "  + project shared of domain heat\n", "  + user stack of domain heat\n",
        "  + assignment stack has lead in shared, of domain heat; lead is its own\n",
        "  + assignment stack has member in shared, of domain heat\n",
      ] {
        #expect(plan.output.contains(line), "\(line) in \(plan.output)")
      }
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      let again = await lab.run("apply")
      #expect(again.output.hasPrefix("No changes."), "\(again.output)")
      let verify = await lab.run("verify")
      #expect(verify.status == .success, "\(verify.shown)")
    }
  }

  @Test func `a password is set and a field changed in the domain alone`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      var lab = lab
      lab.environment["STACK"] = "fire"
      try lab.declare(Self.seed.replacing("Ours", with: "Yours"))
      let plan = await lab.run("plan")
      #expect(plan.output.contains("Plan: 0 to create, 2 to update"), "\(plan.output)")
      #expect(plan.output.contains("  ~ user stack of domain heat\n"))
      #expect(await lab.run("apply").status == .success)
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
    }
  }

  @Test func `pruning looks into the seed's own domains alone, and takes none away`() async throws {
    try await withCloud { lab in
      let others = "    users: {kept: {password: x}, gone: {password: x}}\n"
      let more = "  corp:\n" + others + "  mine:\n" + others
      try lab.declare(Self.seed + more)
      #expect(await lab.run("apply").status == .success)
      try lab.declare(
        Self.seed + "  corp: {exists: true, users: {kept: {exists: true}}}\n"
          + "  mine:\n    users: {kept: }\n"
      )
      let plan = await lab.run("plan", "--prune")
      #expect(plan.status == .success, "\(plan.shown)")
      let deletions = plan.output.split(separator: "\n").filter { $0.hasPrefix("  - ") }
      #expect(deletions.count == 1, "\(plan.output)")
      #expect(deletions.first?.hasPrefix("  - user gone of domain mine") == true)
      // What is of no domain of the seed is not looked at.
      try lab.declare("roles: [member]\n")
      #expect(await lab.run("plan", "--prune").output.contains("No changes."))
    }
  }

  @Test func `a domain that must not be there is disabled and deleted`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      try lab.declare("absent: {domains: [heat]}\n")
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  ~ domain heat\n      enabled     true -> false\n"))
      #expect(plan.output.contains("  - domain heat"), "\(plan.output)")
      #expect(plan.output.contains("  - role lead of domain heat"), "\(plan.output)")
      #expect(
        plan.output.contains("  ! domain heat takes along what lives in it: 1 project, 1 user\n")
      )
      let refused = await lab.run("apply")
      #expect(refused.status != .success)
      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(
        apply.writes.filter { $0.contains("/domains/") }.map { $0.prefix { $0 != " " } }
          == ["PATCH", "DELETE"]
      )
      #expect(await lab.run("apply", "--yes").output.hasPrefix("No changes."))
    }
  }

  @Test func `a domain that must exist and does not is told before any write`() async throws {
    try await withCloud { lab in
      try lab.declare(Self.seed.replacing("description: Stack users", with: "exists: true"))
      let apply = await lab.run("apply")
      #expect(apply.status == .failure, "\(apply.shown)")
      #expect(apply.error.contains("domain heat"), "\(apply.error)")
      #expect(apply.writes.isEmpty)
    }
  }

  @Test func `a renamed domain keeps what lives in it`() async throws {
    try await withCloud { lab in
      #expect(await lab.run("apply").status == .success)
      try lab.declare(
        Self.seed.replacing("  heat:\n", with: "  stacks:\n    was: heat\n")
      )
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  ~ domain heat -> stacks"), "\(plan.output)")
      #expect(plan.output.contains("Plan: 0 to create, 1 to update"), "\(plan.output)")
      #expect(await lab.run("apply").status == .success)
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
    }
  }

  @Test func `over v2.0 a seed with domains is refused`() async throws {
    try await withLab { lab in
      var lab = lab
      lab.environment["STACK"] = "water"
      try lab.declare(Self.seed)
      let apply = await lab.run("apply")
      #expect(apply.status == .failure, "\(apply.shown)")
      #expect(apply.error.contains(":3:3: error: v2.0 has no domains, v3 has"), "\(apply.error)")
      #expect(apply.writes.isEmpty)
    }
  }
}
