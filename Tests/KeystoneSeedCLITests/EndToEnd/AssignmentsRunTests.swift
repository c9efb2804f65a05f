import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Whatever the words at users and groups cannot say stands under assignments")
struct AssignmentsRunTests {
  private static let seed = """
    roles: [admin, reader]
    projects: {hall: , web: {parent: hall}}
    users: {ann: }
    groups: {operators: {roles: {web: [reader]}}}
    domains:
      heat:
        projects: {shared: }
        groups: {staff: }
        assignments:
          - {roles: [reader, admin], group: staff, domain: heat, inherited: true}
    assignments:
      - {role: admin, group: operators, project: {name: shared, domain: heat}}
      - {role: reader, user: ann, project: hall, inherited: true}
      - {role: reader, user: ann, system: all}
      - {role: reader, group: operators, project: web}

    """

  private static let lines = [
    "  + assignment group operators has reader in web\n",
    "  + assignment group operators has admin in shared of domain heat\n",
    "  + assignment ann has reader below project hall\n",
    "  + assignment ann has reader on the system\n",
    "  + assignment group staff has reader in every project of domain heat, of domain heat\n",
    "  + assignment group staff has admin in every project of domain heat, of domain heat\n",
  ]

  @Test(arguments: [SandboxRelease.zed, .current])
  func `they are granted once, dumped, kept by pruning, and taken away`(
    release: SandboxRelease
  ) async throws {
    try await withVersion3(release) { lab in
      try lab.declare(Self.seed)
      let plan = await lab.run("plan", "--out", "saved.json")
      for line in Self.lines { #expect(plan.output.contains(line), "\(line) in \(plan.shown)") }
      let apply = await lab.run("apply", "--plan", "saved.json")
      #expect(apply.status == .success, "\(apply.shown)")
      let inherited = apply.writes.filter { $0.contains("/OS-INHERIT/") }
      #expect(inherited.count == 3, "\(apply.writes)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)

      let dump = await lab.run("dump", "--no-passwords")
      #expect(
        dump.output.contains(
          """
          assignments:
            - {role: reader, user: ann, project: hall, inherited: true}
            - {role: admin, group: operators, project: {name: shared, domain: heat}}
            - {roles: [admin, reader], group: {name: staff, domain: heat}, domain: heat, inherited: true}

          """
        ),
        "\(dump.output)"
      )
      try lab.directory.write(dump.output, to: "dump.yaml")
      let adopted = await lab.run("plan", "dump.yaml", "--detailed-exitcode", "--prune")
      #expect(adopted.status == .success, "\(adopted.shown)")

      // A short form is about its own domain, and about no inheritance.
      try lab.declare(
        """
        roles: [admin, reader]
        projects: {web: }
        groups: {operators: {roles: {web: []}}}
        domains: {heat: {projects: {shared: }, groups: {staff: {domain_roles: []}}}}
        """
      )
      let pruned = await lab.run("plan", "--prune", "--only", "assignments")
      #expect(
        pruned.output.contains("Plan: 0 to create, 0 to update, 0 to replace, 1 to delete."),
        "\(pruned.shown)"
      )

      try lab.declare(
        """
        absent:
          assignments:
            - {roles: [admin, reader], group: {name: staff, domain: heat}, domain: heat, inherited: true}
            - {role: reader, user: ann, project: hall, inherited: true}
        domains: {heat: {exists: true}}
        """
      )
      let gone = await lab.run("apply", "--yes", "--max-delete", "9")
      #expect(gone.status == .success && gone.writes.count == 3, "\(gone.shown)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }

  @Test func `over v2.0 each word that it lacks is told, and the rest is done`() async throws {
    try await withLab { lab in
      try lab.declare(
        """
        roles: [reader]
        tenants: {web: }
        users: {ann: }
        groups: {ops: }
        assignments:
          - {role: reader, user: ann, tenant: web}
          - {role: reader, group: ops, tenant: web}
          - {role: reader, user: ann, domain: default}
          - {role: reader, user: ann, system: all}
          - {role: reader, user: ann, tenant: web, inherited: true}

        """
      )
      let run = await lab.run("plan")
      #expect(run.status == .failure && run.writes == [])
      for place in [
        ":7:27: error: v2.0 has no groups", ":8:39: error: v2.0 has no roles on a domain",
        ":9:39: error: v2.0 has no roles on the system",
        ":10:44: error: v2.0 has no roles that are inherited",
      ] {
        #expect(run.error.contains(place), "\(place) in \(run.shown)")
      }
      try lab.declare(
        """
        roles: [reader]
        tenants: {web: }
        users: {ann: }
        assignments: [{role: reader, user: ann, project: web}]

        """
      )
      #expect(await lab.run("apply").status == .success)
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }
}
