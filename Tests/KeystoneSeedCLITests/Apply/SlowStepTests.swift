import Convergence
import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct SlowStepTests {
  private static func outcome(_ index: Int, _ milliseconds: Int) -> StepOutcome {
    StepOutcome(
      Change(.create, .tenant(QualifiedName("t\(index)"))),
      .done,
      duration: .milliseconds(milliseconds)
    )
  }

  @Test(arguments: [(999, nil), (1_000, 1), (1_049, 1), (1_050, 1.1), (60_000, 60)])
  func `a second is slow`(milliseconds: Int, seconds: Double?) {
    #expect(SlowStep(Self.outcome(0, milliseconds))?.seconds == seconds)
  }

  @Test func `of many the slowest ten are shown`() {
    let outcomes = (1...25).map { Self.outcome($0, $0 * 1_000) }
    let lines = SlowStep.lines(of: outcomes, over: "v3")
    #expect(lines.count == 11)
    #expect(lines[0] == "+ project t25    25.0 s")
    #expect(lines[10] == "and 15 more")
    #expect(SlowStep.lines(of: [Self.outcome(1, 10)], over: "v3") == [])
  }
}
