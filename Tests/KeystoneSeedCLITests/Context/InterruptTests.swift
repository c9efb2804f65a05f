import Glibc
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite struct InterruptTests {
  @Test func nothingIsRequestedAtFirst() {
    let interrupt = Interrupt { _ in }
    #expect(!interrupt.isStopRequested)
  }

  @Test(arguments: [
    (Interrupt.Signal.interrupt, ExitStatus.interrupted), (.terminate, .terminated),
  ])
  func firstSignalAsksAndTheSecondEnds(signal: Interrupt.Signal, status: ExitStatus) {
    let endings = Mutex<[ExitStatus]>([])
    let interrupt = Interrupt { status in endings.withLock { $0.append(status) } }
    interrupt.receive(signal)
    #expect(interrupt.signal == signal)
    #expect(endings.withLock { $0 } == [])
    interrupt.receive(signal)
    #expect(endings.withLock { $0 } == [status])
  }

  @Test func whatEndsItAtOnceFitsTheSignal() {
    #expect(Interrupt.Signal.interrupt.insistence.contains("Ctrl-C"))
    #expect(Interrupt.Signal.terminate.insistence.contains("SIGTERM"))
  }

  @Test func firstSignalDecidesWhatTheReportSays() {
    let interrupt = Interrupt { _ in }
    interrupt.receive(.terminate)
    interrupt.receive(.interrupt)
    #expect(interrupt.signal == .terminate)
  }

  @Test func whoeverWaitsIsTold() async {
    let interrupt = Interrupt { _ in }
    interrupt.receive(.interrupt)
    interrupt.stopListening()
    var received: [Interrupt.Signal] = []
    for await signal in interrupt.signals { received.append(signal) }
    #expect(received == [.interrupt])
  }

  @Test func signalsOfTheSystemArrive() async {
    let (endings, ending) = AsyncStream.makeStream(of: ExitStatus.self)
    let interrupt = Interrupt { status in ending.yield(status) }
    await interrupt.listen(to: SIGUSR2, as: .terminate)
    kill(getpid(), SIGUSR2)
    for await signal in interrupt.signals {
      #expect(signal == .terminate)
      break
    }
    kill(getpid(), SIGUSR2)
    for await status in endings {
      #expect(status == .terminated)
      break
    }
  }
}
