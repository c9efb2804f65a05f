import TestSupport
import Testing

@testable import Convergence

struct TimeBudgetTests {
  @Test("there is as much time as is left, as long as the work takes, and for its tasks too")
  func spend() async {
    let clock = ManualClock()
    let start = clock.now
    let budget = TimeBudget { .seconds(10) - start.duration(to: clock.now) }
    #expect(TimeBudget.timeLeft == nil)
    let seen = await budget.spend {
      var seen = [TimeBudget.timeLeft]
      try? await clock.sleep(for: .seconds(4))
      seen.append(TimeBudget.timeLeft)
      async let inTask = TimeBudget.timeLeft
      seen.append(await inTask)
      seen.append(await TimeBudget { .seconds(1) }.spend { TimeBudget.timeLeft })
      return seen
    }
    #expect(seen == [.seconds(10), .seconds(6), .seconds(6), .seconds(1)])
    #expect(TimeBudget.timeLeft == nil)
  }
}
