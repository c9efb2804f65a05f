import IdentityModel
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct CommandContextTests {
  let screen = Screen()

  @Test(arguments: [
    (["y"], true), (["yes"], true), (["YES"], true), (["n"], false), ([""], false),
    (["yesterday"], false), ([], false),
  ])
  func onlyAYesConfirms(answers: [String], isConfirmed: Bool) throws {
    let context = CommandContext.test(screen: screen, terminal: .present, answers: answers)
    #expect(try context.confirm("Delete?") == isConfirmed)
    #expect(screen.error == "Delete? [y/N] " + (answers.isEmpty ? "\n" : ""))
    #expect(screen.output.isEmpty)
  }

  @Test(arguments: [Terminal.absent, .with(input: true), .with(error: true)])
  func nobodyIsAskedWithoutATerminal(terminal: Terminal) throws {
    let context = CommandContext.test(screen: screen, terminal: terminal, answers: ["yes", "yes"])
    #expect(!context.canAsk)
    #expect(try !context.confirm("Delete?"))
    #expect(try context.readSecret("Password") == nil)
    #expect(screen.error.isEmpty)
  }

  @Test func seedOnStandardInputLeavesTheTerminalToAskOn() throws {
    var context = CommandContext.test(screen: screen, terminal: .with(error: true))
    #expect(!context.askingApart.canAsk)
    context.makeTerminalReader = { { _ in "y" } }
    #expect(!context.canAsk)
    #expect(context.askingApart.canAsk)
    #expect(try context.askingApart.confirm("Delete?"))
    context.terminal.hasError = false
    #expect(!context.askingApart.canAsk)
  }

  @Test func secretIsReadBehindAPrompt() throws {
    let context = CommandContext.test(screen: screen, terminal: .present, answers: ["s3cret"])
    #expect(try context.readSecret("Password")?.exposed() == "s3cret")
    #expect(screen.error == "Password: \n")
  }

  @Test(arguments: [[""], []])
  func emptySecretIsNone(answers: [String]) throws {
    let context = CommandContext.test(terminal: .present, answers: answers)
    #expect(try context.readSecret("Password") == nil)
  }

  @Test(arguments: [
    ([:], true), (["NO_COLOR": ""], true), (["NO_COLOR": "0"], false), (["TERM": "dumb"], false),
    (["TERM": "xterm"], true),
  ])
  func colorFollowsTheEnvironment(environment: [String: String], isColored: Bool) {
    let context = CommandContext.test(environment: environment, terminal: .present)
    #expect(context.style(for: .output).isColored == isColored)
  }

  @Test func colorIsForTerminalsAlone() {
    let context = CommandContext.test(terminal: .with(output: true))
    #expect(context.style(for: .output).isColored)
    #expect(!context.style(for: .error).isColored)
  }

  @Test func colorCanBeRefused() {
    var context = CommandContext.test(terminal: .present)
    context.withoutColor = true
    #expect(!context.style(for: .output).isColored)
  }

  @Test func relativePathsBeginInTheCurrentDirectory() {
    let context = CommandContext.test(currentDirectory: "/home/me")
    #expect(context.absolutePath("seed.yaml") == "/home/me/seed.yaml")
    #expect(context.absolutePath("/seed.yaml") == "/seed.yaml")
  }
}

extension Terminal {
  fileprivate static func with(
    input: Bool = false,
    output: Bool = false,
    error: Bool = false
  ) -> Terminal {
    Terminal(hasInput: input, hasOutput: output, hasError: error, width: 80)
  }
}
