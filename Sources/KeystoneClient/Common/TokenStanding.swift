/// What is known of the token that a request was sent with, for whoever explains a refusal.
public struct TokenStanding: Hashable, Sendable {
  /// Whether the client got it by logging in; else somebody gave it.
  public var isFromLogin: Bool
  /// Whether the same token has opened an admin route before, so that it has the role `admin`.
  public var hasOpenedAdminRoute: Bool

  /// Makes one of a token that was given and of which nothing is known.
  public init(isFromLogin: Bool = false, hasOpenedAdminRoute: Bool = false) {
    self.isFromLogin = isFromLogin
    self.hasOpenedAdminRoute = hasOpenedAdminRoute
  }
}

extension KeystoneError {
  /// The same error, with what is known of the token.
  func of(_ standing: TokenStanding) -> KeystoneError {
    guard var request else { return self }
    request.token = standing
    return KeystoneError(reason, of: request)
  }
}
