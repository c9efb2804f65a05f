import FoundationEssentials
import KeystoneClient
import KeystoneSandbox
import Synchronization
import Testing

@testable import KeystoneSeedCLI

struct ApplyCommandTests {
  /// The small cloud, and a seed that replaces its endpoint.
  private func withReplacement(_ body: (Lab) async throws -> Void) async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing(":8774/v2/", with: ":8774/v2.1/"))
      try await body(lab)
    }
  }

  @Test func whatOnlyAddsIsDoneWithoutAQuestion() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let run = await lab.run("apply", terminal: .present)
      #expect(run.status == .success)
      #expect(!run.error.contains("[y/N]"))
      #expect(run.writes == ["POST /v2.0/OS-KSADM/roles"])
    }
  }

  @Test(arguments: [["y"], ["yes"], ["YES"]])
  func whatReplacesIsAskedAbout(answers: [String]) async throws {
    try await withReplacement { lab in
      let run = await lab.run("apply", terminal: .present, answers: answers)
      #expect(run.status == .success)
      #expect(run.error.contains("Delete or replace 1 object? [y/N] "))
      #expect(run.error.contains("applying 2/2"))
      #expect(!run.error.contains("applying 2/1"))
      #expect(run.writes == ["POST /v2.0/endpoints", "DELETE /v2.0/endpoints/*"])
    }
  }

  @Test(arguments: [["n"], [""], ["yess"], []])
  func anythingButYesChangesNothing(answers: [String]) async throws {
    try await withReplacement { lab in
      let run = await lab.run("apply", "--no-color", terminal: .present, answers: answers)
      #expect(run.status == .failure)
      #expect(run.error.hasSuffix("Nothing was changed.\n"))
      #expect(run.writes == [])
    }
  }

  @Test func whoeverDoesNotSeeThePlanIsShownWhatIsAskedAbout() async throws {
    try await withReplacement { lab in
      let terminal = Terminal(hasInput: true, hasOutput: false, hasError: true, width: 80)
      let run = await lab.run("apply", "--no-color", terminal: terminal, answers: ["n"])
      #expect(
        run.error.contains("keystone-seed asks about this at \(lab.sandbox.adminURL):\n\n")
      )
      #expect(run.error.contains("  +/- endpoint "))
      let plan = await lab.run("plan", "--no-color")
      let urls = plan.output.split(separator: "\n").filter { $0.contains(" -> ") }
      #expect(!urls.isEmpty)
      for line in urls { #expect(run.error.contains("\n\(line)\n")) }
      #expect(
        run.error.hasSuffix("\n\nDelete or replace 1 object? [y/N] Nothing was changed.\n")
      )
      let seen = await lab.run("apply", "--no-color", terminal: .present, answers: ["n"])
      #expect(!seen.error.contains("asks about this at"))
    }
  }

  @Test func planIsReadBeforeItIsAskedAbout() async throws {
    try await withReplacement { lab in
      let screen = Screen()
      let seen = Mutex<[String]>([])
      var context = CommandContext.test(
        screen: screen,
        environment: lab.environment,
        currentDirectory: lab.directory.path,
        terminal: Terminal(hasInput: true, hasOutput: false, hasError: true, width: 80),
        answers: ["n"]
      )
      context.letOutputBeRead = { seen.withLock { $0.append(screen.output + screen.error) } }
      #expect(await Program.run(["apply", "--no-color"], in: context) == .failure)
      let texts = seen.withLock(\.self)
      let first = try #require(texts.first)
      #expect(first.contains("Plan: 0 to create, 0 to update, 1 to replace"))
      #expect(!first.contains("asks about this"))
      #expect(!first.contains("[y/N]"))
    }
  }

  @Test func withoutATerminalNothingIsReplacedThatNobodyAgreedTo() async throws {
    try await withReplacement { lab in
      let refused = await lab.run("apply")
      #expect(refused.status == .failure)
      #expect(refused.writes == [])
      #expect(
        refused.error == """
          error: the plan deletes or replaces 1 object, and there is no terminal to ask on; \
          nothing was changed
            Add --yes to agree to it.

          """
      )
      let agreed = await lab.run("apply", "--yes")
      #expect(agreed.status == .success)
      #expect(agreed.output.hasSuffix("Applied: 0 created, 0 updated, 1 replaced, 0 deleted.\n"))
    }
  }

  @Test func documentIsAloneOnStandardOutput() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      for (ending, changes) in [("converged", 1), ("converged", 0)] {
        let run = await lab.run("apply", "--output", "json")
        #expect(run.status == .success)
        #expect(run.error.isEmpty)
        let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
        #expect(document.ending == ending)
        #expect(document.plan.changes.count == changes)
        #expect(document.outcomes.map(\.result) == Array(repeating: "done", count: changes))
        #expect(document.errors.isEmpty)
      }
    }
  }

  @Test func documentOfAFailureNamesIt() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      lab.sandbox.faults.add(
        .before("POST", "*", times: nil, .status(403, contentType: "text/plain", body: "no"))
      )
      let run = await lab.run("apply", "--output", "json")
      #expect(run.status == .failure)
      let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
      #expect(document.ending == "failed")
      #expect(document.outcomes.map(\.result) == ["failed"])
      #expect(document.errors.count == 1)
      #expect(run.error.hasPrefix("error: role admin: POST \(lab.sandbox.adminURL)/OS-KSADM/roles"))
    }
  }

  private struct Document: Decodable {
    struct Outcome: Decodable {
      let result: String
    }

    let plan: PlanDocument
    let outcomes: [Outcome]
    let ending: String
    let errors: [String]
  }

  @Test func progressIsShownToAPersonAlone() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let shown = await lab.run("apply", terminal: .present)
      #expect(shown.error.contains("applying 1/1"))
      try lab.declare("roles: [admin, Member]")
      let piped = await lab.run("apply")
      #expect(piped.error.isEmpty)
    }
  }

  @Test func kindThatIsNotAskedForIsLeftAlone() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]\ntenants: {a: {}}")
      let run = await lab.run("apply", "--only", "tenants")
      #expect(run.status == .success)
      #expect(run.writes == ["POST /v2.0/tenants"])
    }
  }

  @Test func kindThatAnotherNeedsIsNamed() async throws {
    try await withLab { lab in
      try lab.declare(SmallCloud.seed.replacing("{env: NOVA_PASSWORD}", with: "x-secret"))
      let run = await lab.run("apply", "--only", "users")
      #expect(run.status == .failure)
      #expect(run.writes == [])
      #expect(run.error.contains("needs tenant service, which is not there and not planned"))
      #expect(run.error.contains("Leave --only away, or add tenants to it."))
    }
  }

  @Test("A18 a deletion that fails is a failure (keystone exits with 0)")
  func failedDeletion() async throws {
    try await withLab { lab in
      try lab.declare("tenants: {a: {}}")
      _ = await lab.run("apply")
      try lab.declare("absent: {tenants: [a]}")
      lab.sandbox.faults.add(
        .before("DELETE", "*", times: nil, .status(403, contentType: "text/plain", body: "no"))
      )
      let run = await lab.run("apply", "--yes")
      #expect(run.status == .failure)
      #expect(run.error.hasPrefix("error: tenant a: DELETE "))
      #expect(run.output.contains("Failed:\n  - tenant a\n"))
    }
  }
}
