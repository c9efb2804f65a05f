import Synchronization

/// Where the token of each request comes from, and what is known of it; all copies of a client share
/// one.
struct TokenAccess<Token: SessionToken>: Sendable {
  /// Where a token comes from.
  enum Source: Sendable {
    case given(Secret)
    case session(TokenSession<Token>)
  }

  let source: Source
  private let record = Record()

  private final class Record: Sendable {
    let hasOpenedAdminRoute = Atomic(false)
  }

  init(_ source: Source) {
    self.source = source
  }

  /// Whether somebody else made the token, which is none that could be renewed.
  var isGiven: Bool {
    switch source {
    case .given: true
    case .session: false
    }
  }

  /// Notes that the token has opened a route that is for admins alone.
  func noteAdminRoute() {
    record.hasOpenedAdminRoute.store(true, ordering: .relaxed)
  }

  /// What is known of the token so far.
  var standing: TokenStanding {
    TokenStanding(
      isFromLogin: !isGiven,
      hasOpenedAdminRoute: record.hasOpenedAdminRoute.load(ordering: .relaxed)
    )
  }

  /// Asks something with the token, and once more with another where that one is refused.
  ///
  /// After a 401 nothing was carried out. A proxy's 401 says nothing about the token. A new token may
  /// be refused in its turn, in the second in which the user's password was changed, and is replaced
  /// once more.
  ///
  /// - Parameter ask: Asks it with a token.
  /// - Returns: The answer.
  /// - Throws: ``KeystoneError`` of the last try, or of the login.
  func asking<Result>(
    _ ask: (Secret) async throws(KeystoneError) -> Result
  ) async throws(KeystoneError) -> Result {
    let session: TokenSession<Token>
    switch source {
    case .given(let token): return try await ask(token)
    case .session(let own): session = own
    }
    var token = try await session.document().token
    var isLastTry = false
    while true {
      do throws(KeystoneError) {
        return try await ask(token)
      } catch {
        guard error.isUnauthorized, !isLastTry else { throw error }
      }
      let renewal = try await session.renewal(insteadOf: token)
      token = renewal.token
      isLastTry = renewal.isOfLaterSecond
    }
  }
}
