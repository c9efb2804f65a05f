import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Whoever runs a plan keeps what lets them in")
struct OwnAccessRunTests {
  /// An operator who is an administrator of ops by one group, and of the system by another one.
  private static let seed = """
    roles: {lead: , admin: {exists: true}}
    projects: {top: , ops: {parent: top}, lab: }
    groups:
      admins: {roles: {ops: [admin], lab: [admin]}}
      wardens: {system_roles: [admin]}
      leads: {roles: {lab: [lead]}}
      idle: {roles: {ops: [admin]}}
    users:
      ada: {password: {value: ada's own}, groups: [admins, wardens], roles: {lab: [lead]}}
      bob: {groups: [admins]}

    """

  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    try await withVersion3(.current) { lab in
      var lab = lab
      try lab.declare(Self.seed)
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      lab.environment["OS_USERNAME"] = "ada"
      lab.environment["OS_PASSWORD"] = "ada's own"
      lab.environment["OS_PROJECT_NAME"] = "ops"
      try await body(lab)
    }
  }

  private func expectRefusal(
    _ lab: Lab,
    _ absent: String,
    _ words: String,
    environment: [String: String] = [:]
  ) async throws {
    try lab.declare("absent: {\(absent)}\n")
    for command in [["plan"], ["apply", "--yes", "--max-delete", "9"]] {
      let run = await lab.run(command, environment: environment)
      #expect(run.status == .failure && run.writes == [], "\(run.shown)")
      #expect(
        run.error == """
          error: the plan would delete \(words), which lets this command in
            Nothing could be changed afterwards. Use another user, or the admin token.

          """
      )
    }
  }

  @Test(
    arguments: [
      ("memberships: [{group: admins, user: ada}]", "membership ada in admins"),
      ("groups: [admins]", "group admins"),
      (
        "assignments: [{role: admin, group: admins, project: ops}]",
        "assignment group admins has admin in ops"
      ),
    ]
  )
  func `a group that lets it in stays`(absent: String, words: String) async throws {
    try await withCloud { lab in
      try await expectRefusal(lab, absent, words)
    }
  }

  @Test func `on the system another group does`() async throws {
    try await withCloud { lab in
      let system = ["OS_PROJECT_NAME": "", "OS_SYSTEM_SCOPE": "all"]
      let group = "group wardens"
      try await expectRefusal(lab, "groups: [wardens]", group, environment: system)
      try lab.declare("absent: {groups: [admins]}\n")
      #expect(await lab.run("plan", environment: system).status == .success)
    }
  }

  /// Leaves the group admins, once another way is there and not with the same run.
  private func leave(_ lab: Lab, having other: String) async throws {
    let leaving = "absent: {memberships: [{group: admins, user: ada}]}\n"
    try lab.declare(other + leaving)
    let early = await lab.run("apply", "--yes", "--max-delete", "9")
    #expect(early.status == .failure && early.writes == [], "\(early.shown)")
    for seed in [other, other + leaving] {
      try lab.declare(seed)
      let apply = await lab.run("apply", "--yes", "--max-delete", "9")
      #expect(apply.status == .success, "\(apply.shown)")
    }
  }

  @Test func `what lets nobody in goes, and so does what another way makes up for`() async throws {
    try await withCloud { lab in
      try lab.declare("absent: {groups: [leads]}\n")
      #expect(await lab.run("apply", "--yes").status == .success)
      try await leave(lab, having: "users: {ada: {groups: [idle]}}\ngroups: {idle: }\n")
    }
  }

  @Test func `what a group inherits from above is looked for`() async throws {
    try await withCloud { lab in
      try await leave(
        lab,
        having: """
          groups: {heirs: }
          users: {ada: {groups: [heirs]}}
          projects: {top: }
          roles: {admin: {exists: true}}
          assignments: [{role: admin, group: heirs, project: top, inherited: true}]

          """
      )
      try await expectRefusal(
        lab,
        "assignments: [{role: admin, group: heirs, project: top, inherited: true}]",
        "assignment group heirs has admin below project top"
      )
    }
  }

  @Test func `whoever may not read who has which roles is not held up`() async throws {
    try await withCloud { lab in
      let refusal = Fault.Effect.status(
        403,
        contentType: "application/json",
        body: #"{"error": {"code": 403, "message": "no", "title": "Forbidden"}}"#
      )
      lab.sandbox.faults.add(.before("GET", "/v3/role_assignments", times: nil, refusal))
      try lab.declare("absent: {groups: [leads]}\n")
      let plan = await lab.run("plan")
      #expect(plan.status == .success, "\(plan.shown)")
      lab.sandbox.faults.removeAll()
      lab.sandbox.faults.add(
        .before("GET", "/v3/role_assignments", times: nil, .status(400, contentType: "", body: ""))
      )
      #expect(await lab.run("plan").status == .failure)
    }
  }

  @Test func `the role that Keystone's rules ask for keeps its name`() async throws {
    try await withCloud { lab in
      try lab.declare("roles: {root: {was: admin, options: {immutable: true}}}\n")
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [], "\(run.shown)")
      #expect(
        run.error.hasPrefix(
          "error: the plan would rename role admin, which lets this command in\n  Nothing could be"
        ),
        "\(run.error)"
      )
      try lab.declare("roles: {boss: {was: lead}}\n")
      #expect(await lab.run("apply").status == .success)
    }
  }
}
