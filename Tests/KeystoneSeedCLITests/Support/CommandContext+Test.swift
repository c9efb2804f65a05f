import FoundationEssentials
import Synchronization

@testable import KeystoneSeedCLI

extension CommandContext {
  /// A world of a test's own: nothing of the process is in it, and all that is written is kept.
  static func test(
    screen: Screen = Screen(),
    environment: [String: String] = [:],
    currentDirectory: String = "/nowhere",
    terminal: Terminal = .absent,
    input: String = "",
    answers: [String] = [],
    interrupt: Interrupt = Interrupt { _ in },
    clock: any Clock<Duration> = ContinuousClock(),
    writer: Console.Writer? = nil
  ) -> CommandContext {
    let answers = Answers(answers)
    return CommandContext(
      environment: Environment(environment),
      currentDirectory: currentDirectory,
      terminal: terminal,
      // What is said in long silences is not for tests that a slow machine holds up.
      console: Console(now: { .zero }, writer: writer ?? screen.write),
      readInput: { limit in Array(input.utf8.prefix(limit + 1)) },
      readLine: { _ in answers.next() },
      clock: clock,
      makeInterrupt: { interrupt }
    )
  }
}

extension Terminal {
  /// Three pipes.
  static let absent = Terminal(hasInput: false, hasOutput: false, hasError: false, width: 80)
  /// A person at work.
  static let present = Terminal(hasInput: true, hasOutput: true, hasError: true, width: 80)
}

/// What a person types, line by line.
private final class Answers: Sendable {
  private let rest: Mutex<ArraySlice<String>>

  init(_ answers: [String]) {
    rest = Mutex(answers[...])
  }

  func next() -> String? {
    rest.withLock { $0.popFirst() }
  }
}
