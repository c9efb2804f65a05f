import Convergence
import IdentityBackends
import KeystoneClient

/// How users get in, and who gets in without being one: what verify asks, whatever version of the API
/// answers.
protocol IdentityAccess: Sendable {
  /// What is done about failures that pass.
  var retrier: Retrier { get }
  /// Whether a refused login means that the password is wrong, and not as well that the account is
  /// locked.
  var tellsLocksApart: Bool { get }

  /// Logs in to a tenant, or over v3 to a domain or the system.
  ///
  /// - Parameter login: Who to log in as, and where.
  /// - Returns: The catalog as that user sees it there.
  /// - Throws: What the login comes to where it is refused.
  func catalog(
    seenBy login: LoginQuestions.Login
  ) async throws(BackendFailure) -> EffectiveCatalog

  /// Asks with the token `ADMIN` for what only an administrator is told.
  ///
  /// - Throws: What the token comes to where it opens nothing.
  func askWithDefaultToken() async throws(KeystoneError)

  /// Whether the token in use has a user behind it.
  func hasCaller() async throws(KeystoneError) -> Bool
}

extension IdentityAccess {
  /// Whether the token `ADMIN`, which Keystone had by default, opens the admin API.
  func acceptsDefaultToken() async throws(BackendFailure) -> Bool {
    do throws(BackendFailure) {
      try await retrier.asking { () async throws(KeystoneError) in
        try await askWithDefaultToken()
      }
      return true
    } catch {
      guard error.closesTheDoor else { throw error }
      return false
    }
  }

  /// Whether the token in use has no user behind it.
  func usesBareToken() async throws(BackendFailure) -> Bool {
    let isUsers = try await retrier.asking { () async throws(KeystoneError) in
      try await hasCaller()
    }
    return !isUsers
  }
}

extension BackendFailure {
  /// Whether it says that a token opens nothing, and not that nothing is known.
  fileprivate var closesTheDoor: Bool { isUnauthorized || isForbidden }
}
