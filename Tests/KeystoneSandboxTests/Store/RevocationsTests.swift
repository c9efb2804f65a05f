import Testing

@testable import KeystoneSandbox

@Suite struct RevocationsTests {
  private func token(_ auditIDs: [String], issued: Int = 5) -> Token {
    Token(
      id: "t",
      userID: "u",
      tenantID: nil,
      issued: Timestamp(seconds: issued),
      expires: Timestamp(seconds: 100),
      auditIDs: auditIDs
    )
  }

  @Test func eventEndsWhatWasIssuedUntilThenItsSecondIncluded() {
    var revocations = Revocations()
    revocations.end(user: "u", Timestamp(seconds: 5))
    for (issued, isDead) in [(4, true), (5, true), (6, false)] {
      #expect(revocations.have(ended: token(["a"], issued: issued)) == isDead)
    }
  }

  @Test func tokenEndsAloneOrWithThoseDerivedFromIt() {
    var revocations = Revocations()
    revocations.end(token(["a"]), withDerived: false)
    #expect(revocations.have(ended: token(["a"])))
    #expect(!revocations.have(ended: token(["b", "a"])))
    revocations.end(token(["a"]), withDerived: true)
    #expect(revocations.have(ended: token(["b", "a"])))
    #expect(!revocations.have(ended: token(["c"])))
  }
}
