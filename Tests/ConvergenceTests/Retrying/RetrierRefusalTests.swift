import Convergence
import Synchronization
import TestSupport
import Testing

/// A failure that one object always gets does not pass.
@Suite struct RetrierRefusalTests {
  private let clock = ManualClock()
  private let retrier: Retrier
  private let refused = BackendFailure.keystone(500, "An error")

  init() {
    retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
    retrier.noteAnswer(from: "http://192.0.2.1:35357")
  }

  private func succeed() async throws {
    try await retrier.retrying { () throws(BackendFailure) in }
  }

  @Test func objectThatIsAlwaysRefusedWhileOthersGoWellIsGivenUpAfterAFewTries() async {
    let tries = Mutex(0)
    await #expect(throws: refused) {
      try await retrier.retrying { () async throws(BackendFailure) in
        tries.withLock { $0 += 1 }
        try await retrier.retrying { () throws(BackendFailure) in }
        throw refused
      }
    }
    #expect(tries.withLock(\.self) == 6)
    #expect(clock.totalSlept < .seconds(4))
  }

  @Test func probeTellsTheObjectFromTheServer() async {
    let tries = Mutex(0)
    await #expect(throws: refused) {
      try await retrier.retrying(probe: {}) { () throws(BackendFailure) in
        tries.withLock { $0 += 1 }
        throw refused
      }
    }
    #expect(tries.withLock(\.self) == 6)
  }

  @Test func serverThatRefusesAllIsWaitedFor() async {
    let refused = refused
    await #expect(throws: refused) {
      try await retrier.retrying(probe: { () throws(BackendFailure) in throw refused }) {
        () throws(BackendFailure) in throw refused
      }
    }
    #expect(clock.totalSlept > .seconds(50))
  }

  @Test func othersThatRecoverShowThatItMayPass() async {
    let refused = refused
    await #expect(throws: refused) {
      try await retrier.retrying { () async throws(BackendFailure) in
        let isFirst = Mutex(true)
        try await retrier.retrying { () throws(BackendFailure) in
          let fails = isFirst.withLock { isFirst in
            defer { isFirst = false }
            return isFirst
          }
          if fails { throw refused }
        }
        throw refused
      }
    }
    #expect(clock.totalSlept > .seconds(30))
  }
}
