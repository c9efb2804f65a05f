import CurlHTTP
import Testing

struct TransportErrorTests {
  @Test(
    arguments: [
      TransportError.Kind.invalidURL, .nameNotResolved, .proxyNameNotResolved, .connectionFailed,
      .connectTimedOut, .tlsFailed, .tlsConfiguration,
    ]
  )
  func whatFailsBeforeTheRequestGoesOutIsSafeToRepeat(_ kind: TransportError.Kind) {
    #expect(TransportError(kind).isBeforeSending)
  }

  @Test(
    arguments: [
      TransportError.Kind.timedOut, .emptyReply, .connectionLost, .truncatedBody, .answerTooLarge,
      .protocolViolation, .cancelled, .other,
    ]
  )
  func whatFailsLaterMayHaveBeenCarriedOut(_ kind: TransportError.Kind) {
    #expect(!TransportError(kind).isBeforeSending)
  }
}
