import Testing

@testable import KeystoneSandbox

@Suite struct V3CredentialRoutesTests {
  @Test func keysOfAmazonAreFoundByTheirDigest() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    func keys(_ blob: JSONValue) -> JSONValue {
      ["credential": ["blob": blob, "type": "ec2", "user_id": "u", "project_id": "p"]]
    }
    let pair = keys("{\"access\": \"a\", \"secret\": \"b\"}")
    let made = state.v3("POST", "/credentials", pair, token: admin)
    #expect(made.status == 201)
    let digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    #expect(made.document["credential", "id"] == .string(digest))
    #expect(state.v3("POST", "/credentials", pair, token: admin).status == 409)
    #expect(state.v3("POST", "/credentials", keys("{}"), token: admin).status == 400)
    #expect(state.v3("POST", "/credentials", keys("no JSON"), token: admin).status == 400)
  }

  @Test func nobodyMakesOneForAnother() throws {
    var (state, _) = try SandboxState.bootstrapped()
    _ = state.make("user", ["name": "u", "password": "p", "domain_id": "default"])
    let token = state.logIn("u", "p")
    let sent: JSONValue = ["credential": ["blob": "x", "type": "cert", "user_id": "other"]]
    #expect(state.v3("POST", "/credentials", sent, token: token).status == 403)
  }

  @Test func nothingDumpsTheText() {
    let credential = Credential(
      id: "i",
      userID: "u",
      projectID: nil,
      type: "cert",
      blob: "s3cret",
      extra: [:]
    )
    var text = ""
    dump(credential, to: &text)
    #expect(!(text + "\(credential)").contains("s3cret"))
  }
}
