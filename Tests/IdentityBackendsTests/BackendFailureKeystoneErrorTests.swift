import Convergence
import IdentityBackends
import KeystoneClient
import Testing

/// What Convergence asks of a failure is what the client says of its error.
@Suite struct BackendFailureKeystoneErrorTests {
  private static let request = RequestSummary(
    method: .put,
    path: "/v2.0/users/1",
    server: "http://192.0.2.1:35357"
  )

  private static func refused(
    _ status: Int,
    _ speaker: Refusal.Speaker = .keystone,
    _ message: String = ""
  ) -> KeystoneError.Reason {
    .refused(Refusal(status: status, speaker: speaker, message: message))
  }

  static let kinds: [(KeystoneError.Reason, BackendFailure.Kind)] = [
    (refused(404), .notFound), (refused(409), .conflict), (refused(401), .unauthorized),
    (refused(403), .forbidden), (refused(500), .serviceFailed), (refused(500, .html), .failed),
    (refused(500, .keystone, "exceeded size limit"), .serviceFailed),
    (refused(404, .html), .refused), (refused(409, .html), .refused),
    (refused(401, .xml), .refused),
    (refused(403, .nobody), .refused),
    (refused(404, .keystone, "(http://h): The resource could not be found."), .refused),
    (refused(429), .busy), (refused(429, .html), .busy), (refused(503), .refused),
    (refused(502, .html), .refused), (refused(400), .refused), (refused(408), .refused),
    (.unreadable(.html, status: 200), .unusable),
    (.unreadable(.truncatedJSON, status: 200), .unusable),
    (.redirected(to: "http://h", status: 302), .unusable), (.multipleChoices, .unusable),
    (.notTheAdminAPI, .unusable), (.notIdentityV2, .unusable),
    (.otherVersions(["v3.14"], root: "http://h"), .unusable),
    (.keystoneElsewhere("http://h"), .unusable), (.unscopedLogin, .notSent),
    (.noAdminURL(region: "a", regions: []), .notSent), (.severalAdminURLs(regions: []), .notSent),
    (.plainAdminURL("http://h"), .notSent), (.unusableID(""), .notSent), (.nothingToSend, .notSent),
    (.transport(TransportError(.nameNotResolved)), .noAddress),
    (.transport(TransportError(.proxyNameNotResolved)), .noAddress),
    (.transport(TransportError(.timedOut)), .outOfTime),
    (.transport(TransportError(.connectTimedOut)), .outOfTime),
    (.transport(TransportError(.cancelled)), .stopped),
    (.transport(TransportError(.connectionFailed)), .noAnswer),
    (.transport(TransportError(.emptyReply)), .noAnswer),
    (.transport(TransportError(.connectionLost)), .noAnswer),
    (.transport(TransportError(.truncatedBody)), .noAnswer),
    (.transport(TransportError(.tlsFailed)), .noAnswer),
    (.transport(TransportError(.tlsConfiguration)), .noAnswer),
    (.transport(TransportError(.invalidURL)), .noAnswer),
    (.transport(TransportError(.answerTooLarge)), .noAnswer),
    (.transport(TransportError(.protocolViolation)), .noAnswer),
    (.transport(TransportError(.other)), .noAnswer),
  ]

  @Test(arguments: kinds)
  func isOfItsKindAndCarriesTheFacts(reason: KeystoneError.Reason, kind: BackendFailure.Kind) {
    let error = KeystoneError(reason, of: Self.request)
    let failure = BackendFailure(error)
    #expect(failure.kind == kind)
    #expect(failure.isOutcomeUnknown == error.isOutcomeUnknown)
    #expect(failure.isPassing == error.isRetryable)
    #expect(failure.keystoneError == error)
    #expect(failure.description == error.description)
    #expect(failure.words == reason.description)
  }

  @Test func knowsTheServerAndWhetherItWasARead() {
    let server = Self.request.server
    let write = BackendFailure(KeystoneError(.multipleChoices, of: Self.request))
    #expect(write.request == BackendFailure.Request(server: server, isRead: false))
    let list = RequestSummary(method: .get, path: "/", server: server)
    let read = BackendFailure(KeystoneError(.multipleChoices, of: list))
    #expect(read.request == BackendFailure.Request(server: server, isRead: true))
    #expect(BackendFailure(KeystoneError(.multipleChoices)).request == nil)
  }

  @Test(arguments: [(429, true), (503, true), (500, false), (502, false), (413, false)])
  func onlyABusyServerSaysWhenToComeBack(status: Int, isHeard: Bool) {
    let refusal = Refusal(status: status, retryAfter: "7")
    let failure = BackendFailure(KeystoneError(.refused(refusal)))
    #expect(failure.comeback == (isHeard ? RetryAfter("7") : nil))
  }

  @Test func whatTheRetrierAsksFailsAsABackendDoes() async {
    let error = KeystoneError(.refused(Refusal(status: 403)))
    await #expect(throws: BackendFailure(error)) {
      try await Retrier.once.asking { () throws(KeystoneError) -> Void in throw error }
    }
  }

  @Test func whatTheRetrierIsAnsweredIsGiven() async throws {
    let answer = try await Retrier.once.asking { () throws(KeystoneError) in 7 }
    #expect(answer == 7)
  }
}
