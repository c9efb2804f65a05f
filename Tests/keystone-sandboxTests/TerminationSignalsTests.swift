import Glibc
import Testing

@testable import keystone_sandbox

@Suite struct TerminationSignalsTests {
  @Test func signalEndsTheWaiting() async {
    let signals = await TerminationSignals([SIGUSR1])
    kill(getpid(), SIGUSR1)
    await signals.wait()
  }
}
