import KeystoneClient
import TestSupport
import Testing

@Suite struct KeystoneClientCallerTests {
  static let admin = "http://127.0.0.1:35357/v2.0"

  func client(_ transport: any HTTPTransport, clock: ManualClock = ManualClock()) -> KeystoneClient
  {
    KeystoneClient(
      endpoint: Self.admin,
      authentication: .password(
        PasswordCredentials(
          user: .id("1e03"),
          password: Secret("old"),
          scope: .tenantID("2bb3")
        ),
        authURL: Self.admin
      ),
      transport: transport,
      clock: clock
    )
  }

  @Test func isKnownFromTheLogin() async throws {
    let transport = ScriptedTransport(.token("t1"))
    let caller = try #require(try await client(transport).caller())
    #expect(caller.userID == "1e03")
    #expect(caller.userName == "admin")
    #expect(caller.tenant?.name == "admin")
    #expect(caller.roleNames == ["admin"])
    #expect(
      await transport.lines == [
        "POST \(Self.admin)/tokens "
          + #"{"auth":{"passwordCredentials":{"password":"old","userId":"1e03"},"#
          + #""tenantId":"2bb3"}}"#
      ]
    )
  }

  /// The admin token stays out of paths: a 401 for exchanging it says what it is.
  @Test func isNobodyBehindTheAdminToken() async throws {
    let transport = ScriptedTransport(.unauthorized)
    #expect(try await KeystoneClient.make(transport: transport).caller() == nil)
    #expect(
      await transport.lines == [#"POST \#(Self.admin)/tokens {"auth":{"token":{"id":"ADMIN"}}}"#]
    )
  }

  @Test(arguments: [HTTPResponse.token("t2", isScoped: false), .refusal(403, "Forbidden", "no")])
  func isLookedUpForAUsersToken(_ exchange: HTTPResponse) async throws {
    let transport = ScriptedTransport(exchange, .token("ADMIN"))
    let caller = try await KeystoneClient.make(transport: transport).caller()
    #expect(caller?.tenant?.name == "admin")
    #expect(await transport.lines.last == "GET \(Self.admin)/tokens/ADMIN")
  }

  @Test func goesOnWithANewPasswordAtOnce() async throws {
    let transport = ScriptedTransport(
      .token("t1"),
      .noUsers,
      .token("t2"),
      .json(200, #"{"tenants": [], "tenants_links": []}"#),
      .noUsers
    )
    let clock = ManualClock()
    let client = client(transport, clock: clock)
    _ = try await client.users()
    try await client.reauthenticate(password: Secret("new"))
    _ = try await client.users()
    #expect(await transport.tokens == [nil, "t1", nil, "t2", "t2"])
    #expect(await transport.lines[2].contains(#""password":"new""#))
    #expect(await transport.lines[3] == "GET \(Self.admin)/tenants?limit=1")
    #expect(clock.now.offset == .zero)
  }

  /// A token of the second of the change is born dead, and another Keystone may not know yet.
  @Test func waitsUntilTheNewPasswordHolds() async throws {
    let transport = ScriptedTransport(
      .unauthorized,
      .token("t1"),
      .unauthorized,
      .token("t2"),
      .refusal(403, "Forbidden", "You are not authorized."),
      .noUsers
    )
    let clock = ManualClock()
    let client = client(transport, clock: clock)
    try await client.reauthenticate(password: Secret("new"))
    #expect(clock.now.offset == .seconds(2))
    _ = try await client.users()
    #expect(await transport.tokens == [nil, nil, "t1", nil, "t2", "t2"])
  }

  @Test func doesNotWaitForEver() async {
    let transport = ScriptedTransport(Array(repeating: .success(.unauthorized), count: 50))
    let clock = ManualClock()
    let client = client(transport, clock: clock)
    let error = await failure { () throws(KeystoneError) in
      try await client.reauthenticate(password: Secret("new"))
    }
    #expect(error?.isUnauthorized == true)
    #expect(await transport.requests.count == 6)
    #expect(clock.now.offset == .seconds(5))
  }

  @Test func doesNotGoOnWithATokenThatStaysDead() async {
    let pair: [ScriptedTransport.Outcome] = [.success(.token("dead")), .success(.unauthorized)]
    let transport = ScriptedTransport(Array(repeatElement(pair, count: 20).joined()))
    let client = client(transport)
    let error = await failure { () throws(KeystoneError) in
      try await client.reauthenticate(password: Secret("new"))
    }
    #expect(error?.isUnauthorized == true)
    #expect(error?.request?.path == "/v2.0/tenants")
    #expect(await transport.requests.count == 12)
  }

  @Test func doesNotTryAgainForAnythingButARefusal() async {
    let transport = ScriptedTransport(.token("t1"), .html(503))
    let client = client(transport)
    let error = await failure { () throws(KeystoneError) in
      try await client.reauthenticate(password: Secret("new"))
    }
    #expect(error?.status == 503)
    #expect(await transport.requests.count == 2)
  }

  @Test func makesOthersWaitForTheNewPassword() async throws {
    let transport = CrowdTransport { request, _ in
      request.method == .post
        ? .token("t1")
        : request.url.hasSuffix("/users")
          ? .noUsers : .json(200, #"{"tenants": [], "tenants_links": []}"#)
    }
    let client = client(transport)
    try await withThrowingTaskGroup { group in
      group.addTask { try await client.reauthenticate(password: Secret("new")) }
      for _ in 0..<8 { group.addTask { _ = try await client.users() } }
      try await group.waitForAll()
    }
    #expect(await transport.logins <= 2)
    #expect(await transport.others == 9)
  }

  private static let expired = HTTPResponse.refusal(
    401,
    "Unauthorized",
    "The password is expired and needs to be changed for user: 1e03."
  )

  /// `change_password_upon_first_use`: Keystone knows the new password, which opens nothing.
  @Test func choosesThePasswordThatHasToBeChanged() async throws {
    let transport = ScriptedTransport(
      .token("t1"),
      .noUsers,
      Self.expired,
      HTTPResponse(status: 204, headers: [], body: []),
      .token("t2"),
      .json(200, #"{"tenants": [], "tenants_links": []}"#),
      .noUsers
    )
    let clock = ManualClock()
    let client = client(transport, clock: clock)
    _ = try await client.users()
    try await client.reauthenticate(password: Secret("new"))
    _ = try await client.users()
    #expect(await transport.tokens == [nil, "t1", nil, nil, nil, "t2", "t2"])
    #expect(
      await transport.lines[3] == "POST http://127.0.0.1:35357/v3/users/1e03/password "
        + #"{"user":{"original_password":"new","password":"new"}}"#
    )
    #expect(clock.now.offset == .zero)
  }

  @Test func saysThatItHasToBeChangedWhereItMayNotChooseIt() async throws {
    let transport = ScriptedTransport(
      .token("t1"),
      .noUsers,
      Self.expired,
      .refusal(400, "Bad Request", "The new password cannot be identical to a previous password.")
    )
    let client = client(transport)
    _ = try await client.users()
    let error = await failure { () throws(KeystoneError) in
      try await client.reauthenticate(password: Secret("new"))
    }
    #expect(error?.refusal?.accountState == .passwordExpired)
    #expect(await transport.requests.count == 4)
  }

  @Test func hasNothingToGoOnWithForAGivenToken() async throws {
    let transport = ScriptedTransport()
    try await KeystoneClient.make(transport: transport).reauthenticate(password: Secret("new"))
    #expect(await transport.requests.isEmpty)
  }
}
