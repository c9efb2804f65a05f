/// What is known of the token that a request was sent with, for whoever explains a refusal.
public struct TokenStanding: Hashable, Sendable {
  /// Whether the client got it by logging in; else somebody gave it.
  public var isFromLogin: Bool
  /// Whether the same token has opened an admin route before, so that it has the role `admin`.
  public var hasOpenedAdminRoute: Bool
  /// Whether Keystone knows it no more, though it says so with a 404: its user, project or domain is
  /// gone, or is disabled.
  public var isDead: Bool

  /// Makes one of a token that was given and of which nothing is known.
  public init(
    isFromLogin: Bool = false,
    hasOpenedAdminRoute: Bool = false,
    isDead: Bool = false
  ) {
    self.isFromLogin = isFromLogin
    self.hasOpenedAdminRoute = hasOpenedAdminRoute
    self.isDead = isDead
  }
}

extension KeystoneError {
  /// The same error, with what is known of the token; a dead one stays dead.
  func of(_ standing: TokenStanding) -> KeystoneError {
    guard var request else { return self }
    let isDead = request.token.isDead
    request.token = standing
    request.token.isDead = isDead || standing.isDead
    return KeystoneError(reason, of: request)
  }

  /// The same error, of a token that Keystone knows no more.
  var ofDeadToken: KeystoneError { of(TokenStanding(isDead: true)) }
}
