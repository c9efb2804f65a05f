import IdentityModel
import Reconciliation
import Synchronization
import Texts

/// What logging in has said in this run, so that nobody is asked twice what cannot have changed.
///
/// A login with a wrong password counts towards a lock-out (`lockout_failure_attempts`), and a run
/// may read many times: while another one is half way, and after each of its rounds.
final class PasswordChecks: Sendable {
  private struct Trial: Hashable {
    let userID: String
    let password: Secret
  }

  private let outcomes = Mutex<[Trial: PasswordCheck]>([:])

  /// What a login said earlier in this run, nil where there was none.
  subscript(_ password: Secret, userID: String) -> PasswordCheck? {
    get { outcomes.withLock { $0[Trial(userID: userID, password: password)] } }
    set { outcomes.withLock { $0[Trial(userID: userID, password: password)] = newValue } }
  }

  /// Logs in, unless that was done before.
  ///
  /// An answer that is none is kept as well: the login may have been counted all the same.
  ///
  /// - Parameters:
  ///   - password: The password to try.
  ///   - userID: Whose it may be.
  ///   - backend: Where to log in.
  /// - Returns: What it said.
  /// - Throws: `BackendFailure` where the run was stopped, which says nothing about the user.
  func check(
    _ password: Secret,
    ofUser userID: String,
    on backend: any IdentityBackend
  ) async throws(BackendFailure) -> PasswordCheck {
    if let known = self[password, userID] { return known }
    let outcome: PasswordCheck
    do throws(BackendFailure) {
      outcome = try await backend.check(password, ofUser: userID)
    } catch {
      if Task.isCancelled { throw error }
      outcome = .failed(error.description)
    }
    self[password, userID] = outcome
    return outcome
  }
}
