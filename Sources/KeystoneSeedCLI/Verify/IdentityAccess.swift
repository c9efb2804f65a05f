import Convergence

/// How users get in, and who gets in without being one: what verify asks, whatever version of the API
/// answers.
protocol IdentityAccess: Sendable {
  /// Whether a refused login means that the password is wrong, and not as well that the account is
  /// locked.
  var tellsLocksApart: Bool { get }

  /// Logs in to a tenant.
  ///
  /// - Parameter login: Who to log in as, and where.
  /// - Returns: The catalog as that user sees it there.
  /// - Throws: What the login comes to where it is refused.
  func catalog(
    seenBy login: LoginQuestions.Login
  ) async throws(BackendFailure) -> EffectiveCatalog

  /// Whether the token `ADMIN`, which Keystone had by default, opens the admin API.
  func acceptsDefaultToken() async throws(BackendFailure) -> Bool

  /// Whether the token in use has no user behind it.
  func usesBareToken() async throws(BackendFailure) -> Bool
}

extension BackendFailure {
  /// Whether it says that a token opens nothing, and not that nothing is known.
  var closesTheDoor: Bool { isUnauthorized || isForbidden }
}
