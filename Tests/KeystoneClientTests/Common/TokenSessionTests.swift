import KeystoneClient
import TestSupport
import Testing

@Suite struct TokenSessionTests {
  static let admin = "http://127.0.0.1:35357/v2.0"
  static let login =
    #"POST http://127.0.0.1:5000/v2.0/tokens {"auth":{"passwordCredentials":"#
    + #"{"password":"swordfish","username":"admin"},"tenantName":"admin"}}"#

  func client(
    _ transport: any HTTPTransport,
    clock: some Clock<Duration> = ManualClock()
  ) -> KeystoneClient {
    KeystoneClient(
      endpoint: Self.admin,
      authentication: .password(
        PasswordCredentials(
          user: .name("admin"),
          password: Secret("swordfish"),
          scope: .tenantName("admin")
        ),
        authURL: "http://127.0.0.1:5000/v2.0/"
      ),
      transport: transport,
      clock: clock
    )
  }

  @Test func logsInOnceWhenATokenIsFirstNeeded() async throws {
    let transport = ScriptedTransport(.token("t1"), .noUsers, .noUsers)
    let client = client(transport)
    #expect(await transport.requests.isEmpty)
    _ = try await client.users()
    _ = try await client.users()
    #expect(
      await transport.lines == [Self.login, "GET \(Self.admin)/users", "GET \(Self.admin)/users"]
    )
    #expect(await transport.tokens == [nil, "t1", "t1"])
  }

  @Test func logsInOnceHoweverManyAsk() async throws {
    let transport = CrowdTransport { request, _ in
      request.method == .post ? .token("t1") : .noUsers
    }
    let client = client(transport)
    try await withThrowingTaskGroup { group in
      for _ in 0..<32 { group.addTask { _ = try await client.users() } }
      try await group.waitForAll()
    }
    #expect(await transport.logins == 1)
    #expect(await transport.others == 32)
  }

  /// A token dies while many requests are under way: all get their 401, and one logs in.
  @Test func replacesARefusedTokenOnceHoweverManyAreRefused() async throws {
    let transport = CrowdTransport { request, logins in
      if request.method == .post { return .token("t\(logins)") }
      let isFirst = request.headers.contains(HTTPHeader("X-Auth-Token", "t1"))
      return isFirst ? .unauthorized : .noUsers
    }
    let client = client(transport)
    try await withThrowingTaskGroup { group in
      for _ in 0..<32 { group.addTask { _ = try await client.users() } }
      try await group.waitForAll()
    }
    #expect(await transport.logins == 2)
  }

  @Test func repeatsARefusedRequestOnceWithANewToken() async throws {
    let transport = ScriptedTransport(.token("t1"), .unauthorized, .token("t2"), .noUsers)
    _ = try await client(transport).users()
    #expect(await transport.tokens == [nil, "t1", nil, "t2"])
  }

  /// In the second in which the user's password was set Keystone refuses every token of that user.
  @Test func waitsForTheNextSecondWhereANewTokenIsRefused() async throws {
    let clock = ManualClock()
    let transport = ScriptedTransport(.token("t1"), .unauthorized, .token("t2"), .noUsers)
    _ = try await client(transport, clock: clock).users()
    #expect(clock.now.offset == .seconds(1))
    #expect(await transport.tokens == [nil, "t1", nil, "t2"])
  }

  /// An old token may end for any reason; the one in its place may be of that second all the same.
  @Test func replacesAnOldTokenAtOnceAndANewOneInTheNextSecond() async throws {
    let clock = ManualClock()
    let transport = ScriptedTransport(
      .token("t1"),
      .noUsers,
      .unauthorized,
      .token("t2"),
      .unauthorized,
      .token("t3"),
      .noUsers
    )
    let client = client(transport, clock: clock)
    _ = try await client.users()
    clock.advance(by: .seconds(5))
    _ = try await client.users()
    #expect(clock.now.offset == .seconds(6))
    #expect(await transport.tokens == [nil, "t1", "t1", nil, "t2", nil, "t3"])
  }

  @Test func aLaterTokenThatIsRefusedIsTheEnd() async {
    let transport = ScriptedTransport(.token("t1"), .unauthorized, .token("t2"), .unauthorized)
    let client = client(transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.request?.token == TokenStanding(isFromLogin: true))
    #expect(await transport.requests.count == 4)
  }

  @Test func givesUpAfterTheSecondRefusal() async {
    let transport = ScriptedTransport(.token("t1"), .unauthorized, .token("t2"), .unauthorized)
    let client = client(transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.isUnauthorized == true)
    #expect(error?.request?.path == "/v2.0/users")
    #expect(await transport.requests.count == 4)
  }

  /// The 401 of a proxy says nothing about the token.
  @Test func doesNotLogInAgainForAProxy() async {
    let transport = ScriptedTransport(.token("t1"), .html(401))
    let client = client(transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.reason == .refused(Refusal(status: 401, speaker: .html)))
    #expect(await transport.requests.count == 2)
  }

  @Test func isFinalAboutAGivenToken() async {
    let transport = ScriptedTransport(.unauthorized)
    let client = KeystoneClient.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.isUnauthorized == true)
    #expect(await transport.tokens == ["ADMIN"])
  }

  @Test func renewsATokenAMinuteBeforeItsEnd() async throws {
    let transport = ScriptedTransport(
      .token("t1", expires: "2026-11-23T02:12:53Z"),
      .noUsers,
      .noUsers,
      .token("t2"),
      .noUsers
    )
    let clock = ManualClock()
    let client = client(transport, clock: clock)
    _ = try await client.users()
    clock.advance(by: .seconds(3539))
    _ = try await client.users()
    clock.advance(by: .seconds(1))
    _ = try await client.users()
    #expect(await transport.tokens == [nil, "t1", "t1", nil, "t2"])
  }

  /// A lifetime that is shorter than the minute must not make every request log in.
  @Test func renewsAShortLivedTokenAfterNineTenthsOfItsLife() async throws {
    let transport = ScriptedTransport(
      .token("t1", expires: "2026-11-23T01:13:03Z"),
      .noUsers,
      .noUsers,
      .token("t2"),
      .noUsers
    )
    let clock = ManualClock()
    let client = client(transport, clock: clock)
    _ = try await client.users()
    clock.advance(by: .milliseconds(8999))
    _ = try await client.users()
    clock.advance(by: .milliseconds(1))
    _ = try await client.users()
    #expect(await transport.tokens == [nil, "t1", "t1", nil, "t2"])
  }

  @Test(arguments: ["nonsense", "2026-11-23T01:12:53Z", "2020-01-01T00:00:00Z"])
  func keepsATokenWhoseEndMakesNoSense(_ expires: String) async throws {
    let transport = ScriptedTransport(.token("t1", expires: expires), .noUsers, .noUsers)
    let clock = ManualClock()
    let client = client(transport, clock: clock)
    _ = try await client.users()
    clock.advance(by: .seconds(100_000))
    _ = try await client.users()
    #expect(await transport.tokens == [nil, "t1", "t1"])
  }

  @Test func saysThatTheLoginWasRefusedAndTriesAgainNextTime() async throws {
    let transport = ScriptedTransport(.unauthorized, .token("t1"), .noUsers)
    let client = client(transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.isUnauthorized == true)
    var login = RequestSummary(
      method: .post,
      path: "/v2.0/tokens",
      server: "http://127.0.0.1:5000"
    )
    login.token = TokenStanding(isFromLogin: true, hasOpenedAdminRoute: false)
    #expect(error?.request == login)
    _ = try await client.users()
  }

  @Test func saysThatVersion2IsNotServed() async {
    let client = client(ScriptedTransport(.unknownRoute))
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.reason == .notIdentityV2)
  }
}
