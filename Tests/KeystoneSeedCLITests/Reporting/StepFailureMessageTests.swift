import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct StepFailureMessageTests {
  private static let request = RequestSummary(
    method: .post,
    path: "/v2.0/users",
    server: "http://127.0.0.1:35357"
  )
  private static let lost = failure(.transport(TransportError(.emptyReply)))

  private static func failure(_ reason: KeystoneError.Reason) -> BackendFailure {
    BackendFailure(KeystoneError(reason, of: request))
  }

  private static func refused(_ refusal: Refusal) -> BackendFailure {
    failure(.refused(refusal))
  }

  /// What a busy server has not let in was not done.
  private static let busy: BackendFailure = {
    var error = refused(Refusal(status: 503, speaker: .nobody, retryAfter: "90"))
    error.declinedWait = DeclinedWait(asked: .seconds(90), needed: .seconds(95))
    return error
  }()

  private static let cases: [(StepFailure, String)] = [
    (
      StepFailure(busy),
      """
      error: user nova: POST http://127.0.0.1:35357/v2.0/users: 503 with an empty body
        It asks to wait 90 s; --retry-for 110 would.
        It may pass by itself: run the same command again; nothing is done twice.

      """
    ),
    (
      StepFailure(refused(Refusal(status: 504, speaker: .html))),
      """
      error: user nova: POST http://127.0.0.1:35357/v2.0/users: 504 with an HTML page
        It is not known whether it was done: a 504 may come before it as well as after it, and it \
      may still be done.
        Run the same command again: it looks first, and does nothing twice.

      """
    ),
    (
      StepFailure(failure(.unreadable(.truncatedJSON, status: 200))),
      """
      error: user nova: POST http://127.0.0.1:35357/v2.0/users: the answer (200) is cut off
        It is not known whether it was done: the answer cannot be read, and it may still be done.
        Run the same command again: it looks first, and does nothing twice.

      """
    ),
    (
      .request(.refused),
      """
      error: user nova: PUT http://127.0.0.1:35357/v2.0/users/2: \
      403 Forbidden: You are not allowed.
        The token is known and lacks the role admin; grant it, or use another user or token.

      """
    ),
    (
      .outcomeUnknown(lost),
      """
      error: user nova: POST http://127.0.0.1:35357/v2.0/users: \
      the connection was closed without an answer
        It is not known whether it was done: the answer was lost, and it may still be done.
        Run the same command again: it looks first, and does nothing twice.

      """
    ),
    (
      .nameTaken(.refused),
      """
      error: user nova: PUT http://127.0.0.1:35357/v2.0/users/2: \
      403 Forbidden: You are not allowed.
        No user of that name is listed: one of another domain may have it, or one whose name is \
      the same on MySQL.

      """
    ),
    (
      .nameTaken(.refused, by: NameHolder(name: "N\u{F6}va", id: "77")),
      """
      error: user nova: PUT http://127.0.0.1:35357/v2.0/users/2: \
      403 Forbidden: You are not allowed.
        The live user N\u{F6}va, id 77, has that name already: on MySQL the two are the same.
        Call it N\u{F6}va in the seed as well, or have it renamed; v3 can.

      """
    ),
    (
      .notReadBack,
      """
      error: user nova: the new row is not in the list that was read after it was made
        The old row was left in place. Run the same command again.

      """
    ),
    (
      .locksOutCaller(witness: "glance"),
      """
      error: user nova: the password was not set: the one that this run has set of user glance opens \
      nothing before its user has changed it (change_password_upon_first_use)
        This run works as that user, whom a new password would lock out as well.
        Change it as that user, over v3, to the seed's: openstack user password set. Then it is right.

      """
    ),
    (
      .missingID,
      """
      error: user nova: an object that it needs is not there any more
        Somebody else may have deleted it. Run the same command again.

      """
    ),
  ]

  @Test func ownPasswordThatHasToBeChangedFirstIsSaidWithTheWayOut() {
    let expired = Refusal(
      status: 401,
      message: "The password is expired and needs to be changed for user: 2."
    )
    let change = Change(
      .update,
      .user("admin"),
      liveID: "2",
      fields: [FieldChange(.password, to: .secret)]
    )
    let failure = StepFailure.request(Self.refused(expired))
    #expect(
      failure.message(for: change, over: "v2.0").rendered() == """
        error: user admin: the password was set, and opens nothing before its user has changed it \
        (change_password_upon_first_use)
          Change it over v3, POST /v3/users/2/password with the seed's as the original_password, or \
        go on with the admin token.

        """
    )
  }

  @Test func whatIsStillThereIsNamedByItsRow() {
    let row = Change(.delete, .endpoint(type: "image", name: "glance", region: "R"), liveID: "e1")
    let hint =
      "It may have been made again, or a proxy answers in Keystone's place: see "
      + "Keystone's log. It is not deleted again in this run."
    #expect(
      StepFailure.stillThere.message(for: row, over: "v2.0").rendered() == """
        error: endpoint image/glance in R: Keystone says that the row e1 is deleted, and it is still \
        there
          \(hint)

        """
    )
    let assignment = RoleAssignment(user: "ann", tenant: "acme", role: "admin")
    let revocation = Change(.delete, .assignment(assignment))
    #expect(
      StepFailure.stillThere.message(for: revocation, over: "v2.0").summary
        == "assignment ann has admin in acme: Keystone says that it is deleted, and it is still there"
    )
  }

  @Test(arguments: cases)
  func everyFailureNamesTheObjectFirst(failure: StepFailure, text: String) {
    #expect(failure.message(for: Change(.create, .user("nova")), over: "v2.0").rendered() == text)
  }

  /// It comes every time: the hint is neither to try again nor to look at the directory.
  @Test(arguments: [StepFailure.request(brokenUser), .outcomeUnknown(brokenUser)])
  func whatTheDatabaseCannotStoreIsTheHint(failure: StepFailure) {
    let message = failure.message(for: Change(.create, .user("a\u{1F600}")), over: "v2.0")
    #expect(
      message.summary.hasPrefix("user a\u{1F600}: POST http://127.0.0.1:35357/v2.0/users: 500")
    )
    #expect(
      message.hints == ["MySQL's utf8 ends at U+FFFF: it cannot store U+1F600 in the name."]
    )
    let other = failure.message(for: Change(.create, .user("a")), over: "v2.0").hints.joined()
    #expect(other.contains("again") && !other.contains("MySQL's utf8"))
  }

  private static let brokenUser = refused(
    Refusal(status: 500, title: "Internal Server Error", message: "An unexpected error")
  )

  @Test func aRowWithoutARegionIsSaidToHaveNone() {
    let row = ResourceKey.endpoint(type: "image", name: "glance", region: "")
    let message = StepFailure.missingID.message(
      for: Change(.delete, row, liveID: "1"),
      over: "v2.0"
    )
    #expect(message.summary.hasPrefix("endpoint image/glance in no region: "))
  }
}
