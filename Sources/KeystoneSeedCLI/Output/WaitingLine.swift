import Convergence
import Synchronization

/// The line on a terminal's standard error that says why nothing happens.
///
/// It is there while somebody waits for better weather, and no longer.
final class WaitingLine: Sendable {
  private let width: Int
  private let console: Console?
  private let waiting = Mutex(0)

  init(in context: CommandContext) {
    width = context.terminal.width
    console = context.terminal.hasError ? context.console : nil
  }

  /// Shows that a pause begins, and hides the line when the last of them has ended.
  func show(_ pause: Retrier.Pause) {
    waiting.withLock { waiting in
      switch pause {
      case .begins(let elapsed, let limit):
        waiting += 1
        let seconds = (elapsed.components.seconds, limit.components.seconds)
        let line = "waiting for Keystone, \(seconds.0) s of at most \(seconds.1) s"
        console?.showStatusLine(String(line.prefix(max(width - 1, 0))))
      case .ends:
        waiting -= 1
        if waiting == 0 { console?.showStatusLine("") }
      }
    }
  }
}
