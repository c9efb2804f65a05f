import Testing

@testable import KeystoneSandbox

@Suite struct TokenRoutesTests {
  @Test func serviceMayValidateButNotRevoke() throws {
    var state = SandboxState.make()
    let tenant = try state.createTenant(["name": "t"])
    let user = try state.createUser(["name": "u"])
    let role = try state.createRole(["name": "Service"])
    let membership = GrantTable.Membership(userID: user.id, tenantID: tenant.id)
    _ = try state.grant(role.id, for: membership)
    let token = try state.issueToken(for: user, in: tenant.id, now: Timestamp(seconds: 0))
    for (method, status) in [("GET", 200), ("HEAD", 200), ("DELETE", 403)] {
      #expect(state.send(method, "/tokens/\(token.id)", token: token.id).status == status)
    }
  }

  @Test func emptyCatalogIsAnEmptyObject() throws {
    var state = SandboxState.make()
    let tenant = try state.createTenant(["name": "t"])
    let user = try state.createUser(["name": "u", "tenantId": .string(tenant.id)])
    let token = try state.issueToken(for: user, in: tenant.id, now: Timestamp(seconds: 0))
    let answer = state.send("GET", "/tokens/\(token.id)/endpoints")
    #expect(answer.status == 200)
    #expect(answer.document.isEmpty)
  }

  @Test func badTokenInTheHeaderDoesNotStopALogin() throws {
    var state = SandboxState.make()
    _ = try state.createUser(["name": "u", "password": "p"])
    let auth: JSONValue = ["auth": ["passwordCredentials": ["username": "u", "password": "p"]]]
    #expect(state.send("POST", "/tokens", auth, token: "bad").status == 200)
  }
}
