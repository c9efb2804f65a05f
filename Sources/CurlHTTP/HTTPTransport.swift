/// What carries a request to a server and its answer back.
///
/// The one that operators use is ``CurlTransport``; a test puts its own in its place.
public protocol HTTPTransport: Sendable {
  /// Sends one request and waits for the whole answer.
  ///
  /// Any status is an answer, a 500 as well as a 200. Redirects are not followed: a 3xx is handed
  /// back as it came, because a 300 has its own meaning and a token must not travel to a host that
  /// nobody configured.
  ///
  /// - Parameter request: What to send.
  /// - Returns: The status, the headers and the complete body, unless the request's sink has taken
  ///   that in.
  /// - Throws: ``TransportError`` when there is no complete answer.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse

  /// What those who send over it keep with it, a transport around another the other's; nil keeps
  /// nothing.
  var store: TransportStore? { get }

  /// Where tasks are best done that do little but send over it, by `withTaskExecutorPreference`; nil has
  /// no such place.
  ///
  /// All that is sent waits there for work that takes long: such work is to be done elsewhere.
  var executor: (any TaskExecutor)? { get }
}

extension HTTPTransport {
  /// Nothing is kept.
  public var store: TransportStore? { nil }

  /// There is no such place.
  public var executor: (any TaskExecutor)? { nil }
}
