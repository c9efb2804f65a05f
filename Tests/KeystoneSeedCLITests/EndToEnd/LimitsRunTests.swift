import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs over limits")
struct LimitsRunTests {
  private static let seed = """
    regions: {bay: {public: "http://203.0.113.10"}}
    projects: {lab: {limits: {nova: {servers: 200}}}, web: }
    domains: {corp: {limits: {nova: {servers: 500}}}}
    services:
      nova: {type: compute, endpoints: ":8774/v2.1", limits: {servers: 10, "class:VCPU": 20}}
      swift: {type: object-store, limits: {gigabytes: -1}}

    """

  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    for release in [SandboxRelease.zed, .current] {
      try await withVersion3(release) { lab in
        var lab = lab
        // In 22 an admin of a project may not register any.
        if release == .zed {
          lab.environment["OS_PROJECT_NAME"] = nil
          lab.environment["OS_SYSTEM_SCOPE"] = "all"
        }
        try lab.declare(Self.seed)
        try await body(lab)
      }
    }
  }

  private func withAppliedCloud(_ body: (Lab) async throws -> Void) async throws {
    try await withCloud { lab in
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      try await body(lab)
    }
  }

  @Test func `limits are made, and the next run writes nothing`() async throws {
    try await withCloud { lab in
      let plan = await lab.run("plan")
      for line in [
        "  + limit compute/nova class:VCPU in bay                           20\n",
        "  + limit compute/nova servers in bay                              10\n",
        "  + limit object-store/swift gigabytes without a region            -1\n",
        "  + limit compute/nova servers in bay, domain corp                 500\n",
        "  + limit compute/nova servers in bay, project lab                 200\n",
      ] {
        let words = line.split(separator: " ")
        let found = plan.output.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(found.contains { $0.elementsEqual(words.map { $0.filter { $0 != "\n" } }) })
      }
      #expect(await lab.run("apply").status == .success)
      let again = await lab.run("apply")
      #expect(again.output.hasPrefix("No changes."), "\(again.shown)")
    }
  }

  @Test func `a dump has them, and a seed without any asks for none`() async throws {
    try await withAppliedCloud { lab in
      let dump = await lab.run("dump")
      #expect(dump.output.contains("    limits: {\"class:VCPU\": 20, servers: 10}\n"))
      try lab.declare(dump.output)
      let plan = await lab.run("plan", "--no-verify-passwords")
      #expect(plan.output.hasPrefix("No changes."), "\(plan.shown)\n\(dump.output)")
      try lab.declare("regions: {bay: }\nservices: {nova: {type: compute}}\nprojects: {lab: }\n")
      let other = await lab.run("plan")
      #expect(!other.requests.contains { $0.path.contains("limits") }, "\(other.shown)")
    }
  }

  @Test func `a number is changed with one request`() async throws {
    try await withAppliedCloud { lab in
      try lab.declare(Self.seed.replacing("\"class:VCPU\": 20", with: "\"class:VCPU\": 30"))
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  ~ limit compute/nova class:VCPU in bay\n      20 -> 30\n"))
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      let writes = apply.requests.filter { $0.path.contains("limits") && $0.method != "GET" }
      #expect(writes.map(\.method) == ["PATCH"], "\(apply.shown)")
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
    }
  }

  @Test func `those of their own are taken away and given back where a registered one changes`()
    async throws
  {
    try await withAppliedCloud { lab in
      try lab.declare(
        Self.seed.replacing("{servers: 10", with: "{servers: 11")
          .replacing("servers: 200", with: "servers: 201")
      )
      let plan = await lab.run("plan", "--out", "limits.json")
      for text in [
        "  + limit compute/nova servers in bay, project lab", "      10 -> 11\n",
        "  - limit compute/nova servers in bay, domain corp",
        "taken away while the registered one is changed",
        "those of 2 are taken away and given back",
        "Plan: 2 to create, 1 to update, 0 to replace, 2 to delete.",
      ] {
        #expect(plan.output.contains(text), "\(text) in \(plan.shown)")
      }
      let apply = await lab.run("apply", "--yes", "--plan", "limits.json")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
    }
  }

  @Test func `a registered one is left where one of their own is not the seed's`() async throws {
    try await withAppliedCloud { lab in
      try lab.declare(
        """
        regions: {bay: }
        projects: {lab: }
        services: {nova: {type: compute, limits: {bay: {servers: 11, "class:VCPU": 21}}}}

        """
      )
      let plan = await lab.run("plan")
      let note =
        "  ! limit compute/nova servers in bay stays as it is (limit: 10, in the seed 11): it cannot be changed while"
      #expect(plan.output.contains(note), "\(plan.shown)")
      #expect(plan.output.contains("project lab have limits of their own for it"))
      let apply = await lab.run("apply")
      #expect(apply.output.contains("Applied: 0 created, 1 updated"), "\(apply.shown)")
      #expect(await lab.run("verify").status == .changesPending)
    }
  }

  @Test func `others are pruned where the word stands, and absent ones go`() async throws {
    try await withAppliedCloud { lab in
      try lab.declare(
        Self.seed.replacing(", \"class:VCPU\": 20", with: "")
          .replacing("{nova: {servers: 200}}", with: "{}")
      )
      let kinds = ["--only", "registered-limits,limits", "--max-delete", "9"]
      let plan = await lab.run(["plan", "--prune"] + kinds)
      #expect(plan.output.contains("Plan: 0 to create, 0 to update, 0 to replace, 2 to delete."))
      let apply = await lab.run(["apply", "--prune", "--yes"] + kinds)
      #expect(apply.status == .success, "\(apply.shown)")
      try lab.declare(
        """
        regions: {bay: }
        services: {nova: {type: compute, limits: {bay: {servers: absent}}}}
        domains: {corp: }
        absent:
          limits: [{service: nova, resource: servers, domain: corp}, {service: swift, resource: gigabytes}]

        """
      )
      let gone = await lab.run("apply", "--yes", "--max-delete", "9")
      #expect(gone.output.contains("0 replaced, 3 deleted."), "\(gone.shown)")
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
      #expect(await lab.run("dump").output.contains("limits") == false)
    }
  }

  @Test func `a region's limits go before the region, and a service's before it`() async throws {
    try await withAppliedCloud { lab in
      try lab.declare("absent: {regions: [bay], services: [swift]}\n")
      let plan = await lab.run("plan", "--max-delete", "9")
      #expect(plan.output.contains("  - limit compute/nova servers in bay, project lab"))
      #expect(plan.output.contains("  - limit object-store/swift gigabytes"), "\(plan.shown)")
      let apply = await lab.run("apply", "--yes", "--max-delete", "9")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
      #expect(await lab.run("dump").output.contains("limits") == false)
    }
  }

  @Test func `a service that is pruned goes after its limits`() async throws {
    try await withAppliedCloud { lab in
      try lab.declare(
        """
        regions: {bay: {public: "http://203.0.113.10"}}
        services:
          keystone: {type: identity, endpoints: ":5000/v3"}
          swift: {type: object-store}
        """
      )
      let kept = await lab.run("plan", "--prune", "--max-delete", "9")
      #expect(!kept.output.contains("service compute/nova"), "\(kept.shown)")
      #expect(!kept.output.contains("limit compute/nova"), "\(kept.shown)")
      try lab.declare(
        """
        regions: {bay: {public: "http://203.0.113.10"}}
        projects: {lab: }
        domains: {corp: }
        services:
          keystone: {type: identity, endpoints: ":5000/v3"}
          swift: {type: object-store}
        """
      )
      let options = ["--prune", "--max-delete", "9", "--only", "services,endpoints"]
      let others = await lab.run(["plan"] + options)
      #expect(!others.requests.contains { $0.path.contains("limits") }, "\(others.shown)")
      let all = ["--prune", "--max-delete", "9"]
      let plan = await lab.run(["plan"] + all)
      for line in [
        "  - limit compute/nova servers in bay, project lab",
        "  - limit compute/nova servers in bay, domain corp",
        "  - limit compute/nova class:VCPU in bay",
        "  - service compute/nova",
      ] {
        #expect(plan.output.contains(line), "\(line) in \(plan.shown)")
      }
      #expect(!plan.output.contains("limit object-store"), "\(plan.shown)")
      let apply = await lab.run(["apply", "--yes"] + all)
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run(["plan"] + all).output.contains("No changes."))
      let dump = await lab.run("dump")
      #expect(dump.output.contains("limits: {gigabytes: -1}"), "\(dump.shown)")
      #expect(!dump.output.contains("servers"), "\(dump.shown)")
    }
  }

  @Test func `one of its own that is not registered is refused with what is missing`() async throws
  {
    try await withCloud { lab in
      try lab.declare(
        "services: {nova: {type: compute}}\nprojects: {lab: {limits: {nova: {cores: 1}}}}\n"
      )
      let plan = await lab.run("plan")
      #expect(plan.status == .failure)
      #expect(plan.error.contains("limit compute/nova cores without a region"), "\(plan.error)")
    }
  }
}
