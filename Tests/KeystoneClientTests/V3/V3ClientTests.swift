import KeystoneClient
import TestSupport
import Testing

@Suite struct V3ClientTests {
  @Test(arguments: [
    ("http://k:5000", "http://k:5000/v3"), ("http://k:5000/v3/", "http://k:5000/v3"),
    ("http://k:5000/v2.0", "http://k:5000/v3"), ("https://k/identity", "https://k/identity/v3"),
    ("https://k/keystone/v3", "https://k/keystone/v3"),
  ])
  func anyAddressLeadsToV3(_ address: String, _ endpoint: String) {
    #expect(V3Client.make(endpoint: address, transport: ScriptedTransport()).endpoint == endpoint)
  }

  @Test func logsInOnceAndSendsTheToken() async throws {
    let transport = ScriptedTransport(.v3Token("t1"), .noRegions, .noRegions)
    let client = V3Client.loggingIn(transport)
    _ = try await client.regions()
    _ = try await client.regions()
    #expect(await transport.tokens == [nil, "t1", "t1"])
  }

  @Test func replacesARefusedToken() async throws {
    let transport = ScriptedTransport(.v3Token("t1"), .unauthorized, .v3Token("t2"), .noRegions)
    let clock = ManualClock()
    _ = try await V3Client.loggingIn(transport, clock: clock).regions()
    #expect(await transport.tokens == [nil, "t1", nil, "t2"])
    // A token of the second in which the password was set is refused although it is new.
    #expect(clock.now.offset == .seconds(1))
  }

  @Test func renewsATokenBeforeItsEnd() async throws {
    let transport = ScriptedTransport(.v3Token("t1"), .noRegions, .v3Token("t2"), .noRegions)
    let clock = ManualClock()
    let client = V3Client.loggingIn(transport, clock: clock)
    _ = try await client.regions()
    clock.advance(by: .seconds(3540))
    _ = try await client.regions()
    #expect(await transport.tokens == [nil, "t1", nil, "t2"])
  }

  @Test func anApplicationCredentialLogsInAgainAsWell() async throws {
    let transport = ScriptedTransport(.v3Token("t1"), .unauthorized, .v3Token("t2"), .noRegions)
    let client = V3Client(
      endpoint: "http://k:5000",
      authentication: .login(.applicationCredential(.id("a1"), secret: Secret("s"))),
      transport: transport,
      clock: ManualClock()
    )
    _ = try await client.regions()
    #expect(await transport.lines[0] == (await transport.lines[2]))
  }

  @Test func aGivenTokenIsFinal() async throws {
    let transport = try ScriptedTransport(.recorded("no token"))
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.regions() }
    #expect(error?.isUnauthorized == true)
    #expect(error?.request?.token == TokenStanding())
    #expect(await transport.tokens == ["GIVEN"])
  }

  /// What only an admin gets a success for says that the token is an admin's.
  @Test func knowsWhetherTheTokenHasOpenedAnAdminRoute() async throws {
    let forbidden = try HTTPResponse.recorded("users, forbidden")
    for (first, expected) in [("regions", false), ("roles", true)] {
      let client = V3Client.make(transport: try ScriptedTransport(.recorded(first), forbidden))
      if expected { _ = try await client.roles() } else { _ = try await client.regions() }
      let error = await failure { () throws(KeystoneError) in
        _ = try await client.users(ofDomain: "default")
      }
      #expect(error?.isForbidden == true)
      #expect(error?.request?.token.hasOpenedAdminRoute == expected)
    }
  }

  @Test func anUnknownRouteIsNoMissingObject() async throws {
    let transport = try ScriptedTransport(
      .recorded("unknown route"),
      .recorded("versions")
    )
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.role(id: "1") }
    #expect(error?.isNotFound == false)
    #expect(error?.reason == .refused(Refusal(status: 404, speaker: .html)))
  }

  @Test func everyShapeOfAnErrorIsRead() async throws {
    let shapes: [(String, Refusal.Speaker, String)] = [
      ("users, forbidden", .keystone, "identity:list_users"),
      ("wrong method", .other, "The method is not allowed for the requested URL."),
      ("too large", .other, "Request is too large."),
      ("project renamed, taken", .html, ""),
    ]
    for (name, speaker, text) in shapes {
      let client = V3Client.make(transport: try ScriptedTransport(.recorded(name)))
      let error = await failure { () throws(KeystoneError) in _ = try await client.regions() }
      #expect(error?.refusal?.speaker == speaker, "\(name)")
      #expect(error?.refusal?.message.contains(text) == true || text.isEmpty, "\(name)")
    }
  }
}
