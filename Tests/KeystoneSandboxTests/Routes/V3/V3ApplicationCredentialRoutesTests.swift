import Testing

@testable import KeystoneSandbox

@Suite struct V3ApplicationCredentialRoutesTests {
  private func login(_ id: String, _ secret: String, scope: JSONValue? = nil) -> JSONValue {
    let credential: JSONValue = ["id": .string(id), "secret": .string(secret)]
    var auth: JSONObject = [
      "identity": [
        "methods": ["application_credential"], "application_credential": credential,
      ]
    ]
    auth["scope"] = scope
    return ["auth": .object(auth)]
  }

  @Test func credentialLogsInWithItsRolesUntilItIsDeleted() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let user = state.users.named("admin")?.id ?? ""
    let path = "/users/\(user)/application_credentials"
    let sent: JSONValue = [
      "application_credential": ["name": "a", "roles": [["name": "reader"]], "secret": "s"]
    ]
    let made = state.v3("POST", path, sent, token: admin)
    #expect(made.status == 201)
    #expect(made.document["application_credential", "secret"] == "s")
    #expect(state.v3("POST", path, sent, token: admin).status == 409)
    let id = made.document.text("application_credential", "id")
    let answer = state.v3("POST", "/auth/tokens", login(id, "s"), token: nil)
    #expect(answer.status == 201)
    let token = answer.document["token"]?.object ?? [:]
    #expect(token.elements("roles").map { $0["name"] } == ["reader"])
    #expect(token["application_credential", "restricted"] == true)
    #expect(state.v3("POST", "/auth/tokens", login(id, "x"), token: nil).status == 401)
    let scoped = login(id, "s", scope: "unscoped")
    let refused = state.v3("POST", "/auth/tokens", scoped, token: nil)
    #expect(refused.status == 401)
    #expect(refused.document.text("error", "message").hasSuffix("cannot request a scope."))
    let shown = state.v3("GET", path, token: admin).document
    #expect(shown.elements("application_credentials").map { $0["secret"] } == [nil])
    #expect(state.v3("DELETE", "\(path)/\(id)", token: admin).status == 204)
    let own = answer.header("X-Subject-Token") ?? ""
    #expect(state.v3("GET", "/auth/projects", token: own).status == 401)
  }

  @Test func nobodyMakesOneForAnother() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let user = state.make("user", ["name": "u"], token: admin)
    let sent: JSONValue = ["application_credential": ["name": "a"]]
    let path = "/users/\(user)/application_credentials"
    #expect(state.v3("POST", path, sent, token: admin).status == 403)
  }
}
