import Testing

@testable import CurlHTTP

/// What libcurl says over OpenSSL and over GnuTLS, each heard from a server that has that fault.
struct TLSFaultTests {
  static let ofTheCertificate: [(said: String, fault: TLSFault)] = [
    ("SSL certificate problem: unable to get local issuer certificate", .unknownAuthority),
    ("SSL certificate problem: self-signed certificate", .unknownAuthority),
    ("SSL certificate problem: self signed certificate in certificate chain", .unknownAuthority),
    ("SSL certificate problem: certificate has expired", .expired),
    ("SSL certificate problem: certificate is not yet valid", .notYetValid),
    (
      "SSL: no alternative certificate subject name matches target host name '127.0.0.1'",
      .otherHost
    ),
    ("SSL: certificate subject name 'a' does not match target host name 'b'", .otherHost),
    ("SSL certificate problem: EE certificate key too weak", .untrusted),
    (
      "server certificate verification failed. CAfile: /x.pem CRLfile: none",
      .unknownAuthority
    ),
    ("server certificate expiration date has passed.", .expired),
    ("server certificate not activated yet.", .notYetValid),
  ]

  @Test(arguments: ofTheCertificate)
  func certificateFailsForThatReason(said: String, fault: TLSFault) {
    #expect(TLSFault(said, isVerification: true, hasCertificate: false) == fault)
  }

  static let ofTheHandshake: [(said: String, without: TLSFault?, with: TLSFault?)] = [
    (
      "OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0",
      .certificateWanted, .certificateRefused
    ),
    (
      "OpenSSL SSL_read: error:0A000418:SSL routines::tlsv1 alert unknown ca, errno 0",
      .certificateWanted, .certificateRefused
    ),
    (
      "error:0A000412:SSL routines::sslv3 alert bad certificate",
      .certificateWanted, .certificateRefused
    ),
    (
      "error:0A000410:SSL routines::sslv3 alert handshake failure",
      .handshakeRefusedWithoutCertificate, .handshakeRefused
    ),
    ("error:0A00042E:SSL routines::tlsv1 alert protocol version", .versionTooOld, .versionTooOld),
    ("error:0A000102:SSL routines::unsupported protocol", .versionTooOld, .versionTooOld),
    ("error:0A00010B:SSL routines::wrong version number", .notTLS, .notTLS),
    ("gnutls_handshake() failed: An unexpected TLS packet was received.", .notTLS, .notTLS),
    ("Recv failure: Connection reset by peer", .brokenOff, .brokenOff),
    (
      "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to 127.0.0.1:7112 ",
      .brokenOff, .brokenOff
    ),
    ("error:0A000126:SSL routines::unexpected eof while reading", .brokenOff, .brokenOff),
    ("something else", nil, nil),
  ]

  @Test(arguments: ofTheHandshake)
  func handshakeFailsForThatReason(said: String, without: TLSFault?, with: TLSFault?) {
    #expect(TLSFault(said, isVerification: false, hasCertificate: false) == without)
    #expect(TLSFault(said, isVerification: false, hasCertificate: true) == with)
  }

  @Test(arguments: TLSFault.allCases)
  func handshakeFailsBeforeSending(fault: TLSFault) {
    #expect(TransportError(.tlsFailed, tls: fault).isBeforeSending)
  }
}
