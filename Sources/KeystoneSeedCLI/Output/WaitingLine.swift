import Convergence
import KeystoneClient
import Synchronization

/// Says why nothing happens, so that a waiting run does not look like a hanging one.
///
/// On a terminal that is a line on standard error for as long as it is true. Elsewhere it is a line
/// of the log: at the first pause, and then whenever nothing was said for some time.
final class WaitingLine: Sendable {
  /// Nothing is silent for longer, be it a pause, a request or a long series of them.
  static let longestSilence = Duration.seconds(15)

  /// A request that takes longer is waited for; those that do not are many.
  private static let slow = Duration.seconds(5)

  private struct State {
    var pauses = 0
    var hasPaused = false
    /// The pause that began last, and when; nil once all have ended.
    var pause: (elapsed: Duration, limit: Duration, reason: String, start: Duration)?
    /// Where each request went that is under way, and since when.
    var requests: [Int: (server: String, start: Duration)] = [:]
    var requestCount = 0
    var answerCount = 0
    var isWatched = false
  }

  private let width: Int
  private let isTerminal: Bool
  private let console: Console
  private let timeout: Duration?
  private let rest: @Sendable (Duration) async throws -> Void
  private let state = Mutex(State())

  /// Makes one that says nothing yet.
  ///
  /// - Parameters:
  ///   - context: Where to say it.
  ///   - timeout: How long one request may take.
  init(in context: CommandContext, timeout: Duration? = nil) {
    width = context.terminal.width
    isTerminal = context.terminal.hasError
    console = context.console
    rest = context.rest
    self.timeout = timeout
  }

  // MARK: Pauses

  /// Shows that a pause begins, and hides the line when the last of them has ended.
  func show(_ pause: Retrier.Pause) {
    switch pause {
    case .begins(let elapsed, let limit, let error):
      let now = console.now()
      let reason = error.map { ": \($0.message.summary)" } ?? ""
      let (isFirst, isUnwatched) = state.withLock { state in
        state.pauses += 1
        state.pause = (elapsed, limit, reason, now)
        let isUnwatched = !state.isWatched
        state.isWatched = true
        // Reading again after a while, where nothing has failed, is worth no word.
        guard error != nil else { return (false, isUnwatched) }
        let isFirst = !state.hasPaused
        state.hasPaused = true
        return (isFirst, isUnwatched)
      }
      if isUnwatched { watch() }
      let line = "waiting for Keystone, \(Self.span(elapsed, of: limit))"
      guard !isTerminal else { return showStatus(line) }
      console.breakSilence(of: isFirst ? .zero : Self.longestSilence) { line + reason }
    case .ends:
      let isLast = state.withLock { state in
        state.pauses -= 1
        if state.pauses == 0 { state.pause = nil }
        return state.pauses == 0
      }
      if isLast, isTerminal { console.showStatusLine("") }
    }
  }

  // MARK: Requests

  /// Notes that a request is on its way.
  ///
  /// - Parameter server: Where to.
  /// - Returns: What ``end(_:)`` has to be told.
  func begin(_ server: String) -> Int {
    let now = console.now()
    let (id, isUnwatched) = state.withLock { state in
      state.requestCount += 1
      state.requests[state.requestCount] = (server, now)
      defer { state.isWatched = true }
      return (state.requestCount, !state.isWatched)
    }
    if isUnwatched { watch() }
    return id
  }

  /// Notes that a request has ended, with an answer or without one.
  func end(_ id: Int) {
    state.withLock { state in
      state.requests[id] = nil
      state.answerCount += 1
    }
  }

  /// Looks on until nothing is under way any more.
  private func watch() {
    Task { [weak self, rest] in
      while let pause = self?.timeToSilence {
        do { try await rest(pause) } catch { return }
        guard self?.speak() == true else { return }
      }
    }
  }

  private var timeToSilence: Duration {
    max(.seconds(1), Self.longestSilence - console.silence)
  }

  /// Says what is under way; false where nothing is.
  private func speak() -> Bool {
    let isTerminal = isTerminal
    let line = state.withLock { state -> String? in
      guard let oldest = state.requests.values.min(by: { $0.start < $1.start }) else {
        if let pause = state.pause {
          let elapsed = pause.elapsed + console.now() - pause.start
          let line = "waiting for Keystone, \(Self.span(elapsed, of: pause.limit))"
          return isTerminal ? line : line + pause.reason
        }
        state.isWatched = false
        return nil
      }
      let server = TerminalText.harmless(oldest.server)
      let elapsed = console.now() - oldest.start
      guard elapsed >= Self.slow else {
        return "still asking \(server), \(state.answerCount) answers so far"
      }
      let span = timeout.map { Self.span(elapsed, of: $0) } ?? "\(elapsed.components.seconds) s"
      return "waiting for an answer from \(server), \(span)"
    }
    guard let line else { return false }
    // The line of a pause or of the progress is as good, where there is a terminal.
    if !isTerminal { console.breakSilence(of: Self.longestSilence) { line } }
    if isTerminal, console.silence >= Self.longestSilence { showStatus(line) }
    return true
  }

  private func showStatus(_ line: String) {
    console.showStatusLine(String(line.prefix(max(width - 1, 0))))
  }

  private static func span(_ elapsed: Duration, of limit: Duration) -> String {
    "\(elapsed.components.seconds) s of at most \(limit.components.seconds) s"
  }
}
