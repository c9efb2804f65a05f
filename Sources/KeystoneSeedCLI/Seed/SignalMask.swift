import Glibc

/// Signals that do not reach this thread for a while: another one of the process has them, or they wait.
struct SignalMask {
  private let earlier: sigset_t

  /// Blocks the signals, beside those that are blocked already.
  init(blocking signals: [Int32]) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &set, &before)
    earlier = before
  }

  /// Has this thread receive what it received before.
  func restore() {
    var mask = earlier
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
