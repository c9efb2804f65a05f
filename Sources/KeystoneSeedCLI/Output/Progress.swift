import Synchronization

/// One line on standard error that says how far long work has come.
///
/// On a terminal it is replaced by the next; elsewhere there is one whenever nothing was said for
/// some time, so that a log tells long work from none.
final class Progress: Sendable {
  private let label: String
  private let total: Int
  private let width: Int
  private let isTerminal: Bool
  private let console: Console
  private let done = Mutex(0)

  /// Makes a line that shows nothing before the first ``advance(by:)``.
  init(_ label: String, total: Int, in context: CommandContext) {
    self.label = label
    self.total = total
    width = context.terminal.width
    isTerminal = context.terminal.hasError
    console = context.console
  }

  /// Says that more of the work is done.
  func advance(by count: Int = 1) {
    done.withLock { done in
      done += count
      show("\(label) \(done)/\(total)")
    }
  }

  /// Says how much of how much is done, where the total is not what it was thought to be.
  func advance(to count: Int, of total: Int) {
    done.withLock { done in
      done = count
      show("\(label) \(count)/\(total)")
    }
  }

  private func show(_ line: @autoclosure () -> String) {
    guard isTerminal else {
      return console.breakSilence(of: WaitingLine.longestSilence) { line() }
    }
    console.showStatusLine(String(line().prefix(max(width - 1, 0))))
  }

  /// Removes the line.
  func finish() {
    if isTerminal { console.showStatusLine("") }
  }
}
