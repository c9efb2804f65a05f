import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct SignalMaskTests {
  @Test func signalsAreBlockedOnThisThreadAndNoneThatWasBeforeIsLetThrough() {
    withSignalsLetThrough {
      let outer = SignalMask(blocking: [SIGUSR2])
      defer { outer.restore() }
      let mask = SignalMask(blocking: [SIGTERM, SIGHUP])
      #expect([SIGTERM, SIGHUP, SIGUSR2, SIGINT].map(blocksSignal) == [true, true, true, false])
      mask.restore()
      #expect([SIGTERM, SIGHUP, SIGUSR2].map(blocksSignal) == [false, false, true])
    }
  }
}

/// Does it on a thread that signals reach, as they do not those that run tasks.
func withSignalsLetThrough<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) {
  var (none, before) = (sigset_t(), sigset_t())
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  try body()
}

/// Whether the signal does not reach this thread.
func blocksSignal(_ signal: Int32) -> Bool {
  var set = sigset_t()
  pthread_sigmask(SIG_BLOCK, nil, &set)
  return sigismember(&set, signal) == 1
}
