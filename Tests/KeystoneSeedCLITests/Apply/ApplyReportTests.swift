import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct ApplyReportTests {
  private static let drift = Plan(changes: [Change(.create, .tenant("b"))])

  private func text(of result: ApplyResult) -> String {
    ApplyReport(result: result, backend: "v2.0").text
  }

  @Test func ofARunThatBrokeOffListsWhatWasDoneWhatFailedAndWhatWasNotTried() {
    #expect(
      text(of: .brokenOff) == """
        Done:
          + tenant a

        Failed:
          ~ user b
          +/- endpoint image/glance in regionOne
          +/- role d

        Not tried:
          - user e

        Applied in part: 1 created, 0 updated, 0 replaced, 0 deleted.

        """
    )
  }

  @Test(arguments: [
    ApplyResult.made(.converged), .made(.driftLeft(Plan(changes: []))),
    .made(.notReadBack(BackendFailure.refused)), .made(.stillDiffers(drift)),
  ])
  func ofARunThatDidAllIsOneLine(result: ApplyResult) {
    #expect(text(of: result) == "Applied: 1 created, 0 updated, 0 replaced, 0 deleted.\n")
  }

  @Test func stepsThatTookLongAreShownTheSlowestFirst() {
    let result = ApplyResult(
      outcomes: [
        StepOutcome(Change(.create, .tenant("quick")), .done, duration: .milliseconds(949)),
        StepOutcome(Change(.create, .tenant("slow")), .done, duration: .milliseconds(1_000)),
        StepOutcome(Change(.update, .user("slowest")), .done, duration: .milliseconds(12_340)),
      ],
      ending: .converged
    )
    #expect(
      text(of: result) == """
        Slow:
          ~ user slowest    12.3 s
          + tenant slow     1.0 s

        Applied: 2 created, 1 updated, 0 replaced, 0 deleted.

        """
    )
    let quiet = ApplyReport(result: result, backend: "v2.0", isQuiet: true)
    #expect(quiet.text == "Applied: 2 created, 1 updated, 0 replaced, 0 deleted.\n")
  }

  @Test func whatFailedIsRedOnATerminal() {
    let report = ApplyReport(
      result: .brokenOff,
      backend: "v2.0",
      style: Style(isColored: true)
    )
    #expect(report.text.contains("\n\u{1B}[31m  ~ user b\u{1B}[0m\n"))
    #expect(report.text.contains("\n  - user e\n"))
    #expect(report.text.contains("\u{1B}[31mApplied in part: 1 created"))
  }

  @Test func ofARunThatWasStoppedHasNoEmptyList() {
    #expect(
      text(of: .made(.stopped)) == """
        Done:
          + tenant a

        Applied: 1 created, 0 updated, 0 replaced, 0 deleted.

        """
    )
  }

  @Test func aLostAnswerIsNeitherAFailureNorDone() {
    let result = ApplyResult(
      outcomes: [
        StepOutcome(Change(.create, .tenant("a")), .failed(.outcomeUnknown(.refused))),
        StepOutcome(Change(.create, .tenant("b")), .failed(.request(.refused))),
      ],
      ending: .failed
    )
    #expect(
      text(of: result) == """
        Failed:
          + tenant b

        Unknown:
          + tenant a

        Applied in part: 0 created, 0 updated, 0 replaced, 0 deleted.

        """
    )
  }

  @Test func isColouredOnlyWhereItIsAskedTo() {
    let colored = ApplyReport(
      result: .brokenOff,
      backend: "v2.0",
      style: Style(isColored: true)
    ).text
    #expect(colored.contains("\u{1B}[1mNot tried:\u{1B}[0m\n"))
    #expect(!text(of: .brokenOff).contains("\u{1B}"))
  }
}
