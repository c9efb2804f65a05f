import Convergence
import Testing

@Suite struct RetryPolicyTests {
  private let policy = RetryPolicy()

  @Test(arguments: [
    (failures: 1, milliseconds: 100), (2, 200), (3, 400), (7, 5_000), (400, 5_000),
  ])
  func doublesThePauseUpToItsCeiling(_ test: (failures: Int, milliseconds: Int)) {
    let full = Duration.milliseconds(test.milliseconds)
    #expect(policy.pause(after: test.failures, jitter: 1) == full)
    #expect(policy.pause(after: test.failures, jitter: 0) == full / 2)
  }

  @Test func neverWaitsLongerBeforeContactThanAfterIt() {
    #expect(RetryPolicy(ceiling: .seconds(1)).ceilingBeforeContact == .seconds(1))
  }

  @Test(
    "A24 a 401 is final (crowbar retried it until the time was up)",
    arguments: [400, 401, 403, 404, 409, 413, 501]
  )
  func doesNotRepeatARefusal(status: Int) {
    #expect(!policy.retries(.keystone(status), hasContact: true))
  }

  @Test(arguments: [408, 429, 500, 502, 503, 504])
  func repeatsWhatMayPass(status: Int) {
    #expect(policy.retries(.keystone(status), hasContact: true))
  }

  @Test func saysAtOnceThatNobodyListensWhereNobodyEverDid() {
    let refused = BackendFailure.transport(.connectionFailed)
    #expect(!policy.retries(refused, hasContact: false))
    #expect(policy.retries(refused, hasContact: true))
    #expect(policy.retries(.keystone(500), hasContact: false))
    #expect(!policy.retries(.keystone(503), hasContact: false))
  }
}
