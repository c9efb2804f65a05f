import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

struct ApplyMessagesTests {
  private static let messages: [(ApplyResult, String)] = [
    (.made(.converged), ""),
    (
      .made(.stopped),
      """
      error: stopped before what was done was read back
        Run the same command again to finish; what was done is not done twice.

      """
    ),
    (
      ApplyResult(
        outcomes: [StepOutcome(Change(.create, .tenant("a")), .notTried)],
        ending: .stopped
      ),
      """
      error: stopped before everything was done
        Run the same command again to finish; what was done is not done twice.

      """
    ),
    (
      .made(.driftLeft(Plan(changes: []))),
      """
      error: something differs from the seed that cannot be changed here; see the plan

      """
    ),
    (
      .made(.notReadBack(KeystoneError.refused)),
      """
      error: all was done, but what is there now could not be read: \
      PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.
        Run plan to see whether anything is left.

      """
    ),
    (
      .made(.notReadBack(PlanError.tooManyDeletions([.twoUsers]))),
      """
      error: all was done, but what is there now could not be read: \
      the plan would delete 2 of 3 users, and may delete 1
        Run plan to see whether anything is left.

      """
    ),
    (
      .made(.failedAndNotRead(KeystoneError.refused)),
      """
      error: what is there now could not be read either: \
      PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.
        The token is known and lacks the role admin; grant it, or use another user or token.

      """
    ),
    (
      .made(.stillDiffers(Plan(changes: [Change(.create, .tenant("b"))]))),
      """
      error: after the last round 1 change is still to be made; \
      is something else changing this cloud at the same time?
        + tenant b

      """
    ),
  ]

  @Test(arguments: messages)
  func sayHowARunEndedThatDidNotEndWell(result: ApplyResult, text: String) {
    #expect(ApplyMessages(result).errors.map { $0.rendered() }.joined() == text)
  }

  @Test func nameEachChangeThatFailed() {
    #expect(
      ApplyMessages(.brokenOff).errors.map(\.summary) == [
        "user b: PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.",
        "endpoint image/glance in regionOne: PUT http://127.0.0.1:35357/v2.0/users/2: "
          + "403 Forbidden: You are not allowed.",
      ]
    )
  }

  @Test func nameNoMoreThanAHandfulOfWhatStillDiffers() {
    let changes = (1...7).map { Change(.create, .tenant(Name("\($0)"))) }
    let errors = ApplyMessages(.made(.stillDiffers(Plan(changes: changes)))).errors
    #expect(errors.map(\.hints) == [(1...5).map { "+ tenant \($0)" }])
    #expect(errors.allSatisfy { $0.summary.contains("7 changes are still to be made") })
  }
}

extension ExcessiveDeletion {
  fileprivate static let twoUsers = ExcessiveDeletion(.user, count: 2, limit: 1, live: 3)
}
