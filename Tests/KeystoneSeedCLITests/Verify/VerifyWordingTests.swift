import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct VerifyWordingTests {
  @Test(
    arguments: [
      (.make(.wrongPassword), "the seed's password is wrong"),
      (
        .make(.refused),
        "the login is refused: the seed's password is wrong, or the account is locked, which has the "
          + "same answer"
      ),
      (
        .make(.secondFactorNeeded),
        "the seed's password is right; the login needs a second factor, so what it shows is not known"
      ),
      (.make(.userDisabled), "the user is disabled"),
      (.make(.refusedInScope(.tenant("t", id: "1"), isDisabled: true)), "the tenant is disabled"),
      (
        .make(.refusedInScope(.tenant("t", id: "1"), isDisabled: false)),
        "the user has no role in this tenant"
      ),
      (.make(.failed(LoginCheck.failure)), "not known: timedOut"),
      (.makeAccepted(), "ok"),
      (
        .makeAccepted(gaps: [.glance]),
        "ok, but the catalog lacks image/glance in R (public, admin)"
      ),
      (
        .makeAccepted(gaps: [.glance, .otherURL]),
        "ok, but the catalog lacks image/glance in R (public, admin); internal of image/glance in R is "
          + "http://other, and the seed says http://i"
      ),
    ] as [(LoginCheck, String)]
  )
  func `every outcome of a login has its words`(login: LoginCheck, words: String) {
    #expect(VerifyWording.text(of: login.outcome, over: "v2.0") == words)
  }

  @Test func `a tenant is a project over v3`() {
    let texts = [true, false].map { isDisabled in
      VerifyWording.text(
        of: .refusedInScope(.tenant("t", id: "1"), isDisabled: isDisabled),
        over: "v3"
      )
    }
    #expect(texts == ["the project is disabled", "the user has no role in this project"])
  }

  @Test func `what a busy server asks for is said`() {
    var error = BackendFailure(
      KeystoneError(.refused(Refusal(status: 503, speaker: .nobody, retryAfter: "90")))
    )
    error.declinedWait = DeclinedWait(asked: .seconds(90), needed: .seconds(95))
    #expect(
      VerifyWording.text(of: .failed(error), over: "v2.0")
        == "not known: 503 with an empty body; it asks to wait 90 s; --retry-for 110 would"
    )
  }

  @Test func `names are harmless for a terminal`() {
    #expect(
      VerifyWording.subject(of: .make(.wrongPassword, user: "a\u{1B}", in: "b\n"))
        == "a\\x1b in \"b\\n\""
    )
    #expect(VerifyWording.subject(of: .make(.wrongPassword, user: "a", in: nil)) == "a")
  }

  @Test func `an entry of several rows says whose interfaces they are where it can`() {
    var entry = SharedEntry(
      type: "image",
      region: "R",
      rows: ["e1", "e2"],
      services: [:],
      sources: [:]
    )
    #expect(VerifyWording.text(of: entry) == "image in R is 2 endpoints in one entry: e1, e2")
    let sources: [EndpointInterface: [String]] = [.public: ["e1"], .internal: ["e2"], .admin: []]
    entry = SharedEntry(
      type: "image",
      region: nil,
      rows: ["e1", "e2"],
      services: ["e1": "glance", "e2": "glance"],
      sources: sources
    )
    #expect(
      VerifyWording.text(of: entry)
        == "image without a region is 2 endpoints in one entry: e1, e2; public from e1, internal"
        + " from e2"
    )
  }

  @Test func `an entry of several services says whose each row is`() {
    let entry = SharedEntry(
      type: "object-store",
      region: "Bay",
      rows: ["e1", "e2"],
      services: ["e1": "swift", "e2": ""],
      sources: [:]
    )
    #expect(
      VerifyWording.text(of: entry)
        == "object-store in Bay is 2 endpoints in one entry: e1 of swift, e2 of a service without a "
        + "name"
    )
  }

  @Test func `rows that are all listed are said by interface`() {
    let entry = SharedEntry(
      type: "image",
      region: "R",
      rows: ["e1", "e2", "e3"],
      services: ["e1": "glance", "e2": "next", "e3": "glance"],
      sources: [.admin: ["e1", "e3"], .public: ["e1", "e2"]],
      display: .listed
    )
    #expect(
      VerifyWording.text(of: entry)
        == "image in R is several endpoints of one interface, of which a client that asks for the "
        + "type takes any: public from e1 of glance or e2 of next, admin from e1 of glance or e3 of "
        + "glance"
    )
  }

  @Test func `a long list of names is cut`() {
    let names = (10..<40).map { QualifiedName("u\($0)") }
    let text = VerifyWording.text(of: Exposure.unknownPasswords(names))
    #expect(text.hasSuffix("u28, u29 and 10 more"))
  }

  @Test(
    arguments: [
      (.answered(status: 401), "401"),
      (.failed(TransportError(.connectionFailed)), "cannot connect"),
      (.notAsked, "not asked"),
    ] as [(ProbeResult.Outcome, String)]
  )
  func `every outcome of a probe has its words`(outcome: ProbeResult.Outcome, words: String) {
    #expect(VerifyWording.text(of: outcome) == words)
    let probe = ProbeResult(url: "http://me:secret@a", outcome: outcome)
    let warning = outcome.isFailure ? "no service answers at http://a: \(words)" : nil
    #expect(VerifyWording.warning(of: probe) == warning)
  }
}

extension ProbeResult.Outcome {
  fileprivate var isFailure: Bool {
    switch self {
    case .failed: true
    case .answered, .notAsked: false
    }
  }
}
