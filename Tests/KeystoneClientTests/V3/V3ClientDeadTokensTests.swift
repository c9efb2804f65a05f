import KeystoneClient
import TestSupport
import Testing

/// Keystone answers 404 on every route to a token whose user, project or domain is gone or disabled.
@Suite struct V3ClientDeadTokensTests {
  private static let unknown = HTTPResponse.refusal(
    404,
    "Not Found",
    "Could not find user: \(V3Fixture.eve)."
  )

  @Test func aLoginsDeadTokenIsReplaced() async throws {
    let dead = try HTTPResponse.recorded("dead token")
    let transport = ScriptedTransport(.v3Token("t1"), dead, dead, .v3Token("t2"), .noRegions)
    _ = try await V3Client.loggingIn(transport).regions()
    #expect(await transport.tokens == [nil, "t1", "t1", nil, "t2"])
    #expect(await transport.lines[2] == "GET http://k:5000/v3/regions")
  }

  @Test func aGivenDeadTokenIsOneThatIsRefused() async throws {
    let dead = try HTTPResponse.recorded("dead token")
    let client = V3Client.make(transport: ScriptedTransport(dead, dead))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.user(id: V3Fixture.eve)
    }
    #expect(error?.isNotFound == false)
    #expect(error?.isUnauthorized == true)
    #expect(error?.request?.path == "/v3/users/\(V3Fixture.eve)")
    #expect(error?.request?.token == TokenStanding(isDead: true))
  }

  @Test func aMissingObjectThatIsNamedIsMissing() async {
    let transport = ScriptedTransport(.v3Token("t1"), Self.unknown)
    let client = V3Client.loggingIn(transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.user(id: V3Fixture.eve)
    }
    #expect(error?.isNotFound == true)
    #expect(await transport.requests.count == 2)
  }

  /// The caller's own user, and what names nothing, may be either.
  @Test(arguments: [V3Fixture.admin, "nosuch"])
  func whatMayBeTheTokenIsAskedFor(_ id: String) async throws {
    let missing = HTTPResponse.refusal(404, "Not Found", "Could not find user: \(id).")
    let alive = ScriptedTransport(.v3Token("t1"), missing, .noRegions)
    let client = V3Client.loggingIn(alive)
    let error = await failure { () throws(KeystoneError) in _ = try await client.user(id: id) }
    #expect(error?.isNotFound == true)
    #expect(await alive.lines.last == "GET http://k:5000/v3/regions")
    let dead = ScriptedTransport(.v3Token("t1"), missing, missing, .unauthorized)
    let other = V3Client.loggingIn(dead)
    let refusal = await failure { () throws(KeystoneError) in _ = try await other.user(id: id) }
    #expect(refusal?.isUnauthorized == true)
    #expect(refusal?.request?.path == "/v3/auth/tokens")
  }

  @Test func aTokenThatMayNotListRegionsLives() async throws {
    let transport = try ScriptedTransport(Self.unknown, .recorded("users, forbidden"))
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.user(id: V3Fixture.eve)
    }
    #expect(error?.isNotFound == true)
  }

  /// A 404 is not to be taken for an answer where nobody says whose it is.
  @Test func whereItCannotBeKnownTheQuestionFails() async {
    let client = V3Client.make(transport: ScriptedTransport(Self.unknown, .html(502)))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.user(id: V3Fixture.eve)
    }
    #expect(error?.status == 502)
    #expect(error?.isNotFound == false)
  }
}
