import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Reconciliation
import TestSupport

extension ApplyResult {
  /// A run in which something was done, something failed, something stayed half done, and
  /// something was not tried.
  static let brokenOff = ApplyResult(
    outcomes: [
      StepOutcome(Change(.create, .tenant("a")), .done),
      StepOutcome(Change(.update, .user("b"), liveID: "2"), .failed(.request(.refused))),
      StepOutcome(Change(.replace, .image, liveID: "3"), .halfDone(.request(.refused))),
      StepOutcome(Change(.replace, .role("d"), liveID: "4"), .notRetired),
      StepOutcome(Change(.delete, .user("e"), liveID: "5"), .notTried),
    ],
    ending: .failed
  )

  /// A run in which one tenant was made.
  static func made(_ ending: Ending) -> ApplyResult {
    ApplyResult(outcomes: [StepOutcome(Change(.create, .tenant("a")), .done)], ending: ending)
  }
}

extension BackendFailure {
  /// Keystone's answer to a user without the role.
  static let refused = BackendFailure(
    KeystoneError(
      .refused(Refusal(status: 403, title: "Forbidden", message: "You are not allowed.")),
      of: RequestSummary(method: .put, path: "/v2.0/users/2", server: "http://127.0.0.1:35357")
    )
  )
}
