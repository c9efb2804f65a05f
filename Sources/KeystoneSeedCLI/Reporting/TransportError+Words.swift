import KeystoneClient

extension TransportError.Kind {
  /// What happened, in a few words after the request.
  var words: String {
    switch self {
    case .invalidURL: "this is not a URL that can be asked"
    case .nameNotResolved: "the host name has no address"
    case .proxyNameNotResolved: "the proxy's host name has no address"
    case .connectionFailed: "nobody answers there"
    case .connectTimedOut: "no connection within the time-out"
    case .timedOut: "no complete answer within the time-out"
    case .tlsFailed: "no trusted TLS connection"
    case .tlsConfiguration: "a certificate or key given here cannot be used"
    case .emptyReply: "the connection was closed without an answer"
    case .connectionLost: "the connection broke off"
    case .truncatedBody: "the answer ends before its announced length"
    case .answerTooLarge: "the answer is larger than any of Keystone's"
    case .protocolViolation: "what answers does not speak HTTP"
    case .cancelled: "stopped before there was an answer"
    case .other: "there is no answer"
    }
  }

  /// What to do next, a sentence each.
  ///
  /// - Parameter origin: Scheme, host and port that were asked, harmless for a terminal.
  /// - Returns: Nothing where there is nothing to be done.
  func hints(for origin: String) -> [String] {
    switch self {
    case .invalidURL:
      ["If nobody gave it here, the catalog did: an endpoint of the identity service is wrong."]
    case .nameNotResolved:
      ["Is the host name right, and does this machine's resolver know it?"]
    case .proxyNameNotResolved, .cancelled, .other:
      []
    case .connectionFailed:
      [
        "Is Keystone running at \(origin), and is that its address as seen from here?",
        "--wait SECONDS waits for a Keystone that is still starting.",
      ]
    case .connectTimedOut:
      [
        "Is the address right, and does a firewall let this machine through?",
        "--wait SECONDS waits for a Keystone that is still starting.",
      ]
    case .timedOut:
      ["--timeout SECONDS allows a slow Keystone more time."]
    case .tlsFailed:
      [
        "Its certificate must name the host of the address, and be signed by a CA known here.",
        "--os-cacert FILE (OS_CACERT) names the CA that signed its certificate.",
        "--insecure trusts any certificate, and gives the token to whoever holds one.",
      ]
    case .tlsConfiguration:
      ["--os-cacert, --os-cert and --os-key (OS_CACERT, OS_CERT, OS_KEY) name PEM files."]
    case .emptyReply, .connectionLost, .truncatedBody:
      ["A proxy or load balancer in between may have given up; the logs there tell."]
    case .answerTooLarge:
      ["Is it a Keystone that answers there? The URL may be that of something else."]
    case .protocolViolation:
      ["Is it the right port, and https:// where TLS is spoken?"]
    }
  }
}
