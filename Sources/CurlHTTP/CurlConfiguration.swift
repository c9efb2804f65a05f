/// How a ``CurlTransport`` reaches its servers; the defaults suit those in the same data centre.
public struct CurlConfiguration: Sendable, Hashable {
  /// How long a connection may take to be there, name look-up and TLS handshake included.
  public var connectTimeout: Duration = .seconds(10)
  /// How long one request may take, from its start to the last byte of its answer.
  ///
  /// The time that a request waits for its turn is not counted. The default is a little longer
  /// than the 60 seconds after which HAProxy and Apache answer 504 in a server's place.
  public var timeout: Duration = .seconds(65)
  /// How long a connection may have been idle and is still used again; the default is libcurl's.
  public var maximumIdleTime: Duration = .seconds(118)

  /// The most bytes that the body of an answer may have, after content decoding, where it is kept.
  public var maximumBodySize = 64 << 20
  /// The same for a list that is taken in while it arrives, so that nobody keeps its bytes: a million
  /// users are some 200 MB.
  public var maximumListSize = 1 << 30
  /// The most bytes that the header lines of an answer may have, interim answers included.
  public var maximumHeaderSize = 128 << 10
  /// The most requests that are on their way at the same time, and so the most connections.
  public var maximumConcurrentTransfers = 8

  /// A PEM file of certificate authorities that takes the place of the system's, or nil.
  public var caFile: String?
  /// A PEM file with the certificate that is shown to a server that asks for one, or nil.
  public var clientCertificate: String?
  /// A PEM file with the client certificate's key; nil when the certificate's file has it too.
  public var clientKey: String?
  /// True to accept any certificate for any host name: for experiments only.
  public var isVerificationDisabled = false

  /// The value of the `User-Agent` header.
  public var userAgent = "keystone-seed"
  /// Whether `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` are honoured.
  ///
  /// libcurl reads them. `http_proxy` counts in lower case only, because a CGI server sets
  /// `HTTP_PROXY` from a request's `Proxy:` header.
  public var usesProxyEnvironment = true

  /// Makes the default configuration.
  public init() {}
}
