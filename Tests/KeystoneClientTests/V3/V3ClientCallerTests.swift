import KeystoneClient
import TestSupport
import Testing

@Suite struct V3ClientCallerTests {
  @Test func isKnownFromTheLogin() async throws {
    let transport = ScriptedTransport(.v3Token("t1"))
    let caller = try #require(try await V3Client.loggingIn(transport).caller())
    #expect(caller.user.name == "admin")
    #expect(caller.project?.id == V3Fixture.project)
    #expect(await transport.requests.count == 1)
  }

  @Test func isLookedUpForAGivenToken() async throws {
    let transport = try ScriptedTransport(.recorded("validate"))
    let caller = try await V3Client.make(transport: transport).caller()
    #expect(caller?.user.id == V3Fixture.admin)
    let headers = await transport.requests.first?.headers ?? []
    #expect(headers.contains(HTTPHeader("X-Subject-Token", "GIVEN")))
  }

  @Test func isNobodyBehindTheAdminToken() async throws {
    let transport = try ScriptedTransport(.recorded("validate, unknown"), .recorded("regions"))
    #expect(try await V3Client.make(transport: transport).caller() == nil)
  }

  @Test func isNotNobodyBehindADeadToken() async throws {
    let dead = try HTTPResponse.recorded("dead token")
    let client = V3Client.make(transport: ScriptedTransport(dead, dead))
    let error = await failure { () throws(KeystoneError) in _ = try await client.caller() }
    #expect(error?.isUnauthorized == true)
  }

  @Test func listsTheCatalog() async throws {
    let transport = try ScriptedTransport(.recorded("catalog"))
    let catalog = try await V3Client.make(transport: transport).catalog()
    #expect(catalog.map(\.type) == ["identity"])
    #expect(await transport.lines == ["GET http://k:5000/v3/auth/catalog"])
  }

  @Test func changesAPasswordWithoutAToken() async throws {
    let transport = try ScriptedTransport(
      .recorded("own password"),
      .recorded("own password, wrong")
    )
    let client = V3Client.make(transport: transport)
    try await client.changePassword(ofUser: "u1", from: Secret("old"), to: Secret("new"))
    let error = await failure { () throws(KeystoneError) in
      try await client.changePassword(ofUser: "u1", from: Secret("old"), to: Secret("new"))
    }
    #expect(error?.isUnauthorized == true)
    let line =
      "POST http://k:5000/v3/users/u1/password "
      + #"{"user":{"original_password":"old","password":"new"}}"#
    #expect(await transport.lines == [line, line])
    #expect(await transport.tokens == [nil, nil])
  }

  /// A token of the second of the change is dead at birth: a 401, or a 404 behind another Keystone.
  @Test func goesOnWithANewPasswordOnceItHolds() async throws {
    let dead = HTTPResponse.refusal(404, "Not Found", "Could not find token.")
    let transport = ScriptedTransport(
      .v3Token("t1"),
      .noRegions,
      .unauthorized,
      .v3Token("t2"),
      .unauthorized,
      .v3Token("t3"),
      dead,
      .v3Token("t4"),
      .noRegions,
      .noRegions
    )
    let clock = ManualClock()
    let client = V3Client.loggingIn(transport, clock: clock)
    _ = try await client.regions()
    try await client.reauthenticate(password: Secret("sesame"))
    _ = try await client.regions()
    #expect(
      await transport.tokens == [nil, "t1", nil, nil, "t2", nil, "t3", nil, "t4", "t4"]
    )
    #expect(await transport.lines[2].contains(#""password":"sesame""#))
    #expect(clock.now.offset == .seconds(3))
  }

  /// `change_password_upon_first_use`: what an administrator has set, the user sets once more.
  @Test func choosesThePasswordThatItWasGiven() async throws {
    let transport = try ScriptedTransport(
      .v3Token("t1"),
      .noRegions,
      .recorded("login, to be changed first"),
      .recorded("own password"),
      .v3Token("t2"),
      .noRegions
    )
    let client = V3Client.loggingIn(transport)
    _ = try await client.regions()
    try await client.reauthenticate(password: Secret("sesame"))
    #expect(
      await transport.lines[3] == "POST http://k:5000/v3/users/\(V3Fixture.admin)/password "
        + #"{"user":{"original_password":"sesame","password":"sesame"}}"#
    )
  }

  @Test func anApplicationCredentialDoesNotMindANewPassword() async throws {
    let transport = ScriptedTransport()
    let client = V3Client(
      endpoint: "http://k:5000",
      authentication: .login(.applicationCredential(.id("a1"), secret: Secret("s"))),
      transport: transport
    )
    try await client.reauthenticate(password: Secret("sesame"))
    try await V3Client.make(transport: transport).reauthenticate(password: Secret("sesame"))
    #expect(await transport.requests.isEmpty)
  }
}
