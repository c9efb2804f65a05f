/// Which request an error is about, without anything secret.
public struct RequestSummary: Hashable, Sendable {
  /// The method.
  public let method: HTTPRequest.Method
  /// The path, without query and with `(sensitive)` in the place of a token.
  public let path: String
  /// The server, such as `http://10.1.0.10:35357`, without credentials.
  public let server: String
  /// The server whose catalog named that one; nil where somebody gave its address.
  public let catalogServer: String?
  /// The variable that names the proxy which the answer came through; nil without one.
  public internal(set) var proxyVariable: String?
  /// What is known of the token that it was sent with.
  public var token = TokenStanding()

  /// Makes a summary.
  public init(
    method: HTTPRequest.Method,
    path: String,
    server: String,
    catalogServer: String? = nil,
    proxyVariable: String? = nil
  ) {
    self.method = method
    self.path = path
    self.server = server
    self.catalogServer = catalogServer
    self.proxyVariable = proxyVariable
  }
}
