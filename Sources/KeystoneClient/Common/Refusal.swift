/// An answer with a status of 400 or more, and who it came from.
public struct Refusal: Hashable, Sendable {
  /// Who speaks, as far as the body tells.
  public enum Speaker: Hashable, Sendable {
    /// Keystone: the body is its JSON error.
    case keystone
    /// Something on the way, such as a proxy: the body is an HTML page.
    case html
    /// Another service, or a gateway: the body is an XML document.
    case xml
    /// Unknown: the body is empty.
    case nobody
    /// Something else: the body is neither of these.
    case other
  }

  /// The status code.
  public let status: Int
  /// Who speaks.
  public let speaker: Speaker
  /// Keystone's title, such as `Conflict`; empty where there is none.
  public let title: String
  /// The first line of the message, secrets removed; empty where there is none.
  public let message: String
  /// What the `Retry-After` header says, or nil.
  public let retryAfter: String?
  /// Whether a server says that it speaks TLS there, and was asked without.
  public let wantsTLS: Bool
  /// What lets the user in, where the password is right and does not do alone.
  ///
  /// Each set of methods does, such as `totp` and `password`; there is none for any other refusal.
  public let requiredMethods: [[String]]

  /// Makes a refusal.
  public init(
    status: Int,
    speaker: Speaker = .keystone,
    title: String = "",
    message: String = "",
    retryAfter: String? = nil,
    wantsTLS: Bool = false,
    requiredMethods: [[String]] = []
  ) {
    self.status = status
    self.speaker = speaker
    self.title = title
    self.message = message
    self.retryAfter = retryAfter
    self.wantsTLS = wantsTLS
    self.requiredMethods = requiredMethods
  }

  /// Whether the server did not take the request, and says when it may: RFC 9110, section 10.2.3.
  public var turnsAway: Bool {
    switch status {
    case 429: true
    case 503: retryAfter != nil
    default: false
    }
  }

  /// Whether it is a 404 for a route that is not served rather than for an object.
  ///
  /// The one place where a message counts: Keystone's status is the same for both. The first text
  /// is Keystone's router, the second that of releases from Rocky on, which have no v2.0.
  public var isUnknownRoute: Bool {
    status == 404 && speaker == .keystone
      && (message.hasSuffix("The resource could not be found.")
        || message.hasPrefix("The requested URL was not found on the server."))
  }
}
