extension KeystoneError {
  /// What the answer said, where it said no.
  public var refusal: Refusal? {
    guard case .refused(let refusal) = reason else { return nil }
    return refusal
  }

  /// The status of the answer, where there was one.
  public var status: Int? {
    switch reason {
    case .refused(let refusal): refusal.status
    case .unreadable(_, let status), .redirected(_, let status): status
    case .multipleChoices, .otherService: 300
    case .notTheAdminAPI, .notIdentityV2, .otherVersions, .keystoneElsewhere: 404
    case .transport, .unscopedLogin, .noAdminURL, .severalAdminURLs, .plainAdminURL,
      .unusableID, .nothingToSend:
      nil
    }
  }

  /// Whether Keystone itself says that the object is not there.
  ///
  /// Neither a proxy's 404 nor one for an unknown route says so; nor does v3's to a token that is dead
  /// (see ``TokenStanding/isDead``), which it gives on every route.
  public var isNotFound: Bool {
    isKeystones(404) && refusal?.isUnknownRoute == false && !isOfDeadToken
  }

  /// Whether Keystone says that a list is cut off, so that what it lacks may be there all the same.
  public var isOfIncompleteList: Bool {
    guard case .unreadable(.incompleteList, _) = reason else { return false }
    return true
  }

  /// Whether Keystone says that the name is taken, or the role already granted.
  public var isConflict: Bool { isKeystones(409) }

  /// Whether Keystone does not accept the token, or the name and password.
  public var isUnauthorized: Bool { isKeystones(401) || isKeystones(404) && isOfDeadToken }

  /// Whether Keystone knows the user, who lacks the role `admin`.
  public var isForbidden: Bool { isKeystones(403) }

  /// Whether a write may have been carried out all the same: read again, then decide.
  ///
  /// Behind a proxy a 502 comes for a Keystone that died before the commit and after it alike; a
  /// 500 was seen for rows that are there; after a 504 the row can appear a minute later. A 503 that
  /// says when to come back has not let the request in.
  public var isOutcomeUnknown: Bool {
    switch reason {
    case .transport(let error): !error.isBeforeSending
    case .refused(let refusal):
      [408, 500, 502, 503, 504].contains(refusal.status) && !refusal.turnsAway
    case .unreadable: true
    case .redirected, .multipleChoices, .notTheAdminAPI, .notIdentityV2, .otherVersions,
      .otherService, .keystoneElsewhere, .unscopedLogin, .noAdminURL, .severalAdminURLs,
      .plainAdminURL,
      .unusableID,
      .nothingToSend:
      false
    }
  }

  /// Whether the same request may go well later.
  ///
  /// A write whose outcome is unknown must not simply be repeated: see ``isOutcomeUnknown``.
  public var isRetryable: Bool {
    switch reason {
    case .transport(let error): error.isPassing
    case .refused(let refusal):
      [408, 429, 500, 502, 503, 504].contains(refusal.status) && !refusal.isLastingBackendFailure
    case .unreadable(.truncatedJSON, _), .unreadable(.emptyBody, _): true
    case .unreadable, .redirected, .multipleChoices, .notTheAdminAPI, .notIdentityV2,
      .otherVersions, .otherService, .keystoneElsewhere, .unscopedLogin, .noAdminURL,
      .severalAdminURLs, .plainAdminURL, .unusableID, .nothingToSend:
      false
    }
  }

  private var isOfDeadToken: Bool { request?.token.isDead == true }

  private func isKeystones(_ status: Int) -> Bool {
    refusal?.speaker == .keystone && refusal?.status == status
  }
}

extension TransportError {
  /// Whether it may pass by itself; neither a proxy's 403 or 407 does, nor most of TLS's troubles.
  fileprivate var isPassing: Bool {
    if let status = proxy?.refusedTunnel { return status >= 500 }
    return kind.isPassing || tls == .brokenOff
  }
}

extension TransportError.Kind {
  /// Whether it may pass by itself, as an outage does and a wrong setting does not.
  fileprivate var isPassing: Bool {
    switch self {
    case .nameNotResolved, .proxyNameNotResolved, .connectionFailed, .connectTimedOut, .timedOut,
      .emptyReply, .connectionLost, .truncatedBody:
      true
    case .invalidURL, .tlsFailed, .tlsConfiguration, .answerTooLarge, .protocolViolation,
      .cancelled, .other:
      false
    }
  }
}
