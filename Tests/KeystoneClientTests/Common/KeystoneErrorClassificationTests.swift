import KeystoneClient
import Testing

@Suite struct KeystoneErrorClassificationTests {
  typealias Case = (
    reason: KeystoneError.Reason, isOutcomeUnknown: Bool, isRetryable: Bool
  )

  static func refused(_ status: Int, _ speaker: Refusal.Speaker = .keystone) -> KeystoneError.Reason
  {
    .refused(Refusal(status: status, speaker: speaker))
  }

  static let cases: [Case] = [
    (refused(400), false, false),
    (refused(401), false, false),
    (refused(403), false, false),
    (refused(404), false, false),
    (refused(408, .html), true, true),
    (refused(409), false, false),
    (refused(413), false, false),
    (refused(429), false, true),
    (refused(500), true, true),
    (refused(501), false, false),
    (refused(502, .html), true, true),
    (refused(503), true, true),
    (.refused(Refusal(status: 503, speaker: .html, retryAfter: "7")), false, true),
    (refused(504, .html), true, true),
    (.unreadable(.truncatedJSON, status: 200), true, true),
    (.unreadable(.emptyBody, status: 200), true, true),
    (.unreadable(.html, status: 200), true, false),
    (.unreadable(.xml, status: 200), true, false),
    (.unreadable(.unexpectedShape(detail: ""), status: 200), true, false),
    (.redirected(to: "x", status: 302), false, false),
    (.multipleChoices, false, false),
    (.notTheAdminAPI, false, false),
    (.notIdentityV2, false, false),
    (.unscopedLogin, false, false),
    (.unusableID(""), false, false),
    (.nothingToSend, false, false),
    (.transport(TransportError(.connectionFailed)), false, true),
    (.transport(TransportError(.nameNotResolved)), false, true),
    (.transport(TransportError(.connectTimedOut)), false, true),
    (.transport(TransportError(.timedOut)), true, true),
    (.transport(TransportError(.emptyReply)), true, true),
    (.transport(TransportError(.connectionLost)), true, true),
    (.transport(TransportError(.truncatedBody)), true, true),
    (.transport(TransportError(.answerTooLarge)), true, false),
    (.transport(TransportError(.protocolViolation)), true, false),
    (.transport(TransportError(.cancelled)), true, false),
    (.transport(TransportError(.invalidURL)), false, false),
    (.transport(TransportError(.tlsFailed)), false, false),
    (.transport(TransportError(.tlsConfiguration)), false, false),
  ]

  @Test(arguments: cases)
  func knowsWhetherToReadAgainOrToTryAgain(_ test: Case) {
    let error = KeystoneError(test.reason)
    #expect(error.isOutcomeUnknown == test.isOutcomeUnknown)
    #expect(error.isRetryable == test.isRetryable)
  }

  /// What a proxy or a wrong path says is never taken for Keystone's word on an object.
  @Test func believesKeystoneAlone() {
    #expect(KeystoneError(Self.refused(401)).isUnauthorized)
    #expect(KeystoneError(Self.refused(403)).isForbidden)
    #expect(KeystoneError(Self.refused(404)).isNotFound)
    #expect(KeystoneError(Self.refused(409)).isConflict)
    for speaker in [Refusal.Speaker.html, .xml, .nobody, .other] {
      #expect(!KeystoneError(Self.refused(401, speaker)).isUnauthorized)
      #expect(!KeystoneError(Self.refused(403, speaker)).isForbidden)
      #expect(!KeystoneError(Self.refused(404, speaker)).isNotFound)
      #expect(!KeystoneError(Self.refused(409, speaker)).isConflict)
    }
    #expect(!KeystoneError(.notTheAdminAPI).isNotFound)
  }

  @Test(arguments: [nil, 403, 407, 503])
  func proxyThatRefusesATunnelForGoodIsNotAskedAgain(status: Int?) {
    let proxy = HTTPProxy("http://proxy:3128", variable: "https_proxy", refusedTunnel: status)
    let error = TransportError(.connectionFailed, proxy: proxy)
    #expect(KeystoneError(.transport(error)).isRetryable == ![403, 407].contains(status))
  }

  /// A reset within a handshake may be a load balancer that is restarted; the rest stays as it is.
  @Test(arguments: TLSFault.allCases)
  func onlyABrokenHandshakePassesByItself(fault: TLSFault) {
    let error = TransportError(.tlsFailed, tls: fault)
    #expect(KeystoneError(.transport(error)).isRetryable == (fault == .brokenOff))
  }
}
