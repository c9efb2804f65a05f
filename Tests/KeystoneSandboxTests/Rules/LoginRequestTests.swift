import Testing

@testable import KeystoneSandbox

@Suite struct LoginRequestTests {
  @Test func aTokenWinsOverAPasswordAndANameOverAnId() throws {
    let both = try LoginRequest(["token": ["id": "t"], "passwordCredentials": [:]])
    guard case .token("t") = both.proof else {
      Issue.record("the token does not count")
      return
    }
    let named = try LoginRequest([
      "passwordCredentials": ["username": "n", "userId": "i", "password": "p"]
    ])
    guard case .password(.name("n"), "p") = named.proof else {
      Issue.record("the name does not count")
      return
    }
  }

  @Test func anIdScopesBeforeAName() throws {
    let credentials: JSONValue = ["userId": "i", "password": nil]
    let request = try LoginRequest([
      "passwordCredentials": credentials, "tenantId": "t", "tenantName": "n",
    ])
    guard case .tenantID("t") = request.scope, case .password(.id("i"), nil) = request.proof else {
      Issue.record("the id does not count")
      return
    }
  }

  private static let malformed: [(JSONValue, String)] = [
    (JSONValue.null, "Expecting to find auth in request body."),
    (["passwordCredentials": ["username": "x"]], "Expecting to find password in"),
    (["passwordCredentials": ["password": "x"]], "Expecting to find username or userId in"),
    (["passwordCredentials": ["username": "x", "password": .number("5")]], "object of type 'int'"),
    (["token": ["id": nil]], "object of type 'NoneType' has no len()"),
    (["token": nil], "argument of type 'NoneType' is not iterable"),
  ]

  @Test(arguments: malformed)
  func malformedOnesAre400(auth: JSONValue, message: String) {
    let refusal = #expect(throws: Refusal.self) { _ = try LoginRequest(auth) }
    #expect(refusal?.status == 400)
    #expect(refusal?.message.hasPrefix(message) == true)
  }

  @Test func trustsAreUnknown() {
    let refusal = #expect(throws: Refusal.self) {
      _ = try LoginRequest(["token": ["id": "t"], "trust_id": "x"])
    }
    #expect(refusal?.status == 404)
  }
}
