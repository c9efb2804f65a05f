import Testing

@testable import KeystoneClient

@Suite struct ChannelTests {
  static func redirect(_ status: Int, to location: String?) -> HTTPResponse {
    HTTPResponse(status: status, headers: location.map { [HTTPHeader("Location", $0)] } ?? [])
  }

  func failureOfListing(_ transport: ScriptedTransport) async -> KeystoneError? {
    let client = KeystoneClient.make(transport: transport)
    return await failure { () throws(KeystoneError) in _ = try await client.users() }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func followsARedirectOfAReadToTheSameServer(_ status: Int) async throws {
    let transport = ScriptedTransport(
      Self.redirect(status, to: "http://127.0.0.1:35357/v2.0/users/"),
      Self.redirect(status, to: "/moved"),
      .noUsers
    )
    _ = try await KeystoneClient.make(transport: transport).users()
    #expect(
      await transport.lines == [
        "GET http://127.0.0.1:35357/v2.0/users", "GET http://127.0.0.1:35357/v2.0/users/",
        "GET http://127.0.0.1:35357/moved",
      ]
    )
    #expect(await transport.tokens == ["ADMIN", "ADMIN", "ADMIN"])
  }

  static let elsewhere = [
    ("https://127.0.0.1:35357/v2.0/users", "https://127.0.0.1:35357"),
    ("http://127.0.0.1:35358/v2.0/users", "http://127.0.0.1:35358"),
    ("http://localhost:35357/v2.0/users", "http://localhost:35357"),
    ("//evil.example/x", "http://evil.example"),
    ("http://127.0.0.1:35357@evil.example/x", "http://evil.example"),
    ("", "an address that cannot be read"),
    ("ftp://127.0.0.1/x", "an address that cannot be read"),
  ]

  @Test(arguments: elsewhere)
  func givesTheTokenToNobodyElse(_ location: String, _ target: String) async {
    let transport = ScriptedTransport(Self.redirect(302, to: location), .noUsers)
    let error = await failureOfListing(transport)
    #expect(error?.reason == .redirected(to: target, status: 302))
    #expect(await transport.requests.count == 1)
  }

  @Test func doesNotFollowForEver() async {
    let loop = Self.redirect(302, to: "/v2.0/users")
    let transport = ScriptedTransport(loop, loop, loop, loop, loop)
    let error = await failureOfListing(transport)
    #expect(error?.reason == .redirected(to: "another path of the same server", status: 302))
    #expect(await transport.requests.count == 4)
  }

  @Test func followsNoRedirectOfAWrite() async {
    let transport = ScriptedTransport(Self.redirect(307, to: "/v2.0/tenants/"), .noUsers)
    let client = KeystoneClient.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.createTenant(NewTenant(name: "n"))
    }
    #expect(error?.reason == .redirected(to: "another path of the same server", status: 307))
    #expect(await transport.requests.count == 1)
    #expect(error?.isOutcomeUnknown == false)
  }

  @Test func takesAListOfVersionsForNoRedirect() async {
    let transport = ScriptedTransport(.json(300, #"{"versions": {"values": []}}"#))
    #expect(await failureOfListing(transport)?.reason == .multipleChoices)
  }

  @Test(arguments: [
    ("http://h:5000", "GET http://h:5000/"), ("http://h:5000/", "GET http://h:5000/"),
    ("http://h/identity/", "GET http://h/identity/"), ("http://h/v3", "GET http://h/v3"),
  ])
  func namesTheBaseAddressAsItIsAskedFor(_ base: String, _ request: String) async {
    let transport = ScriptedTransport([.failure(TransportError(.timedOut, detail: "after 60 s"))])
    let error = await failure { () throws(KeystoneError) in
      _ = try await Channel(base: base, transport: transport).send(Call(.get))
    }
    let named = error?.request
    #expect(named.map { "\($0.method.rawValue) \($0.server)\($0.path)" } == request)
  }

  @Test func namesTheRequestThatHasNoAnswer() async {
    let transport = ScriptedTransport([.failure(TransportError(.timedOut, detail: "after 60 s"))])
    let client = KeystoneClient.make(endpoint: "http://u:pw@h:1/v2.0/", transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.reason == .transport(TransportError(.timedOut, detail: "after 60 s")))
    #expect(error?.description == "GET http://h:1/v2.0/users: timedOut: after 60 s")
  }
}
