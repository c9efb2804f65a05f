import KeystoneClient

extension TLSFault {
  /// What happened, in a few words after the request.
  var words: String {
    switch self {
    case .certificateWanted: "the server wants a client certificate"
    case .certificateRefused: "the server does not accept the client certificate"
    case .handshakeRefused, .handshakeRefusedWithoutCertificate:
      "the server refuses the TLS handshake"
    case .notTLS: "the server does not speak TLS at that port"
    case .versionTooOld: "the server's version of TLS is too old"
    case .brokenOff: "the connection broke off within the TLS handshake"
    case .expired: "the server's certificate has expired"
    case .notYetValid: "the server's certificate is not valid yet"
    case .otherHost: "the server's certificate is for another host"
    case .unknownAuthority: "the server's certificate is signed by an unknown CA"
    case .untrusted: "the server's certificate is not trusted"
    }
  }

  /// What to do next, a sentence each.
  ///
  /// `--insecure` is named where the server's certificate is what fails, which it is not looked at
  /// with: nowhere else would it help.
  ///
  /// - Parameter origin: Scheme, host and port that were asked, harmless for a terminal.
  /// - Returns: At least one.
  func hints(for origin: String) -> [String] {
    switch self {
    case .certificateWanted:
      ["Give the certificate and its key: --os-cert FILE and --os-key FILE (OS_CERT, OS_KEY)."]
    case .certificateRefused:
      [
        "--os-cert FILE (OS_CERT) must name a certificate that is valid, and signed by a CA that"
          + " this server trusts."
      ]
    case .handshakeRefused:
      ["Its log says why; the versions of TLS or the ciphers may have nothing in common."]
    case .handshakeRefusedWithoutCertificate:
      [
        "If it wants a client certificate: --os-cert FILE and --os-key FILE (OS_CERT, OS_KEY).",
        "Its log says why; the versions of TLS or the ciphers may have nothing in common.",
      ]
    case .notTLS:
      ["Is the port right? Without TLS the address is http://\(origin.dropFirst(8))."]
    case .versionTooOld:
      ["keystone-seed speaks TLS 1.2 and 1.3: have the server, or what ends TLS there, offer one."]
    case .brokenOff:
      [
        "Does \(origin) speak TLS at that port? A firewall or a load balancer may have closed it;"
          + " the logs there tell."
      ]
    case .expired:
      ["Is this machine's clock right? If so, renew the certificate at the server.", Self.insecure]
    case .notYetValid:
      ["Check this machine's clock, and that of the CA which signed it.", Self.insecure]
    case .otherHost:
      [
        "Give the address by the host name that the certificate names, or have it name that of"
          + " \(origin).",
        Self.insecure,
      ]
    case .unknownAuthority:
      [
        "--os-cacert FILE (OS_CACERT) names the CA that signed it.",
        Self.insecure,
      ]
    case .untrusted:
      ["The words in brackets are the TLS library's.", Self.insecure]
    }
  }

  private static let insecure =
    "--insecure trusts any certificate, and gives the token to whoever holds one."
}
