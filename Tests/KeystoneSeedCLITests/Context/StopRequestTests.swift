import Testing

@testable import KeystoneSeedCLI

struct StopRequestTests {
  private let stop = StopRequest()
  private let interrupt = Interrupt { _ in }

  @Test func nobodyHasAskedBeforeAnybodyListens() {
    interrupt.receive(.interrupt)
    #expect(!stop.isRequested)
  }

  @Test func signalIsTakenAsARequestFromThenOn() {
    stop.listen(to: interrupt)
    #expect(!stop.isRequested)
    interrupt.receive(.terminate)
    #expect(stop.isRequested)
  }
}
