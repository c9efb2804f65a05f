import Testing

@testable import Convergence

@Suite struct OutageTests {
  private let error = BackendFailure.transport(.connectionFailed)
  private var outage = Outage()

  private mutating func fail(at seconds: Int) {
    outage.noteFailure(at: .seconds(seconds), patience: .seconds(60))
  }

  private mutating func giveUp(at seconds: Int) {
    outage.giveUp(error, at: .seconds(seconds), patience: .seconds(60))
  }

  @Test mutating func isGivenUpOnceItHasLastedThatLong() {
    giveUp(at: 100)
    #expect(outage.verdict == nil)
    fail(at: 100)
    fail(at: 130)
    giveUp(at: 159)
    #expect(outage.verdict == nil)
    giveUp(at: 160)
    #expect(outage.verdict == error)
  }

  @Test mutating func endsWithWhateverGoesWell() {
    fail(at: 0)
    giveUp(at: 60)
    outage.end()
    #expect(outage.verdict == nil)
    fail(at: 70)
    giveUp(at: 80)
    #expect(outage.verdict == nil)
  }

  @Test mutating func isAnotherOneWhereNobodyAskedForLong() {
    fail(at: 0)
    fail(at: 61)
    giveUp(at: 100)
    #expect(outage.verdict == nil)
    giveUp(at: 121)
    #expect(outage.verdict == error)
  }
}
