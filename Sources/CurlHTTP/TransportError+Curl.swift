import CLibcurl

extension TransportError {
  /// Puts one of libcurl's failures into our words.
  ///
  /// - Parameters:
  ///   - code: What libcurl returned.
  ///   - exchange: What it reported before.
  ///   - tunnelStatus: What a proxy answered to CONNECT, 0 where nothing.
  ///   - hasCertificate: Whether a client certificate was given.
  init(
    _ code: CURLcode,
    _ exchange: CurlExchange,
    tunnelStatus: Int = 0,
    hasCertificate: Bool = false
  ) {
    let said = String(cString: exchange.errorText)
    var kind = Kind(code, exchange)
    if code == CURLE_RECV_ERROR, Self.isCertificateAlert(said) {
      kind = .tlsFailed
    } else if exchange.sendCount > 0, TransportError(kind).isBeforeSending {
      // A repetition may fail to connect, but the request was out before.
      kind = .emptyReply
    }

    // Our own callbacks break a transfer off, so libcurl's words would be about them.
    let meant = code == CURLE_ABORTED_BY_CALLBACK ? CURLE_GOT_NOTHING : code
    let detail =
      if kind == .answerTooLarge {
        // It would speak of its memory, or of a destination that cannot be written to.
        "broken off at a limit"
      } else if said.isEmpty || meant != code {
        String(cString: curl_easy_strerror(meant))
      } else {
        said
      }
    self.init(
      kind,
      detail: URLUserInfo.removed(from: detail),
      proxy: exchange.proxy?.refusingTunnel(kind == .connectionFailed ? tunnelStatus : 0),
      tls: kind == .tlsFailed
        ? TLSFault(
          said,
          isVerification: Self.isVerification(code),
          hasCertificate: hasCertificate
        ) : nil
    )
  }

  private static func isVerification(_ code: CURLcode) -> Bool {
    code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_INVALIDCERTSTATUS
      || code == CURLE_SSL_ISSUER_ERROR
  }

  /// Whether a server refused the client's certificate, or the lack of one.
  ///
  /// The client's part of a TLS 1.3 handshake is over before the server has looked at its
  /// certificate, so the refusal is read where the answer was expected. The server's application
  /// never sees such a request. OpenSSL names its alerts as RFC 8446, section 6.2, does.
  private static func isCertificateAlert(_ said: String) -> Bool {
    said.contains("SSL routines") && said.contains(" alert ")
      && (said.contains("certificate") || said.contains("unknown ca"))
  }
}

extension TransportError.Kind {
  fileprivate init(_ code: CURLcode, _ exchange: CurlExchange) {
    let isSent = exchange.sendCount > 0
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED:
      self = .invalidURL
    case CURLE_UNSUPPORTED_PROTOCOL:
      // Also the code for an answer that does not begin with `HTTP/`.
      self = isSent ? .protocolViolation : .invalidURL
    case CURLE_COULDNT_RESOLVE_HOST:
      self = .nameNotResolved
    case CURLE_COULDNT_RESOLVE_PROXY:
      self = .proxyNameNotResolved
    case CURLE_COULDNT_CONNECT, CURLE_PROXY:
      self = .connectionFailed
    case CURLE_OPERATION_TIMEDOUT:
      self = isSent ? .timedOut : .connectTimedOut
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_INVALIDCERTSTATUS,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CLIENTCERT:
      self = .tlsFailed
    case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER,
      CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED:
      self = .tlsConfiguration
    case CURLE_GOT_NOTHING, CURLE_ABORTED_BY_CALLBACK:
      // Only the refusal to write a request twice aborts by callback.
      self = .emptyReply
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR:
      // Before the request this is a proxy that refuses to open a tunnel.
      self = isSent ? .connectionLost : .connectionFailed
    case CURLE_PARTIAL_FILE:
      self = .truncatedBody
    case CURLE_WRITE_ERROR:
      self = exchange.isTooLarge ? .answerTooLarge : .other
    case CURLE_OUT_OF_MEMORY:
      // Also the code for a single header line beyond libcurl's own limit of 100 kB.
      self = isSent ? .answerTooLarge : .other
    case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
      self = .protocolViolation
    default:
      self = .other
    }
  }
}
