import Convergence
import IdentityBackends
import KeystoneClient

extension BackendFailure: WordedError {
  /// What happened and what to do about it, the request first.
  var message: ErrorMessage {
    (keystoneError ?? KeystoneError(.transport(TransportError(.cancelled))))
      .message(declining: declinedWait)
  }
}
