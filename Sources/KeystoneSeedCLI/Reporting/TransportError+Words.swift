import KeystoneClient

extension TransportError {
  /// What happened, in a few words after the request.
  var words: String {
    if proxy?.refusedTunnel != nil { return "the proxy refuses to connect there" }
    if kind == .connectionFailed, proxy != nil { return "cannot connect to the proxy" }
    return tls?.words ?? kind.words
  }

  /// What to do next, a sentence each, by the cause where it is known.
  ///
  /// - Parameter origin: Scheme, host and port that were asked, harmless for a terminal.
  /// - Returns: Nothing where there is nothing to be done.
  func hints(for origin: String) -> [String] {
    if let proxy, isAboutTheProxy { return proxy.hints }
    var hints = tls?.hints(for: origin) ?? kind.hints(for: origin)
    if origin.hasPrefix("http://"), kind == .emptyReply || kind == .connectionLost {
      hints.append("If TLS is spoken at that port, the address begins with https://.")
    }
    if let proxy { hints += proxy.hints }
    return hints
  }

  /// Whether it was the proxy that could not be reached, or would not have it.
  var isAboutTheProxy: Bool {
    guard proxy != nil else { return false }
    switch kind {
    case .proxyNameNotResolved, .connectionFailed: return true
    case .invalidURL, .nameNotResolved, .connectTimedOut, .timedOut, .tlsFailed,
      .tlsConfiguration, .emptyReply, .connectionLost, .truncatedBody, .answerTooLarge,
      .protocolViolation, .cancelled, .other:
      return false
    }
  }
}

extension HTTPProxy {
  /// Who named it, what it may want, and how to do without it.
  var hints: [String] {
    let address = TerminalText.harmless(address)
    let variable = TerminalText.harmless(variable)
    var hints = [
      "\(variable) in the environment names that proxy, \(address); no_proxy=HOST goes around it."
    ]
    if refusedTunnel == 407 { hints.append(wantsLogin) }
    return hints
  }

  /// How to give it what a 407 asks for.
  var wantsLogin: String {
    "It wants a user name and a password: "
      + "\(TerminalText.harmless(variable))=http://USER:PASSWORD@HOST:PORT."
  }
}

extension TransportError.Kind {
  /// Of no use after a wait.
  static let waitHint = "--wait SECONDS waits for a Keystone that is still starting."

  /// What happened, in a few words after the request.
  var words: String {
    switch self {
    case .invalidURL: "not a usable URL"
    case .nameNotResolved: "the host name has no address"
    case .proxyNameNotResolved: "the proxy's host name has no address"
    case .connectionFailed: "cannot connect"
    case .connectTimedOut: "no connection within the time-out"
    case .timedOut: "no complete answer within the time-out"
    case .tlsFailed: "no trusted TLS connection"
    case .tlsConfiguration: "a certificate or key given here cannot be used"
    case .emptyReply: "the connection was closed without an answer"
    case .connectionLost: "the connection broke off"
    case .truncatedBody: "the answer ends before its announced length"
    case .answerTooLarge: "the answer is too large"
    case .protocolViolation: "the server does not speak HTTP"
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
      [
        "If it was not given here, the catalog has it: an endpoint of the identity service is wrong."
      ]
    case .nameNotResolved:
      ["Is the host name right, and does this machine's resolver know it?"]
    case .proxyNameNotResolved, .cancelled, .other:
      []
    case .connectionFailed:
      [
        "Is Keystone running at \(origin), and is that its address as seen from here?",
        Self.waitHint,
      ]
    case .connectTimedOut:
      [
        "Is the address right, and does a firewall let this machine through?",
        Self.waitHint,
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
