import Convergence
import IdentityBackends
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct BackendFailureMessageTests {
  @Test func isTheClientsMessage() {
    let error = KeystoneError(
      .refused(Refusal(status: 500)),
      of: RequestSummary(method: .get, path: "/v2.0/users", server: "http://h")
    )
    #expect(BackendFailure(error).message.rendered() == error.message.rendered())
  }

  @Test func saysWhatTheServerAskedForBeforeWhatElseThereIsToDo() {
    let error = KeystoneError(
      .refused(Refusal(status: 503, speaker: .nobody, retryAfter: "90")),
      of: RequestSummary(
        method: .get,
        path: "/v2.0/users",
        server: "http://h",
        catalogServer: "http://c"
      )
    )
    var failure = BackendFailure(error)
    failure.declinedWait = DeclinedWait(asked: .seconds(90), needed: .seconds(95))
    var hints = error.message.hints
    hints.insert("It asks to wait 90 s; --retry-for 110 would.", at: 1)
    #expect(hints.first?.contains("in the catalog of http://c") == true)
    #expect(failure.message.hints == hints)
  }

  @Test func whatWasStoppedIsSaidAsTheClientSaysIt() {
    let cancelled = KeystoneError(.transport(TransportError(.cancelled)))
    #expect(BackendFailure.stopped.message.rendered() == cancelled.message.rendered())
  }
}
