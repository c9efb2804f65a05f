import IdentityModel
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct VerifyWordingTests {
  @Test(
    arguments: [
      (.make(.wrongPassword), "the seed's password is wrong"),
      (.make(.userDisabled), "the user is disabled"),
      (.make(.refusedInTenant(isDisabled: true)), "the tenant is disabled"),
      (.make(.refusedInTenant(isDisabled: false)), "the user has no role in this tenant"),
      (.make(.failed(LoginCheck.failure)), "not known: timedOut"),
      (.makeAccepted(), "ok"),
      (.makeAccepted(gaps: [.glance]), "the catalog lacks image/glance in R (public, admin)"),
    ] as [(LoginCheck, String)]
  )
  func `every outcome of a login has its words`(login: LoginCheck, words: String) {
    #expect(VerifyWording.text(of: login.outcome) == words)
  }

  @Test func `names are harmless for a terminal`() {
    #expect(
      VerifyWording.subject(of: .make(.wrongPassword, user: "a\u{1B}", in: "b\n"))
        == "a\\x1b in b\\n"
    )
    #expect(VerifyWording.subject(of: .make(.wrongPassword, user: "a", in: nil)) == "a")
  }

  @Test func `an entry of several rows says whose interfaces they are where it can`() {
    var entry = SharedEntry(type: "image", region: "R", rows: ["e1", "e2"], sources: [:])
    #expect(VerifyWording.text(of: entry) == "image in R is 2 endpoints in one entry: e1, e2")
    let sources: [Field: [String]] = [.publicURL: ["e1"], .internalURL: ["e2"], .adminURL: []]
    entry = SharedEntry(type: "image", region: nil, rows: ["e1", "e2"], sources: sources)
    #expect(
      VerifyWording.text(of: entry)
        == "image without a region is 2 endpoints in one entry: e1, e2; public from e1, internal"
        + " from e2"
    )
  }

  @Test func `a long list of names is cut`() {
    let names = (10..<40).map { Name("u\($0)") }
    let text = VerifyWording.text(of: Exposure.unknownPasswords(names))
    #expect(text.hasSuffix("u28, u29 and 10 more"))
  }

  @Test(
    arguments: [
      (.answered(status: 401), "401"),
      (.failed(TransportError(.connectionFailed)), "nobody answers there"),
      (.notAsked, "not asked"),
    ] as [(ProbeResult.Outcome, String)]
  )
  func `every outcome of a probe has its words`(outcome: ProbeResult.Outcome, words: String) {
    #expect(VerifyWording.text(of: outcome) == words)
  }
}
