/// One HTTP request, with its URL as the exact text that goes on the wire.
///
/// The URL is a plain string on purpose: Foundation's URL types re-encode what they take in.
public struct HTTPRequest: Sendable {
  /// The methods.
  public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// The HTTP method.
  public var method: Method
  /// The absolute URL, percent-encoded by the caller.
  public var url: String
  /// Header lines beyond those that the transport adds itself (`Accept`, `User-Agent`).
  public var headers: [HTTPHeader]
  /// The body, or nil for none; a server may parse one even of a GET or DELETE.
  public var body: [UInt8]?
  /// The most time that it may take, where that is less than the transport's own time-out.
  public var timeout: Duration?
  /// Who is to be given the answer's body while it arrives; nil for nobody.
  public var sink: (any HTTPBodySink)?
  /// The server of the URL, where whoever has made that knows it already.
  package var knownServer: String?

  /// Makes a request.
  public init(
    _ method: Method,
    url: String,
    headers: [HTTPHeader] = [],
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

extension HTTPRequest {
  /// The same, whose answer comes with its body: for a transport in front of another that looks at
  /// that.
  public func withoutSink() -> HTTPRequest {
    var request = self
    request.sink = nil
    return request
  }
}
