import Synchronization

/// Ctrl-C and SIGTERM, for work that should not be cut in the middle.
///
/// The first asks the work to stop after the requests in flight, so that the report can say what
/// was done and what was not. The second ends the program at once: whoever insists has a reason.
final class Interrupt: Sendable {
  /// A request to stop.
  enum Signal: Hashable, Sendable {
    case interrupt
    case terminate

    /// What ends the program at once.
    var insistence: String {
      switch self {
      case .interrupt: "press Ctrl-C again to quit now"
      case .terminate: "a second SIGTERM ends it now"
      }
    }

    /// What is said where it ends a run that has written nothing.
    var ending: StaticString {
      switch self {
      case .interrupt: "interrupted; nothing was changed\n"
      case .terminate: "terminated; nothing was changed\n"
      }
    }

    /// What the program ends with after it.
    var exitStatus: ExitStatus {
      switch self {
      case .interrupt: .interrupted
      case .terminate: .terminated
      }
    }
  }

  /// The signals as they come, the first one alone; for tasks that wait for something else too.
  ///
  /// It ends with ``stopListening()``.
  let signals: AsyncStream<Signal>

  private let continuation: AsyncStream<Signal>.Continuation
  private let first = Mutex<Signal?>(nil)
  private let exit: @Sendable (ExitStatus) -> Void

  /// Makes one that has received nothing.
  ///
  /// - Parameter exit: What ends the program at once.
  init(exit: @escaping @Sendable (ExitStatus) -> Void) {
    self.exit = exit
    (signals, continuation) = AsyncStream.makeStream()
  }

  /// The signal that asked to stop; nil before one.
  var signal: Signal? { first.withLock { $0 } }

  /// Whether nothing new should be begun.
  var isStopRequested: Bool { signal != nil }

  /// Takes note of a signal.
  func receive(_ signal: Signal) {
    let isFirst = first.withLock { first in
      guard first == nil else { return false }
      first = signal
      return true
    }
    if isFirst {
      continuation.yield(signal)
    } else {
      exit(signal.exitStatus)
    }
  }

  /// Ends the iterations over ``signals``.
  func stopListening() {
    continuation.finish()
  }
}
