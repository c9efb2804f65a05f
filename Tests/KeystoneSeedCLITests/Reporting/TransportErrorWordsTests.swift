import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

struct TransportErrorWordsTests {
  private static let kinds: [TransportError.Kind] = [
    .invalidURL, .nameNotResolved, .proxyNameNotResolved, .connectionFailed, .connectTimedOut,
    .timedOut, .tlsFailed, .tlsConfiguration, .emptyReply, .connectionLost, .truncatedBody,
    .answerTooLarge, .protocolViolation, .cancelled, .other,
  ]

  @Test func noTwoKindsAreSaidAlike() {
    #expect(Set(Self.kinds.map(\.words)).count == Self.kinds.count)
  }

  @Test(arguments: kinds)
  func wordsGoOnAfterTheRequestAndHintsAreSentences(kind: TransportError.Kind) {
    #expect(kind.words.first?.isLowercase == true)
    for hint in kind.hints(for: "http://192.0.2.1:35357") {
      #expect(hint.hasSuffix(".") || hint.hasSuffix("?"))
    }
  }

  @Test func whoeverIsNotThereIsNamed() {
    let hints = TransportError.Kind.connectionFailed.hints(for: "http://192.0.2.1:35357")
    #expect(hints.joined().contains("http://192.0.2.1:35357"))
  }
}
