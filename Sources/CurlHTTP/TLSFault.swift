/// Why there is no TLS connection, as far as the TLS library tells.
public enum TLSFault: String, Hashable, Sendable, CaseIterable {
  /// The server wants a client certificate, and none was given.
  case certificateWanted
  /// The server does not accept the client certificate that was given.
  case certificateRefused
  /// The server refuses the handshake without a reason; a certificate was given or is not wanted.
  case handshakeRefused
  /// The server refuses the handshake without a reason, as one does that wants a client certificate.
  case handshakeRefusedWithoutCertificate
  /// What answers does not speak TLS.
  case notTLS
  /// Server and client have no version of TLS in common: as a rule the server's is too old.
  case versionTooOld
  /// The connection was closed or reset within the handshake.
  case brokenOff
  /// The server's certificate has expired.
  case expired
  /// The server's certificate is for a time to come.
  case notYetValid
  /// The server's certificate is for another host.
  case otherHost
  /// No authority that is known here has signed the server's certificate.
  case unknownAuthority
  /// The server's certificate is not good enough, for whatever other reason.
  case untrusted
}

extension TLSFault {
  /// Reads what libcurl says, in OpenSSL's words or GnuTLS's; nil where it is about none of these.
  ///
  /// - Parameters:
  ///   - said: libcurl's message.
  ///   - isVerification: Whether it is the server's certificate that failed.
  ///   - hasCertificate: Whether a client certificate was given.
  init?(_ said: String, isVerification: Bool, hasCertificate: Bool) {
    let said = said.lowercased()
    func says(_ words: String...) -> Bool { words.contains { said.contains($0) } }
    if isVerification {
      self =
        if says("expired", "expiration date has passed") {
          .expired
        } else if says("not yet valid", "activation date is in the future", "not activated yet") {
          .notYetValid
        } else if says("alternative certificate subject name", "does not match") {
          .otherHost
        } else if says(
          "unable to get local issuer",
          "self-signed",
          "self signed",
          "unable to get issuer",
          "unable to verify the first",
          "server certificate verification failed",
          "server verification failed"
        ) {
          .unknownAuthority
        } else {
          .untrusted
        }
    } else if says("alert certificate required", "certificate is required") {
      self = hasCertificate ? .certificateRefused : .certificateWanted
    } else if says("alert") && says("certificate", "unknown ca", "decrypt error", "access denied") {
      self = hasCertificate ? .certificateRefused : .certificateWanted
    } else if says(
      "alert protocol version",
      "unsupported protocol",
      "illegal or unsupported version"
    ) {
      self = .versionTooOld
    } else if says("wrong version number", "unexpected tls packet", "http request", "packet length")
    {
      self = .notTLS
    } else if says("handshake failure", "handshake failed: a tls fatal alert") {
      self = hasCertificate ? .handshakeRefused : .handshakeRefusedWithoutCertificate
    } else if says(
      "connection reset",
      "ssl_error_syscall",
      "unexpected eof",
      "non-properly terminated",
      "broken pipe",
      "connection closed"
    ) {
      self = .brokenOff
    } else {
      return nil
    }
  }
}
