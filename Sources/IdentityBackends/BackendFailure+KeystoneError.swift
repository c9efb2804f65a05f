package import Convergence
package import KeystoneClient

extension KeystoneError: BackendError {
  package var words: String { reason.description }
}

extension BackendFailure {
  /// What a client's error means to whoever decides what to do about it.
  ///
  /// - Parameters:
  ///   - error: The error.
  ///   - kind: What it means to the one who asked, where that is more than the error itself says.
  package init(_ error: KeystoneError, as kind: Kind? = nil) {
    self.init(
      kind ?? Kind(error),
      isOutcomeUnknown: error.isOutcomeUnknown,
      isPassing: error.isRetryable,
      request: error.request.map { Request(server: $0.server, isRead: $0.method == .get) },
      comeback: error.comeback.map { RetryAfter($0) },
      cause: error
    )
  }

  /// The client's error, where it was one.
  package var keystoneError: KeystoneError? { cause as? KeystoneError }
}

extension BackendFailure.Kind {
  fileprivate init(_ error: KeystoneError) {
    switch error.reason {
    case .transport(let error): self.init(error.kind)
    case .refused where error.isNotFound: self = .notFound
    case .refused where error.isConflict: self = .conflict
    case .refused where error.isUnauthorized: self = .unauthorized
    case .refused where error.isForbidden: self = .forbidden
    case .refused(let refusal): self.init(refusal)
    case .unreadable, .redirected, .multipleChoices, .notTheAdminAPI, .notIdentityV2,
      .otherVersions, .otherService, .keystoneElsewhere:
      self = .unusable
    case .unscopedLogin, .noAdminURL, .severalAdminURLs, .plainAdminURL, .unusableID,
      .nothingToSend:
      self = .notSent
    }
  }

  private init(_ refusal: Refusal) {
    switch (refusal.status, refusal.speaker) {
    case (500, .keystone): self = .serviceFailed
    case (500, _): self = .failed
    case (429, _): self = .busy
    case (_, _): self = .refused
    }
  }

  private init(_ kind: TransportError.Kind) {
    switch kind {
    case .nameNotResolved, .proxyNameNotResolved: self = .noAddress
    case .timedOut, .connectTimedOut: self = .outOfTime
    case .cancelled: self = .stopped
    case .invalidURL, .connectionFailed, .tlsFailed, .tlsConfiguration, .emptyReply,
      .connectionLost, .truncatedBody, .answerTooLarge, .protocolViolation, .other:
      self = .noAnswer
    }
  }
}

extension KeystoneError {
  /// What a server that is busy says of when to come back (RFC 9110, section 10.2.3), as it stands.
  fileprivate var comeback: String? {
    guard let refusal, [429, 503].contains(refusal.status) else { return nil }
    return refusal.retryAfter
  }
}

/// Asks a client something, whose error becomes a backend's.
///
/// - Parameter answer: What asks it.
/// - Returns: The answer.
/// - Throws: What the client throws, as a backend's failure.
@discardableResult
func translated<Answer>(
  _ answer: @autoclosure () async throws(KeystoneError) -> Answer
) async throws(BackendFailure) -> Answer {
  do throws(KeystoneError) {
    return try await answer()
  } catch {
    throw BackendFailure(error)
  }
}

extension Retrier {
  /// Asks a client something, again and again where that may help, as
  /// ``retrying(limit:probe:_:)`` does.
  ///
  /// - Parameter ask: What asks it; it must be safe to do twice.
  /// - Returns: The answer.
  /// - Throws: The last failure.
  package func asking<Answer: Sendable>(
    _ ask: () async throws(KeystoneError) -> Answer
  ) async throws(BackendFailure) -> Answer {
    try await retrying { () async throws(BackendFailure) in try await translated(await ask()) }
  }
}
