/// Why a backend has not done what it was asked: the facts that decide what is done about it, the same
/// for every API, and the backend's own error for whoever words it.
package struct BackendFailure: Error, Sendable {
  /// What the answer comes to, where there is one.
  package enum Kind: Hashable, CaseIterable, Sendable {
    /// The service says that the object is not there.
    case notFound
    /// The service says that the name is taken, or the role already granted.
    case conflict
    /// The service says that somebody else was just making what this needs as well: the next try finds
    /// it made, unless there are many at it.
    case raced
    /// The service does not accept the token, or the name and password.
    case unauthorized
    /// The service knows the user, who may not do that.
    case forbidden
    /// The service says that it has failed: what it was at is over, one way or the other.
    case serviceFailed
    /// Somebody on the way says that something has failed.
    case failed
    /// Somebody says that too much is asked at once.
    case busy
    /// Any other answer that says no, be it the service's or that of somebody on the way.
    case refused
    /// An answer that says something else than the API has.
    case unusable
    /// There is no answer, since the name of the server has no address.
    case noAddress
    /// There is no answer, since time ran out.
    case outOfTime
    /// There is no answer, or not all of one, for another reason.
    case noAnswer
    /// There is no answer, since nobody waits for one any more.
    case stopped
    /// Nothing was sent, since it could not go well.
    case notSent
  }

  /// The request that failed, as far as it tells something of the next one.
  package struct Request: Hashable, Sendable {
    /// The server, such as `http://10.1.0.10:35357`.
    package let server: String
    /// Whether it cannot have changed anything.
    package let isRead: Bool

    package init(server: String, isRead: Bool) {
      self.server = server
      self.isRead = isRead
    }
  }

  package let kind: Kind
  /// Whether a write may have been carried out all the same: read again, then decide.
  package let isOutcomeUnknown: Bool
  /// Whether the same request may go well later.
  ///
  /// A write whose outcome is unknown must not simply be repeated: see ``isOutcomeUnknown``.
  package let isPassing: Bool
  /// Nil where none was sent, or nothing is known of it.
  package let request: Request?
  /// When a server that is busy wants to be asked again, in its own words.
  package let comeback: RetryAfter?
  /// The backend's own error.
  package let cause: any BackendError
  /// What the server asked for, where nobody was ready to wait for so long.
  package var declinedWait: DeclinedWait?

  package init(
    _ kind: Kind,
    isOutcomeUnknown: Bool = false,
    isPassing: Bool = false,
    request: Request? = nil,
    comeback: RetryAfter? = nil,
    cause: any BackendError
  ) {
    self.kind = kind
    self.isOutcomeUnknown = isOutcomeUnknown
    self.isPassing = isPassing
    self.request = request
    self.comeback = comeback
    self.cause = cause
  }
}

/// A backend's own error: its words are for people, and no part of it decides anything here.
package protocol BackendError: Error, Hashable, CustomStringConvertible {
  /// What went wrong, without what was asked.
  var words: String { get }
}

extension BackendFailure {
  package var isNotFound: Bool { kind == .notFound }
  package var isConflict: Bool { kind == .conflict || isRace }
  package var isRace: Bool { kind == .raced }
  package var isUnauthorized: Bool { kind == .unauthorized }
  package var isForbidden: Bool { kind == .forbidden }
  package var isServiceFailure: Bool { kind == .serviceFailed }

  /// Whether somebody has answered, so that the server is there.
  var isAnswered: Bool {
    switch kind {
    case .notFound, .conflict, .raced, .unauthorized, .forbidden, .serviceFailed, .failed, .busy,
      .refused, .unusable:
      true
    case .noAddress, .outOfTime, .noAnswer, .stopped, .notSent: false
    }
  }

  /// Whether the answer says no.
  var isRefusal: Bool { isAnswered && kind != .unusable }

  /// Whether a request was sent, or tried to be, and nobody has answered.
  var isUnanswered: Bool {
    switch kind {
    case .noAddress, .outOfTime, .noAnswer, .stopped: true
    case .notFound, .conflict, .raced, .unauthorized, .forbidden, .serviceFailed, .failed, .busy,
      .refused, .unusable, .notSent:
      false
    }
  }

  /// Whether even the first answer of all shows a service that has failed or is overloaded, and not a
  /// wrong address.
  var isOverload: Bool {
    switch kind {
    case .serviceFailed, .failed, .busy: true
    case .notFound, .conflict, .raced, .unauthorized, .forbidden, .refused, .unusable, .noAddress,
      .outOfTime, .noAnswer, .stopped, .notSent:
      false
    }
  }
}

extension BackendFailure: Hashable {
  package static func == (left: BackendFailure, right: BackendFailure) -> Bool {
    left.kind == right.kind && left.isOutcomeUnknown == right.isOutcomeUnknown
      && left.isPassing == right.isPassing && left.request == right.request
      && left.comeback == right.comeback && left.declinedWait == right.declinedWait
      && AnyHashable(left.cause) == AnyHashable(right.cause)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(AnyHashable(cause))
  }
}

extension BackendFailure: CustomStringConvertible {
  /// One line that says what happened, in the backend's words.
  package var description: String {
    let asked = declinedWait.map { "; it asks to wait \($0.asked.components.seconds) s" } ?? ""
    return "\(cause)\(asked)"
  }

  /// What went wrong, without what was asked.
  package var words: String { cause.words }
}
