import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct ApplyMessagesTests {
  private static let busy: BackendFailure = {
    var error = BackendFailure(
      KeystoneError(.refused(Refusal(status: 503, speaker: .nobody, retryAfter: "90")))
    )
    error.declinedWait = DeclinedWait(asked: .seconds(90), needed: .seconds(95))
    return error
  }()

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
      error: some differences cannot be changed through this API; see the plan's notes

      """
    ),
    (
      ApplyResult(
        outcomes: [
          StepOutcome(
            Change(.update, .user("admin"), liveID: "1"),
            .failed(.locksOutCaller(witness: "nova"))
          )
        ],
        ending: .driftLeft(Plan(changes: [], notes: [.ownPasswordKept("admin")]))
      ),
      """
      error: user admin: the password was not set: the one that this run has set of user nova opens \
      nothing before its user has changed it (change_password_upon_first_use)
        This run works as that user, whom a new password would lock out as well.
        Change it as that user, over v3, to the seed's: openstack user password set. Then it is right.
      error: some differences cannot be changed through this API; see the plan's notes

      """
    ),
    (
      .made(.driftLeft(Plan(changes: [], notes: [.ownPasswordKept("admin")]))),
      """
      error: the password of user admin, as whom this run works, is not set: here a user has to \
      change what an administrator sets before it opens anything (change_password_upon_first_use); \
      change it as that user, over v3: openstack user password set
      error: some differences cannot be changed through this API; see the plan's notes

      """
    ),
    (
      .made(.notReadBack(BackendFailure.refused)),
      """
      error: all was done, but what is there now could not be read: \
      PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.
        Run plan to see whether anything is left.

      """
    ),
    (
      .made(.notReadBack(busy)),
      """
      error: all was done, but what is there now could not be read: 503 with an empty body
        It asks to wait 90 s; --retry-for 110 would.
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
      .made(.failedAndNotRead(BackendFailure.refused)),
      """
      error: what is there now could not be read either: \
      PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.
        The token is known and lacks the role admin; grant it, or use another user or token.

      """
    ),
    (
      .made(.gaveUp(BackendFailure.refused)),
      """
      error: what is there now could not be read either: \
      PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.
        The token is known and lacks the role admin; grant it, or use another user or token.
      error: nothing went well any more, so the rest was not tried
        Run the same command again to finish; what was done is not done twice.

      """
    ),
    (
      .made(.gaveUp(nil)),
      """
      error: nothing went well any more, so the rest was not tried
        Run the same command again to finish; what was done is not done twice.

      """
    ),
    (
      .made(.stillDiffers(Plan(changes: [Change(.create, .tenant("b"))]))),
      """
      error: 1 change remains; is something else changing this cloud?
        + tenant b

      """
    ),
  ]

  @Test(arguments: messages)
  func sayHowARunEndedThatDidNotEndWell(result: ApplyResult, text: String) {
    #expect(ApplyMessages(result, backend: "v2.0").errors.map { $0.rendered() }.joined() == text)
  }

  @Test func nameWhatKeptThePlanFromBeingWhole() {
    let notes: [PlanNote] = [
      .ambiguous(.user("alice"), count: 20), .unmanageable(.image, id: "e1"),
    ]
    let result = ApplyResult.nothingToDo(Plan(changes: [], notes: notes))
    #expect(
      ApplyMessages(result, backend: "v2.0").errors.map(\.summary) == [
        "20 live users are named alice; none of them is changed",
        "some differences cannot be changed through this API; see the plan's notes",
      ]
    )
  }

  @Test func nameEachChangeThatFailed() {
    #expect(
      ApplyMessages(.brokenOff, backend: "v2.0").errors.map(\.summary) == [
        "user b: PUT http://127.0.0.1:35357/v2.0/users/2: 403 Forbidden: You are not allowed.",
        "endpoint image/glance in regionOne: PUT http://127.0.0.1:35357/v2.0/users/2: "
          + "403 Forbidden: You are not allowed.",
      ]
    )
  }

  @Test func nameEachObjectOnceHoweverOftenItWasTried() {
    let user = Change(.update, .user("b"), liveID: "2")
    let tenant = Change(.create, .tenant("c"))
    let endpoint = Change(.create, .image)
    let round = [
      StepOutcome(user, .failed(.request(.refused))),
      StepOutcome(tenant, .failed(.missingID)),
      StepOutcome(endpoint, .notTried),
    ]
    let last = [StepOutcome(user, .failed(.notReadBack)), StepOutcome(tenant, .done)]
    let result = ApplyResult(outcomes: round + round + last, ending: .failed)
    let once = ApplyResult(outcomes: last + [round[2]], ending: .failed)
    #expect(
      ApplyMessages(result, backend: "v2.0").errors.map(\.summary)
        == ApplyMessages(once, backend: "v2.0").errors.map(\.summary)
    )
    #expect(ApplyMessages(result, backend: "v2.0").errors.count == 1)
    let report = ApplyReport(result: result, backend: "v2.0").text
    #expect(report.ranges(of: "~ user b").count == 1)
    #expect(report.ranges(of: "+ endpoint").count == 1)
  }

  @Test func nameNoMoreThanAHandfulOfWhatStillDiffers() {
    let changes = (1...7).map { Change(.create, .tenant(QualifiedName("\($0)"))) }
    let result = ApplyResult.made(.stillDiffers(Plan(changes: changes)))
    let errors = ApplyMessages(result, backend: "v2.0").errors
    #expect(errors.map(\.hints) == [(1...5).map { "+ tenant \($0)" }])
    #expect(errors.allSatisfy { $0.summary.contains("7 changes remain") })
  }
}

extension ExcessiveDeletion {
  fileprivate static let twoUsers = ExcessiveDeletion(.user, count: 2, limit: 1, live: 3)
}
