import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct ErrorMessagesTests {
  @Test func refusedConnectionSaysHowToWait() {
    let message = ErrorMessages.message(
      for: TransportError(.connectionFailed, detail: "Connection refused"),
      method: .get,
      url: "http://127.0.0.1:35357/v2.0/tenants"
    )
    #expect(
      message.rendered() == """
        error: GET http://127.0.0.1:35357/v2.0/tenants: cannot connect (Connection refused)
          Is Keystone running at http://127.0.0.1:35357, and is that its address as seen from here?
          --wait SECONDS waits for a Keystone that is still starting.

        """
    )
  }

  @Test(arguments: [
    (TransportError.Kind.tlsFailed, "--os-cacert FILE"), (.timedOut, "--timeout SECONDS"),
    (.tlsConfiguration, "OS_CERT"), (.connectTimedOut, "--wait SECONDS"),
    (.protocolViolation, "https://"), (.nameNotResolved, "host name"),
  ])
  func hintSaysWhatToDoNext(kind: TransportError.Kind, hint: String) {
    let message = ErrorMessages.message(
      for: TransportError(kind),
      method: .get,
      url: "https://a/v2.0"
    )
    #expect(message.hints.joined().contains(hint))
  }

  @Test(arguments: [
    (HTTPRequest.Method.post, TransportError.Kind.emptyReply, true), (.put, .timedOut, true),
    (.get, .emptyReply, false), (.post, .connectionFailed, false),
  ])
  func writeThatMayHaveBeenCarriedOutIsSaidToBe(
    method: HTTPRequest.Method,
    kind: TransportError.Kind,
    isSaid: Bool
  ) {
    let message = ErrorMessages.message(
      for: TransportError(kind),
      method: method,
      url: "http://a"
    )
    #expect(message.hints.joined().contains("carried out") == isSaid)
  }

  @Test(arguments: [("/v2.0/tokens", false), ("/v2.0/users", true)])
  func loginThatTimesOutHasDoneNothing(path: String, isSaid: Bool) {
    let message = ErrorMessages.message(
      for: TransportError(.timedOut),
      method: .post,
      url: "http://a\(path)"
    )
    #expect(message.hints.joined().contains("carried out") == isSaid)
    #expect(message.hints.joined().contains("--timeout SECONDS"))
  }

  @Test func proxyIsNamed() {
    let message = ErrorMessages.message(
      for: TransportError(
        .connectionFailed,
        proxy: HTTPProxy("http://proxy:3128", variable: "http_proxy")
      ),
      method: .get,
      url: "http://a/v2.0"
    )
    #expect(message.summary.contains("through the proxy http://proxy:3128"))
    #expect(
      message.hints == [
        "http_proxy in the environment names that proxy, http://proxy:3128; "
          + "no_proxy=HOST goes around it."
      ]
    )
  }

  @Test func nothingHarmfulOrSecretIsShown() {
    let message = ErrorMessages.message(
      for: TransportError(.other, detail: "bad\u{1B}[31m"),
      method: .get,
      url: "http://me:s3cret@a\u{1B}/v2.0"
    )
    #expect(message.summary == "GET http://a\\x1b/v2.0: there is no answer (bad\u{FFFD}[31m)")
  }
}
