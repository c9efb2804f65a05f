import Testing

@testable import KeystoneClient

@Suite struct AnswerSecretsTests {
  private func secrets(_ body: String, _ headers: HTTPHeader...) -> Set<Secret> {
    let response = HTTPResponse(status: 502, headers: headers, body: Array(body.utf8))
    return Set(AnswerSecrets.all(in: response))
  }

  @Test func areWhatIsMaskedByNameInJSON() {
    let body = #"{"access": {"token": {"id": "0f1e2d", "tenant": {"id": "2bb326"}}}, "id": "1e03"}"#
    #expect(secrets(body) == [Secret("0f1e2d")])
  }

  @Test func areWhatIsMaskedByNameInATextThatIsCutOff() {
    #expect(
      secrets(#"x {"token": {"id": "0f1e\/2d"#) == [
        Secret(#"0f1e\/2d"#), Secret("0f1e/2d"),
      ]
    )
  }

  @Test func areTheValuesOfHeaders() {
    #expect(
      secrets("", HTTPHeader("x-subject-token", "0f1e2d"), HTTPHeader("Vary", "X-Auth-Token"))
        == [Secret("0f1e2d")]
    )
    #expect(
      secrets("", HTTPHeader("Set-Cookie", "sid=0f1e2d; Path=/"))
        == [Secret("sid=0f1e2d; Path=/"), Secret("0f1e2d")]
    )
  }

  @Test func areNotMoreThanTakesTime() {
    let body = (0..<10_000).map { #"{"password": "secret-\#($0)"}"# }.joined(separator: "\n")
    #expect(secrets(body).count <= 100)
    let token = String(repeating: "t", count: 10_000)
    #expect(secrets(#"{"token": "\#(token)"}"#).isEmpty)
  }
}
