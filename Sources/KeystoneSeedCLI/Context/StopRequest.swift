import Synchronization

/// Whether a stop was requested, for work that begins before the signal is listened to.
///
/// Ctrl-C ends a run at once as long as it only reads; from the first write on it is listened to.
final class StopRequest: Sendable {
  private let interrupt = Mutex<Interrupt?>(nil)

  /// Whether nothing new should be begun.
  var isRequested: Bool { interrupt.withLock { $0?.isStopRequested ?? false } }

  /// Takes Ctrl-C and SIGTERM as requests from now on.
  func listen(to interrupt: Interrupt) {
    self.interrupt.withLock { $0 = interrupt }
  }
}
