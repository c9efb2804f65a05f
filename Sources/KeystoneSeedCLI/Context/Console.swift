import Glibc
import Synchronization

/// Standard output and standard error, and the one line of progress that may stand below them.
///
/// ``emit(_:to:)`` is the only way to either of them. A stream that fails is not written to any
/// more and the work goes on: half an apply because of `| head` would be worse than a lost report.
/// ``failure(of:)`` is asked at the end of the program.
final class Console: Sendable {
  enum Stream: Hashable, Sendable {
    /// For results.
    case output
    /// For everything else.
    case error
  }

  /// What carries bytes to a stream.
  typealias Writer = @Sendable (_ stream: Stream, _ bytes: [UInt8]) throws(SystemError) -> Void

  private struct State {
    var statusLine = ""
    var failures: [Stream: SystemError] = [:]
    /// When something was last said on standard error.
    var lastSaid = Duration.zero
  }

  /// The time since this process looked at it first.
  let now: @Sendable () -> Duration
  private let writer: Writer
  private let state = Mutex(State())

  init(
    now: @escaping @Sendable () -> Duration = Console.makeStopwatch(),
    writer: @escaping Writer
  ) {
    self.now = now
    self.writer = writer
    state.withLock { $0.lastSaid = now() }
  }

  private static func makeStopwatch() -> @Sendable () -> Duration {
    let start = ContinuousClock.now
    return { start.duration(to: .now) }
  }

  /// Writes the text as it is; a status line makes room for it.
  func emit(_ text: String, to stream: Stream = .output) {
    guard !text.isEmpty else { return }
    state.withLock { state in
      let statusLine = state.statusLine
      erase(&state)
      write(text, to: stream, &state)
      if stream == .error { state.lastSaid = now() }
      if text.utf8.last == UInt8(ascii: "\n") { draw(statusLine, &state) }
    }
  }

  /// Writes a line to standard error if nothing was said there for that long.
  func breakSilence(of length: Duration, with line: () -> String) {
    state.withLock { state in
      guard now() - state.lastSaid >= length else { return }
      state.lastSaid = now()
      write(line() + "\n", to: .error, &state)
    }
  }

  /// How long nothing has been said on standard error.
  var silence: Duration { state.withLock { now() - $0.lastSaid } }

  /// Shows a line that the next one replaces; an empty one removes it.
  func showStatusLine(_ line: String) {
    state.withLock { state in
      guard line != state.statusLine else { return }
      erase(&state)
      draw(line, &state)
    }
  }

  /// Why a stream could not be written to, if so.
  func failure(of stream: Stream) -> SystemError? {
    state.withLock { $0.failures[stream] }
  }

  private func draw(_ line: String, _ state: inout State) {
    state.statusLine = line
    write(line, to: .error, &state)
  }

  private func erase(_ state: inout State) {
    guard !state.statusLine.isEmpty else { return }
    state.statusLine = ""
    write("\r\u{1B}[K", to: .error, &state)
  }

  private func write(_ text: String, to stream: Stream, _ state: inout State) {
    guard !text.isEmpty, state.failures[stream] == nil else { return }
    do throws(SystemError) {
      try writer(stream, Array(text.utf8))
    } catch {
      state.failures[stream] = error
    }
  }
}

extension Console {
  /// The streams of this process.
  static func system() -> Console {
    Console { stream, bytes throws(SystemError) in
      switch stream {
      case .output: try Descriptor.standardOutput.write(bytes)
      case .error: try Descriptor.standardError.write(bytes)
      }
    }
  }
}
