import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite struct VerificationTests {
  static let user = ResourceKey.user("nova")

  static let cases: [(verification: Verification, status: ExitStatus)] = [
    (.make(), .success),
    (.make(logins: [.makeAccepted()]), .success),
    (.make(exposures: [.defaultToken, .bareToken, .unknownPasswords(["a"])]), .success),
    (.make(plan: Plan(changes: [], notes: [.passwordOfDisabledUser("a")])), .success),
    (.make(plan: Plan(changes: [Change(.create, user)])), .changesPending),
    (.make(plan: Plan(changes: [], notes: [.unmanageable(user, id: "x")])), .changesPending),
    (.make(plan: Plan(changes: [], notes: [.pinned(user, byEndpoint: "x")])), .changesPending),
    (.make(plan: Plan(changes: [], notes: [.ambiguous(user, count: 2)])), .changesPending),
    (.make(logins: [.makeAccepted(gaps: [.glance])]), .changesPending),
    (.make(logins: [.make(.wrongPassword)]), .changesPending),
    (.make(logins: [.make(.refused)]), .changesPending),
    (.make(logins: [.make(.secondFactorNeeded)]), .success),
    (.make(logins: [.make(.userDisabled)]), .changesPending),
    (
      .make(logins: [.make(.refusedInScope(.tenant("t", id: "1"), isDisabled: false))]),
      .changesPending
    ),
    (.make(logins: [.make(.failed(LoginCheck.failure))]), .failure),
    (
      .make(plan: Plan(changes: [], notes: [.passwordCheckFailed("a", reason: "")])),
      .failure
    ),
    (
      .make(logins: [.make(.failed(LoginCheck.failure)), .make(.userDisabled)]),
      .changesPending
    ),
  ]

  @Test(arguments: cases)
  func `drift, then what could not be checked, then success`(
    verification: Verification,
    status: ExitStatus
  ) {
    #expect(verification.exitStatus == status)
  }
}
