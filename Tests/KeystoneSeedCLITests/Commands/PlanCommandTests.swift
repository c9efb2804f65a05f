import FoundationEssentials
import Glibc
import KeystoneClient
import KeystoneSandbox
import Reconciliation
import Testing
import Texts

@testable import KeystoneSeedCLI

struct PlanCommandTests {
  @Test(arguments: ["plan", "diff"])
  func showsWhatApplyWouldDoAndSendsNoWrite(command: String) async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]\ntenants: {service: {description: Services}}")
      let run = await lab.run(command)
      #expect(run.status == .success)
      #expect(run.writes == [])
      #expect(run.error.isEmpty)
      #expect(
        run.output == """
          keystone-seed plans these changes to \(lab.sandbox.adminURL):

            + role admin
            + tenant service
                description Services

          Plan: 2 to create, 0 to update, 0 to replace, 0 to delete.

          """
      )
    }
  }

  @Test func statusTellsAScriptWhatIsPending() async throws {
    try await withSmallCloud { lab in
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
      try lab.declare(SmallCloud.seed.replacing("[admin, Member]", with: "[admin, Member, new]"))
      #expect(await lab.run("plan").status == .success)
      #expect(await lab.run("plan", "--detailed-exitcode").status == .changesPending)
      lab.sandbox.faults.add(
        .before("GET", "*", times: nil, .status(403, contentType: "text/plain", body: ""))
      )
      #expect(await lab.run("plan", "--detailed-exitcode").status == .failure)
    }
  }

  /// A seed can be planned by a person who may not know its passwords.
  @Test func passwordsThatAreNotVerifiedAreNotRead() async throws {
    try await withLab { lab in
      try lab.declare("users: {nova: {password: {env: NOVA_PASSWORD}}}")
      let refused = await lab.run("plan")
      #expect(refused.status == .failure)
      #expect(refused.error.contains("the environment variable NOVA_PASSWORD is not set"))
      #expect(refused.error.hasSuffix(PasswordOptions.adviceWithoutPasswords))
      let run = await lab.run("plan", "--no-verify-passwords")
      #expect(run.status == .success)
      #expect(run.error.isEmpty)
      #expect(
        run.output.contains(
          """
            ! apply will need the password of user nova, and the environment variable NOVA_PASSWORD \
          is not set (keystone-seed.yaml:1:26)

          """
        )
      )
      #expect(run.output.contains("  + user nova\n      password    (sensitive)\n"))
      let apply = await lab.run("apply", "--no-verify-passwords")
      #expect(apply.status == .failure)
      #expect(
        apply.error == """
          keystone-seed.yaml:1:26: error: no password for user nova: the environment variable \
          NOVA_PASSWORD is not set
          Nothing was changed.

          """
      )
      #expect(apply.writes == [])
    }
  }

  @Test func whatApplyWillNeedIsSaidAndNoPartOfASavedPlan() async throws {
    try await withLab { lab in
      try lab.declare(
        """
        users:
          ann: {password: {env: FIRST_WORD, set: once}}
          bob: {password: {file: there, set: once}}
          eve: {password: {file: nowhere, set: once}}
        """
      )
      try lab.directory.write("a word\n", to: "there")
      let plan = await lab.run("plan", "--out", "plan.json", "--output", "json")
      #expect(plan.status == .success)
      #expect(plan.error.isEmpty)
      let document = try JSONDecoder().decode(PlanDocument.self, from: Data(plan.output.utf8))
      #expect(document.notes.map(\.severity) == [.note, .note])
      #expect(document.notes[0].text.contains("FIRST_WORD is not set (keystone-seed.yaml:2:"))
      #expect(document.notes[1].text.contains("/nowhere cannot be read: there is no such file"))
      try lab.directory.write("another\n", to: "nowhere")
      let first = ["FIRST_WORD": "a first word"]
      let run = await lab.run("apply", "--plan", "plan.json", environment: first)
      #expect(run.status == .success, "\(run.error)")
      #expect(await lab.run("plan").output == "No changes.\n")
    }
  }

  @Test func adviceIsGivenToThoseWhomItHelps() async throws {
    try await withLab { lab in
      try lab.declare("users: {nova: {password: {env: NOVA_PASSWORD}}}")
      for command in ["plan", "verify"] {
        #expect(await lab.run(command).error.hasSuffix(PasswordOptions.adviceWithoutPasswords))
      }
      let apply = await lab.run("apply")
      #expect(apply.status == .failure)
      #expect(!apply.error.contains("--no-verify-passwords"))
    }
  }

  /// A cloud that has just been adopted can be worked on before its passwords are known.
  @Test(arguments: [["--only", "services,endpoints"], ["--no-verify-passwords"]])
  func whatSendsNoPasswordReadsNone(options: [String]) async throws {
    try await withSmallCloud { lab in
      var lab = lab
      lab.environment["NOVA_PASSWORD"] = nil
      try lab.declare(SmallCloud.seed.replacing("description: Compute", with: "description: x"))
      #expect(await lab.run(["plan"] + options).status == .success)
      let run = await lab.run(["apply", "--yes"] + options)
      #expect(run.status == .success)
      #expect(run.error.isEmpty)
      #expect(!run.writes.isEmpty)
    }
  }

  @Test func onlyThePasswordsThatAreSentAreRead() async throws {
    try await withSmallCloud { lab in
      var lab = lab
      lab.environment["NOVA_PASSWORD"] = nil
      let glance = "users:\n  glance: {password: {env: GLANCE_PASSWORD}}"
      try lab.declare(SmallCloud.seed.replacing("users:", with: glance))
      let refused = await lab.run("apply", "--no-verify-passwords")
      #expect(refused.status == .failure)
      #expect(refused.error.contains("GLANCE_PASSWORD is not set"))
      #expect(!refused.error.contains("NOVA_PASSWORD"))
      #expect(refused.writes == [])
      let run = await lab.run(
        "apply",
        "--no-verify-passwords",
        environment: ["GLANCE_PASSWORD": "clear water"]
      )
      #expect(run.status == .success)
      let user = try #require(await lab.outsider.users().first { $0.name == "glance" })
      let check = try await lab.outsider.checkPassword(
        Secret("clear water"),
        ofUser: user.id
      )
      #expect(check == .accepted)
    }
  }

  @Test func documentIsAloneOnStandardOutput() async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing("description: Services", with: "description: x"))
      let run = await lab.run("plan", "--output", "json", "--detailed-exitcode")
      #expect(run.status == .changesPending)
      #expect(run.error.isEmpty)
      let document = try JSONDecoder().decode(PlanDocument.self, from: Data(run.output.utf8))
      #expect(document.address == lab.sandbox.adminURL)
      #expect(document.changes.map(\.name) == ["service"])
      #expect(document.changes.map(\.action) == [.update])
    }
  }

  @Test func savesThePlanForItsOwnerAlone() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let run = await lab.run("plan", "--out", "plan.json")
      #expect(run.status == .success)
      #expect(run.output.contains("  + role admin\n"))
      var status = stat()
      #expect(stat("\(lab.directory.path)/plan.json", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      let names = try lab.directory.names
      #expect(names == ["keystone-seed.yaml", "plan.json"])
    }
  }

  @Test func looksAtTheKindsThatAreAskedForAlone() async throws {
    try await withLab { lab in
      try lab.declare(SmallCloud.seed.replacing("{env: NOVA_PASSWORD}", with: "x-secret"))
      let run = await lab.run("plan", "--only", "roles,tenant")
      #expect(run.output.contains("Plan: 4 to create,"))
      #expect(!run.counts.keys.contains("GET /v2.0/users"))
    }
  }

  @Test func variableIsSetForOneRun() async throws {
    try await withLab { lab in
      try lab.declare("variables: {word: a}\ntenants: {t: {description: \"${word}\"}}")
      let run = await lab.run("plan", "--set", "word=b")
      #expect(run.output.contains("description b\n"))
    }
  }

  @Test func asManyRequestsAreUnderWayAsIsAllowed() async throws {
    try await withSmallCloud { lab in
      let before = lab.sandbox.recorder.connectionCount
      #expect(await lab.run("plan", "--parallelism", "1").status == .success)
      #expect(lab.sandbox.recorder.connectionCount - before == 1)
    }
  }

  @Test func noUserLogsInWherePasswordsAreNotToBeChecked() async throws {
    try await withSmallCloud { lab in
      let run = await lab.run(
        "plan",
        "--no-verify-passwords",
        environment: ["NOVA_PASSWORD": "another"]
      )
      #expect(run.output == "No changes.\n")
      #expect(!run.counts.keys.contains("POST /v2.0/tokens"))
    }
  }

  @Test func passwordThatCannotBeCheckedStopsThatUserAndIsAFailure() async throws {
    try await withSmallCloud { lab in
      lab.sandbox.faults.add(
        .before(
          "POST",
          "/v2.0/tokens",
          times: nil,
          .status(403, contentType: "text/plain", body: "")
        )
      )
      try lab.declare(SmallCloud.seed.replacing("description: Services", with: "description: x"))
      let run = await lab.run("plan")
      #expect(run.status == .failure)
      #expect(run.output.contains("  ~ tenant service\n"))
      #expect(run.output.contains("  x user nova is left alone, since the password could not be"))
    }
  }

  @Test func invalidSeedIsNotHeldAgainstAnything() async throws {
    try await withLab { lab in
      try lab.declare("rols: []")
      let run = await lab.run("plan")
      #expect(run.status == .failure)
      #expect(run.requests.isEmpty)
      #expect(run.error.hasPrefix("keystone-seed.yaml:1:1: error: "))
    }
  }
}
