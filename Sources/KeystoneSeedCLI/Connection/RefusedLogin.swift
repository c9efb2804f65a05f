import Convergence
import IdentityBackends
import KeystoneClient

/// A login over v3 that was refused, with what was meant by it.
struct RefusedLogin: Error {
  /// What Keystone says.
  let failure: BackendFailure
  /// As whom and for what; no message shows its secret.
  let credentials: Credentials

  /// Makes one of a failed login; nil where it failed of something else than who logs in, for what.
  init?(_ failure: BackendFailure, of credentials: Credentials) {
    guard let error = failure.keystoneError, error.isUnauthorized else { return nil }
    self.failure = failure
    self.credentials = credentials
  }
}
