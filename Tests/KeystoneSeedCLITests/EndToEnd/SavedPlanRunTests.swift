import FoundationEssentials
import Glibc
import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("A saved plan is applied as it was shown, or not at all")
struct SavedPlanRunTests {
  /// The small cloud, and a saved plan to replace its endpoint.
  private func withPlan(_ body: (Lab) async throws -> Void) async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing(":8774/v2/", with: ":8774/v2.1/"))
      let plan = await lab.run("plan", "--out", "plan.json")
      #expect(plan.status == .success)
      try await body(lab)
    }
  }

  private func expectFailure(_ run: Lab.Run, _ words: String) {
    #expect(run.status == .failure)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(run.writes == [])
  }

  private func expectRefusal(_ run: Lab.Run, _ words: String) {
    #expect(run.status == .failure)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(run.writes == [])
  }

  @Test func isAppliedWithItsSeed() async throws {
    try await withPlan { lab in
      for command in [["apply", "--yes"], ["plan"], ["validate"], ["verify"]] {
        let mistaken = await lab.run(command + ["plan.json"])
        #expect(mistaken.status == .failure && mistaken.writes == [])
        #expect(
          mistaken.error == """
            plan.json:1:1: error: this is a saved plan, and no seed (apply --plan FILE applies it, \
            show FILE shows it)

            """
        )
      }
      let seed = await lab.run("show", "keystone-seed.yaml")
      #expect(
        seed.error == """
          error: keystone-seed.yaml is not a plan that this version saved
            plan --out FILE saves one. A seed stands without --plan.

          """
      )
      let run = await lab.run("apply", "--plan", "plan.json", "--yes")
      #expect(run.status == .success)
      #expect(run.writes == ["POST /v2.0/endpoints", "DELETE /v2.0/endpoints/*"])
      let again = await lab.run("apply", "--plan", "plan.json", "--yes")
      expectRefusal(again, "the cloud has changed since plan.json was made; nothing was changed")
    }
  }

  @Test func comesFromStandardInputAsWell() async throws {
    try await withPlan { lab in
      let plan = try lab.directory.content(of: "plan.json")
      let asked = await lab.run("apply", "--plan", "-", input: plan)
      expectFailure(asked, "standard input is the plan, so that nobody can be asked there")
      let other = await lab.run("apply", "--plan", "-", "--yes", input: "{}")
      expectRefusal(other, "<stdin> is not a plan that this version saved")
      let run = await lab.run("apply", "--plan", "-", "--yes", input: plan)
      #expect(run.status == .success, "\(run.error)")
      #expect(run.writes == ["POST /v2.0/endpoints", "DELETE /v2.0/endpoints/*"])
      let again = await lab.run("apply", "--plan", "-", "--yes", input: plan)
      expectRefusal(again, "the cloud has changed since the plan was made")
    }
  }

  @Test func standardInputIsThePlanOrTheSeed() async throws {
    try await withPlan { lab in
      let both = await lab.run("apply", "-", "--plan", "-")
      #expect(both.status == .usage)
      #expect(both.error.hasPrefix("error: Standard input is the plan or the seed, not both."))
      let seed = try lab.directory.content(of: "keystone-seed.yaml")
      let plan = await lab.run("plan", "-", "--out", "-", input: seed)
      let run = await lab.run("apply", "--plan", "-", "--yes", input: plan.output)
      #expect(run.status == .usage)
      #expect(run.error.hasPrefix("error: standard input is the plan, and so cannot be its seed"))
      #expect(run.requests.isEmpty)
    }
  }

  @Test func isAskedAboutAsAnyOther() async throws {
    try await withPlan { lab in
      let run = await lab.run("apply", "--plan", "plan.json")
      #expect(run.status == .failure)
      #expect(run.error.contains("Add --yes to agree to it."))
      #expect(run.writes == [])
    }
  }

  @Test("A34 a cloud that has changed since is left alone (octodns, terraform)")
  func cloudChanged() async throws {
    try await withPlan { lab in
      _ = try await lab.outsider.createRole(named: "new")
      let run = await lab.run("apply", "--plan", "plan.json", "--yes")
      expectRefusal(run, "the cloud has changed since plan.json was made; nothing was changed")
    }
  }

  @Test func seedThatHasChangedSinceIsNotWhatWasShown() async throws {
    try await withPlan { lab in
      try lab.declare(SmallCloud.seed.replacing(":8774/v2/", with: ":8774/v3/"))
      let run = await lab.run("apply", "--plan", "plan.json", "--yes")
      expectRefusal(run, "has changed since plan.json was made; nothing was changed")
    }
  }

  @Test func passwordThatIsNoLongerAcceptedIsNotWhatWasShown() async throws {
    try await withPlan { lab in
      let run = await lab.run(
        "apply",
        "--plan",
        "plan.json",
        "--yes",
        environment: ["NOVA_PASSWORD": "another secret"]
      )
      expectRefusal(run, "whether its passwords are accepted")
    }
  }

  @Test func somebodyElseMayNotHaveWrittenIt() async throws {
    try await withPlan { lab in
      #expect(chmod("\(lab.directory.path)/plan.json", 0o666) == 0)
      let run = await lab.run("apply", "--plan", "plan.json", "--yes")
      expectRefusal(run, "plan.json is not applied: somebody else could have written it")
    }
  }

  @Test func otherCloudIsNotTouched() async throws {
    try await withPlan { lab in
      try await withLab { other in
        other.sandbox.recorder.reset()
        let run = await lab.run(
          "apply",
          "--plan",
          "plan.json",
          "--yes",
          environment: ["OS_SERVICE_ENDPOINT": other.sandbox.adminURL]
        )
        expectRefusal(run, "the plan was made for \(lab.sandbox.adminURL), and this is")
        #expect(other.sandbox.recorder.requests.allSatisfy { $0.method == "GET" })
      }
    }
  }

  @Test(arguments: [
    ["--prune"], ["--max-delete=3"], ["--only=users"], ["--set=a=b"], ["--no-verify-passwords"],
  ])
  func optionsThatItHasDecidedAreRefused(options: [String]) async throws {
    try await withPlan { lab in
      let run = await lab.run("apply", "--plan", "plan.json", "--yes", options[0])
      expectRefusal(run, "--plan goes without --prune")
      #expect(run.requests.isEmpty)
    }
  }

  @Test func remembersTheOptionsThatItWasMadeWith() async throws {
    try await withSmallCloud { lab in
      try lab.declare("variables: {word: a}\ntenants: {service: {description: \"${word}\"}}")
      let plan = await lab.run(
        "plan",
        "--out",
        "plan.json",
        "--set",
        "word=b",
        "--only",
        "tenants"
      )
      let run = await lab.run("apply", "--plan", "plan.json")
      #expect(plan.status == .success)
      #expect(run.status == .success)
      #expect(run.output.contains("      description Services -> b\n"))
      #expect(run.writes == ["POST /v2.0/tenants/*"])
    }
  }

  @Test func whatIsNoPlanIsNotApplied() async throws {
    try await withPlan { lab in
      let path = try lab.directory.write("{}", to: "other.json")
      #expect(chmod(path, 0o600) == 0)
      expectRefusal(
        await lab.run("apply", "--plan", "other.json"),
        "other.json is not a plan that this version saved"
      )
      expectRefusal(
        await lab.run("apply", "--plan", "missing.json"),
        "cannot read"
      )
    }
  }
}
