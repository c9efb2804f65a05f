import KeystoneClient
import Testing

@Suite struct KeystoneClientTokensTests {
  static let admin = "http://127.0.0.1:35357/v2.0"

  static let logins: [(PasswordCredentials.User, TokenScope, String)] = [
    (
      .name("nova"), .unscoped,
      #"{"auth":{"passwordCredentials":{"password":"pä","username":"nova"}}}"#
    ),
    (
      .id("0fd2"), .tenantName("service"),
      #"{"auth":{"passwordCredentials":{"password":"pä","userId":"0fd2"},"tenantName":"service"}}"#
    ),
    (
      .id("0fd2"), .tenantID("2ca2"),
      #"{"auth":{"passwordCredentials":{"password":"pä","userId":"0fd2"},"tenantId":"2ca2"}}"#
    ),
  ]

  /// A login takes no token: Keystone would not look at it.
  @Test(arguments: logins)
  func logsIn(_ user: PasswordCredentials.User, _ scope: TokenScope, _ body: String) async throws {
    let transport = ScriptedTransport(.token("t1"))
    let document = try await KeystoneClient.make(transport: transport).authenticate(
      PasswordCredentials(user: user, password: Secret("pä"), scope: scope)
    )
    #expect(document.token == Secret("t1"))
    #expect(await transport.lines == ["POST \(Self.admin)/tokens \(body)"])
    #expect(await transport.tokens == [nil])
  }

  @Test func readsTheCatalogAsTheUserSeesIt() async throws {
    let transport = ScriptedTransport(
      .token(
        "t1",
        catalog: """
          [{"name": "nova", "type": "compute", "endpoints_links": [], "endpoints": [
            {"id": "0b5b", "publicURL": "http://p:8774/v2/2bb3", "adminURL": "http://a:8774/v2",
             "internalURL": "http://i:8774/v2/2bb3", "region": "regionOne"},
            {"id": "0b5c", "publicURL": "", "region": null}]},
           {"name": "", "type": "metering", "endpoints": [], "endpoints_links": []}]
          """
      )
    )
    let document = try await KeystoneClient.make(transport: transport)
      .authenticate(token: Secret("t0"), scope: .tenantName("admin"))
    #expect(
      document.catalog == [
        CatalogEntry(
          type: "compute",
          name: "nova",
          endpoints: [
            CatalogEndpoint(
              region: "regionOne",
              publicURL: "http://p:8774/v2/2bb3",
              internalURL: "http://i:8774/v2/2bb3",
              adminURL: "http://a:8774/v2",
              attributes: [
                "id": .string("0b5b"),
                "publicURL": .string("http://p:8774/v2/2bb3"),
                "adminURL": .string("http://a:8774/v2"),
                "internalURL": .string("http://i:8774/v2/2bb3"),
                "region": .string("regionOne"),
              ]
            ),
            CatalogEndpoint(
              publicURL: "",
              attributes: ["id": .string("0b5c"), "publicURL": .string(""), "region": .null]
            ),
          ]
        ),
        CatalogEntry(type: "metering", name: "", endpoints: []),
      ]
    )
    #expect(document.isScoped)
    #expect(
      await transport.lines == [
        #"POST \#(Self.admin)/tokens {"auth":{"tenantName":"admin","token":{"id":"t0"}}}"#
      ]
    )
  }

  @Test func checksAPasswordByAnUnscopedLoginByID() async throws {
    let transport = ScriptedTransport(.token("t1", isScoped: false), .unauthorized)
    let client = KeystoneClient.make(transport: transport)
    #expect(try await client.checkPassword(Secret("a"), ofUser: "0fd2") == .accepted)
    #expect(try await client.checkPassword(Secret("b"), ofUser: "0fd2") == .refused)
    #expect(
      await transport.lines == [
        #"POST \#(Self.admin)/tokens "#
          + #"{"auth":{"passwordCredentials":{"password":"a","userId":"0fd2"}}}"#,
        #"POST \#(Self.admin)/tokens "#
          + #"{"auth":{"passwordCredentials":{"password":"b","userId":"0fd2"}}}"#,
      ]
    )
  }

  static let accounts: [(String, PasswordCheck)] = [
    ("The account is locked for user: 0fd2.", .locked),
    ("The password is expired and needs to be changed for user: 0fd2.", .mustBeChanged),
    ("The account is disabled for user: 0fd2.", .disabled),
  ]

  @Test(arguments: accounts)
  func doesNotTakeTheStateOfAnAccountForAWrongPassword(
    _ text: String,
    _ check: PasswordCheck
  ) async throws {
    let client = KeystoneClient.make(
      transport: ScriptedTransport(.refusal(401, "Unauthorized", text))
    )
    #expect(try await client.checkPassword(Secret("a"), ofUser: "0fd2") == check)
  }

  static let unclear: [HTTPResponse] = [
    .html(401), HTTPResponse(status: 401), .html(200), .json(200, "{}"),
    .refusal(400, "Bad Request", "too long"), .refusal(403, "Forbidden", "no"),
    .refusal(404, "Not Found", "gone"), .refusal(500, "Internal Server Error", "oops"), .html(503),
  ]

  /// To set a password because a proxy was in a bad mood would revoke every token of the user.
  @Test(arguments: unclear)
  func takesNothingButACleanAnswerForOne(_ response: HTTPResponse) async {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.checkPassword(Secret("a"), ofUser: "0fd2")
    }
    #expect(error != nil)
  }

  @Test func looksUpAndRevokesATokenWithoutShowingIt() async throws {
    let token = Secret("61444d7553864d91bcff9e1709af3d29+=")
    let transport = ScriptedTransport(
      .token("t1"),
      .noContent,
      .refusal(404, "Not Found", "Could not find token: 61444d7553864d91bcff9e1709af3d29+=.")
    )
    let client = KeystoneClient.make(transport: transport)
    let document = try await client.validateToken(Secret("abc+="))
    #expect(document.userName == "admin")
    try await client.revokeToken(Secret("abc+="))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.validateToken(token)
    }
    #expect(
      await transport.lines.prefix(2) == [
        "GET \(Self.admin)/tokens/abc%2B%3D", "DELETE \(Self.admin)/tokens/abc%2B%3D",
      ]
    )
    #expect(error?.isNotFound == true)
    #expect(
      error?.description
        == "GET http://127.0.0.1:35357/v2.0/tokens/(sensitive): 404 Not Found: "
        + "Could not find token: (sensitive)."
    )
  }

  @Test func showsNoTokenThatCannotBePartOfAPath() async {
    let client = KeystoneClient.make(transport: ScriptedTransport())
    let error = await failure { () throws(KeystoneError) in
      try await client.revokeToken(Secret("abc/def"))
    }
    #expect(error == KeystoneError(.unusableID("(sensitive)")))
  }
}
