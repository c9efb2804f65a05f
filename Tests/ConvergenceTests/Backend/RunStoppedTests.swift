import Testing

@testable import Convergence

@Suite struct RunStoppedTests {
  @Test func whatIsNotSentAnyMoreIsCancelled() {
    #expect(BackendFailure.stopped.kind == .stopped)
    #expect(BackendFailure.stopped.description == "cancelled")
    #expect(!BackendFailure.stopped.isPassing)
  }
}
