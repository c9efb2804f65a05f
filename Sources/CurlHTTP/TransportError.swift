import Texts

/// Why there is no complete HTTP answer: facts, worded by whoever shows them.
///
/// None of the texts carries a header or a body, so none can carry a secret; nor a control
/// character, so that they may be printed on a terminal.
public struct TransportError: Error, Hashable, Sendable {
  /// What went wrong, as far as it matters to whoever decides what to do next.
  public enum Kind: String, Hashable, Sendable {
    /// The URL is not one, or its scheme is neither http nor https.
    case invalidURL
    /// The host name has no address.
    case nameNotResolved
    /// The proxy's host name has no address.
    case proxyNameNotResolved
    /// Nobody listens there, or the network says that it cannot be reached.
    case connectionFailed
    /// The connection was not there within the connect time-out.
    case connectTimedOut
    /// The request was on its way and the total time-out ran out: it may have been carried out.
    case timedOut
    /// The certificate or its host name was refused, or the TLS handshake failed.
    case tlsFailed
    /// A CA file, client certificate or key could not be used.
    case tlsConfiguration
    /// The connection closed before the first byte of an answer: it may have been carried out.
    case emptyReply
    /// The connection was reset or closed within the answer: it may have been carried out.
    case connectionLost
    /// The answer ended before the length that it announced: it may have been carried out.
    case truncatedBody
    /// The answer's headers or body are larger than the limit.
    case answerTooLarge
    /// The answer is not HTTP.
    case protocolViolation
    /// The task that waited for the answer was cancelled.
    case cancelled
    /// Anything else that libcurl reports.
    case other
  }

  /// What went wrong.
  public let kind: Kind
  /// libcurl's own words for it, without secrets; may be empty.
  public let detail: String
  /// The proxy that the request went through, without credentials, or nil.
  public let proxy: HTTPProxy?
  /// Why there is no TLS connection, for a ``Kind/tlsFailed`` whose cause is known.
  public let tls: TLSFault?

  /// Makes an error.
  public init(
    _ kind: Kind,
    detail: String = "",
    proxy: HTTPProxy? = nil,
    tls: TLSFault? = nil
  ) {
    self.kind = kind
    self.detail = PrintableText.message(detail)
    self.proxy = proxy
    self.tls = tls
  }

  /// True when the request cannot have reached the server's application, so that repeating even
  /// a create is safe.
  public var isBeforeSending: Bool {
    switch kind {
    case .invalidURL, .nameNotResolved, .proxyNameNotResolved, .connectionFailed,
      .connectTimedOut, .tlsFailed, .tlsConfiguration:
      true
    case .timedOut, .emptyReply, .connectionLost, .truncatedBody, .answerTooLarge,
      .protocolViolation, .cancelled, .other:
      false
    }
  }
}
