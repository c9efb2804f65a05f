import Convergence

/// What a scripted backend says for itself.
struct ScriptedError: BackendError {
  var status: Int?
  var words: String

  var description: String { words }
}

extension BackendFailure {
  /// Why there is no answer.
  enum Silence: String, Sendable {
    case nameNotResolved
    case connectionFailed
    case tlsFailed
    case tlsConfiguration
    case timedOut
    case emptyReply
    case connectionLost
    case truncatedBody
    case protocolViolation
    case cancelled
  }

  /// A refusal of the service itself.
  static func keystone(
    _ status: Int,
    _ message: String = "",
    comeback: String? = nil,
    of request: Request? = nil
  ) -> BackendFailure {
    let kind: Kind =
      switch status {
      case 401: .unauthorized
      case 403: .forbidden
      case 404: .notFound
      case 409: .conflict
      case 429: .busy
      case 500: .serviceFailed
      default: .refused
      }
    return refusal(kind, status, message, comeback: comeback, of: request)
  }

  /// What a service says to whoever makes a region that somebody else is making.
  static let raced = refusal(
    .raced,
    409,
    "Conflict occurred attempting to store region - Duplicate ID.",
    comeback: nil,
    of: nil
  )

  /// A refusal of something in front of the service.
  static func proxy(
    _ status: Int,
    comeback: String? = nil,
    of request: Request? = nil
  ) -> BackendFailure {
    let kind: Kind = status == 500 ? .failed : .refused
    return refusal(kind, status, "", comeback: comeback, of: request)
  }

  private static func refusal(
    _ kind: Kind,
    _ status: Int,
    _ message: String,
    comeback: String?,
    of request: Request?
  ) -> BackendFailure {
    BackendFailure(
      kind,
      isOutcomeUnknown: [408, 500, 502, 503, 504].contains(status) && comeback == nil,
      isPassing: [408, 429, 500, 502, 503, 504].contains(status),
      request: request,
      comeback: comeback.map { RetryAfter($0) },
      cause: ScriptedError(
        status: status,
        words: message.isEmpty ? "\(status)" : "\(status): \(message)"
      )
    )
  }

  /// No answer, or not all of one.
  static func transport(_ silence: Silence, of request: Request? = nil) -> BackendFailure {
    let kind: Kind =
      switch silence {
      case .nameNotResolved: .noAddress
      case .timedOut: .outOfTime
      case .cancelled: .stopped
      case .connectionFailed, .tlsFailed, .tlsConfiguration, .emptyReply, .connectionLost,
        .truncatedBody, .protocolViolation:
        .noAnswer
      }
    let isUnknown: Bool
    let isPassing: Bool
    switch silence {
    case .nameNotResolved, .connectionFailed: (isUnknown, isPassing) = (false, true)
    case .tlsFailed, .tlsConfiguration: (isUnknown, isPassing) = (false, false)
    case .timedOut, .emptyReply, .connectionLost, .truncatedBody:
      (isUnknown, isPassing) = (true, true)
    case .protocolViolation, .cancelled: (isUnknown, isPassing) = (true, false)
    }
    return BackendFailure(
      kind,
      isOutcomeUnknown: isUnknown,
      isPassing: isPassing,
      request: request,
      cause: ScriptedError(words: silence.rawValue)
    )
  }

  /// The status that a scripted backend answered.
  var status: Int? { (cause as? ScriptedError)?.status }
}
