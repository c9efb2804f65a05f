import Glibc
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite struct ShowCommandTests {
  /// What a merge request shows of a plan that a pipeline has kept.
  @Test(arguments: OutputFormat.allCases)
  func `a saved plan is shown as it was when it was made`(format: OutputFormat) async throws {
    try await withLab { lab in
      try lab.declare(SmallCloud.seed.replacing("{env: NOVA_PASSWORD}", with: "nova's secret"))
      let options = ["--output", format.rawValue]
      let plan = await lab.run(["plan", "--out", "plan.json"] + options)
      #expect(plan.status == .success)
      // An archive gives a file other permissions and another owner.
      #expect(chmod("\(lab.directory.path)/plan.json", 0o666) == 0)
      let shown = await lab.run(["show", "plan.json"] + options)
      #expect(shown.status == .success, "\(shown.error)")
      #expect(shown.requests.isEmpty)
      #expect(shown.output == plan.output)
      #expect(!shown.shown.contains("secret"))
      let piped = await lab.run(
        ["show", "-"] + options,
        input: try lab.directory.content(of: "plan.json")
      )
      #expect(piped.output == plan.output)
    }
  }

  @Test func `the version is said where nothing is to be done`() async throws {
    try await withSmallCloud { lab in
      #expect(await lab.run("plan", "--out", "plan.json").status == .success)
      let shown = await lab.run("show", "plan.json")
      #expect(shown.output == "No changes. Identity v2.0, at \(lab.sandbox.adminURL).\n")
    }
  }

  @Test(arguments: ["", "{}", "roles: [admin]"])
  func `what is no plan is not shown`(text: String) async throws {
    try await withLab { lab in
      try lab.directory.write(text, to: "plan.json")
      let run = await lab.run("show", "plan.json")
      #expect(run.status == .failure)
      #expect(
        run.error == """
          error: plan.json is not a plan that this version saved
            plan --out FILE saves one. A seed stands without --plan.

          """
      )
      #expect(run.output.isEmpty)
    }
  }

  @Test func `a plan without the names of its objects is none`() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      #expect(await lab.run("plan", "--out", "plan.json").status == .success)
      let text = try lab.directory.content(of: "plan.json")
      try lab.directory.write(text.replacing("\"name\" :", with: "\"nam\" :"), to: "other.json")
      let run = await lab.run("show", "other.json")
      #expect(run.status == .failure)
      #expect(
        run.error == """
          error: other.json is not a plan that this version saved
            plan --out FILE saves one. A seed stands without --plan.

          """
      )
    }
  }
}
