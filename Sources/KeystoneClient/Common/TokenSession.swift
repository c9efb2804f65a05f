/// The one token of a login: got when first needed, once however many ask, and renewed in time.
actor TokenSession<Token: SessionToken> {
  /// Logs in with a password, or with what stands in its place.
  typealias Login = @Sendable (_ secret: Secret) async throws(KeystoneError) -> Token
  private typealias Attempt = Task<Result<Token, KeystoneError>, Never>

  private static var longestMargin: Duration { .seconds(60) }
  private static var mostAttempts: Int { 6 }
  private static var pauseBetweenAttempts: Duration { .seconds(1) }

  private let login: Login
  private let clock: SessionClock
  private var secret: Secret
  private var current: Token?
  /// Whose session it is, once anybody has logged in.
  private(set) var userID: String?
  private var renewalTime: Duration?
  /// When the current token was got.
  private var loginTime: Duration?
  /// The token that was got after waiting for another second, if any.
  private var lateToken: Secret?
  private var attempt: Attempt?
  /// Counts the changes of password, so that a login with an old one is forgotten.
  private var generation = 0

  /// Makes the session of a login, which sends nothing yet.
  ///
  /// - Parameters:
  ///   - secret: What to log in with, such as a password.
  ///   - clock: By what time the token is renewed.
  ///   - login: Logs in with it.
  init(secret: Secret, clock: SessionClock, login: @escaping Login) {
    self.secret = secret
    self.clock = clock
    self.login = login
  }

  /// The token with what was said of it: the one at hand, or that of a new login when it is about to
  /// end.
  func document() async throws(KeystoneError) -> Token {
    if attempt == nil, let current, isFresh { return current }
    return try await shared { [login, secret] in
      do throws(KeystoneError) {
        return .success(try await login(secret))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Whether that user has logged in with that secret, and the token of it is at hand.
  func isOpened(by secret: Secret, ofUser userID: String) -> Bool {
    current != nil && self.userID == userID && self.secret == secret
  }

  /// The token at hand, if there is one.
  var known: Token? { current }

  /// A token in the place of one that was refused.
  struct Renewal: Sendable {
    let token: Secret
    /// Whether it is of a later second than the one in its place, so that another would not help.
    let isOfLaterSecond: Bool
  }

  /// Another token than one that was refused; a new login unless somebody else had one already.
  ///
  /// Keystone revokes by whole seconds: a token of the second in which the user's password was set,
  /// by whomever, is refused although it is new (`keystone.models.revoke_model`). So the login after
  /// one that is that young waits for the next second.
  func renewal(insteadOf refused: Secret) async throws(KeystoneError) -> Renewal {
    if attempt == nil, let current, current.token == refused {
      self.current = nil
      let age = loginTime.map { clock.now() - $0 } ?? Self.pauseBetweenAttempts
      if age < Self.pauseBetweenAttempts {
        _ = try await shared(isLate: true) { [login, clock, secret] in
          do throws(KeystoneError) {
            try await clock.sleep(for: Self.pauseBetweenAttempts)
            let token = try await login(secret)
            return .success(token)
          } catch {
            return .failure(error)
          }
        }
      }
    }
    let token = try await document().token
    return Renewal(token: token, isOfLaterSecond: token == lateToken)
  }

  /// Logs in with the new password of the session's own user, and makes sure that it holds.
  ///
  /// A token of the second in which the password changed may be born dead: its issue time has no
  /// fraction, and the change revokes all that is not younger (`keystone.models.revoke_model`). Behind
  /// several Keystones the next one may not know the new password yet. So both a refused login
  /// and a refused token are tried again, a few times.
  func reauthenticate(
    password: Secret,
    verifying verify: @escaping @Sendable (Secret) async throws(KeystoneError) -> Void
  ) async throws(KeystoneError) {
    secret = password
    generation += 1
    attempt = nil
    current = nil
    _ = try await shared { [login, clock] in
      var attempt = 1
      while true {
        do throws(KeystoneError) {
          let token = try await login(password)
          try await verify(token.token)
          return .success(token)
        } catch {
          guard error.isUnauthorized, error.refusal?.accountState != .passwordExpired,
            attempt < Self.mostAttempts
          else { return .failure(error) }
        }
        do throws(KeystoneError) {
          try await clock.sleep(for: Self.pauseBetweenAttempts)
        } catch {
          return .failure(error)
        }
        attempt += 1
      }
    }
  }

  /// Waits for the login under way, or starts one.
  ///
  /// The login belongs to all who wait for it: one that is cancelled does not take it from the
  /// others.
  private func shared(
    isLate: Bool = false,
    _ work: @escaping @Sendable () async -> Result<Token, KeystoneError>
  ) async throws(KeystoneError) -> Token {
    if let attempt { return try await attempt.value.get() }
    let generation = generation
    let task = Attempt {
      let result = await work()
      self.finish(result, generation: generation, isLate: isLate)
      return result
    }
    attempt = task
    return try await task.value.get()
  }

  private func finish(
    _ result: Result<Token, KeystoneError>,
    generation: Int,
    isLate: Bool
  ) {
    guard generation == self.generation else { return }
    attempt = nil
    guard case .success(let token) = result else { return }
    current = token
    userID = token.userID
    loginTime = clock.now()
    if isLate { lateToken = token.token }
    renewalTime = token.validity.lifetime.flatMap { lifetime in
      lifetime > .zero ? clock.now() + lifetime - min(Self.longestMargin, lifetime / 10) : nil
    }
  }

  private var isFresh: Bool {
    guard let renewalTime else { return true }
    return clock.now() < renewalTime
  }
}
