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

  /// A hint that would not help is worse than none.
  @Test(arguments: TLSFault.allCases)
  func insecureIsNamedOnlyWhereItWouldHelp(fault: TLSFault) {
    let error = TransportError(.tlsFailed, tls: fault)
    let hints = error.hints(for: "https://192.0.2.1:35357").joined(separator: "\n")
    let isOfTheCertificate = [
      TLSFault.expired, .notYetValid, .otherHost, .unknownAuthority, .untrusted,
    ].contains(fault)
    #expect(error.words == fault.words)
    #expect(hints.contains("--insecure") == isOfTheCertificate)
    #expect(hints.contains("--os-cacert") == (fault == .unknownAuthority))
  }

  @Test(arguments: [
    (TransportError.Kind.emptyReply, "http://h:35357", true), (.connectionLost, "http://h", true),
    (.emptyReply, "https://h", false), (.timedOut, "http://h", false),
  ])
  func portThatMaySpeakTLSIsSaidTo(kind: TransportError.Kind, origin: String, isSaid: Bool) {
    let hints = TransportError(kind).hints(for: origin)
    #expect(
      hints.contains("If TLS is spoken at that port, the address begins with https://.") == isSaid
    )
  }

  @Test func proxyIsNamedByItsVariable() {
    let unreachable = TransportError(
      .connectionFailed,
      proxy: HTTPProxy("http://proxy:3128", variable: "https_proxy")
    )
    let names =
      "https_proxy in the environment names that proxy, http://proxy:3128; no_proxy=HOST goes "
      + "around it."
    #expect(unreachable.words == "cannot connect to the proxy")
    #expect(unreachable.hints(for: "https://h") == [names])
    let refusing = TransportError(
      .connectionFailed,
      proxy: HTTPProxy("http://proxy:3128", variable: "https_proxy", refusedTunnel: 407)
    )
    #expect(refusing.words == "the proxy refuses to connect there")
    #expect(
      refusing.hints(for: "https://h") == [
        names,
        "It wants a user name and a password: https_proxy=http://USER:PASSWORD@HOST:PORT.",
      ]
    )
    let slow = TransportError(
      .timedOut,
      proxy: HTTPProxy("http://proxy:3128", variable: "all_proxy")
    )
    #expect(slow.hints(for: "https://h").count == 2)
  }

  @Test func whoeverIsNotThereIsNamed() {
    let hints = TransportError.Kind.connectionFailed.hints(for: "http://192.0.2.1:35357")
    #expect(hints.joined().contains("http://192.0.2.1:35357"))
  }
}
