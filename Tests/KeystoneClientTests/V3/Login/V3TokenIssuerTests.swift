import KeystoneClient
import TestSupport
import Testing

@Suite struct V3TokenIssuerTests {
  private static let unscoped = V3Credentials.password(
    .name("admin", domain: .default),
    Secret("opensesame"),
    scope: .unscoped
  )

  private func token(_ name: String) async throws -> V3Token {
    let client = V3Client.make(transport: try ScriptedTransport(.recorded(name)))
    return try await client.authenticate(Self.unscoped, includesCatalog: true)
  }

  @Test func readsATokenForAProject() async throws {
    let token = try await token("login, project")
    #expect(token.token.exposed().hasPrefix("gAAAA-a-token"))
    #expect(token.methods == ["password"])
    #expect(token.user.name == "admin")
    #expect(token.user.domain == V3NamedID(id: "default", name: "Default"))
    #expect(token.project?.id == V3Fixture.project)
    #expect(token.project?.domain.id == "default")
    #expect(!token.isDomain && !token.isSystem && token.isScoped)
    #expect(Set(token.roles.map(\.name)) == ["admin", "manager", "member", "reader"])
    #expect(token.validity.lifetime == .seconds(3600))
    let entry = try #require(token.catalog.first)
    #expect(entry.type == "identity" && entry.name == "keystone")
    #expect(Set(entry.endpoints.map(\.interface)) == ["public", "internal", "admin"])
    #expect(entry.endpoints.first?.regionID == "RegionOne")
    #expect(entry.endpoints.first?.url == "http://127.0.0.1:5000/v3")
  }

  @Test func readsTokensForAnythingElse() async throws {
    let unscoped = try await token("login, unscoped")
    #expect(!unscoped.isScoped && unscoped.roles.isEmpty && unscoped.catalog.isEmpty)
    let system = try await token("login, system")
    #expect(system.isSystem && system.isScoped && system.project == nil)
    let domain = try await token("login, domain")
    #expect(domain.domain == V3NamedID(id: V3Fixture.corp, name: "corp"))
    #expect(Set(domain.roles.map(\.name)) == ["member", "reader"])
    let robot = try await token("login, application credential")
    #expect(robot.methods == ["application_credential"])
    #expect(robot.project?.name == "web")
  }

  @Test func leavesTheCatalogOutUnlessAskedFor() async throws {
    let transport = try ScriptedTransport(
      .recorded("login, project, no catalog"),
      .recorded("login, project")
    )
    let client = V3Client.make(endpoint: "http://k:5000/identity/", transport: transport)
    #expect(try await client.authenticate(Self.unscoped).catalog.isEmpty)
    _ = try await client.authenticate(Self.unscoped, includesCatalog: true)
    let body = String(decoding: try #require(await transport.requests.first?.body), as: UTF8.self)
    #expect(
      await transport.lines == [
        "POST http://k:5000/identity/v3/auth/tokens?nocatalog=1 \(body)",
        "POST http://k:5000/identity/v3/auth/tokens \(body)",
      ]
    )
    #expect(await transport.tokens == [nil, nil])
  }

  @Test func aTokenThatDoesNotHoldIsADeadOneAndNoMissingObject() async throws {
    let client = V3Client.make(transport: try ScriptedTransport(.recorded("login, bad token")))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.authenticate(.token(Secret("gAAAA-bad"), scope: .unscoped))
    }
    #expect(error?.isUnauthorized == true)
    #expect(error?.isNotFound == false)
    #expect(error?.request?.token.isDead == true)
  }

  @Test(arguments: [
    (
      HTTPResponse.json(
        201,
        #"{"token": {"user": {"id": "1", "domain": {"id": "default"}}}}"#
      ),
      UnreadableAnswer.unexpectedShape(detail: "the header X-Subject-Token is missing")
    ),
    (
      .json(201, #"{"token": {}}"#, headers: [HTTPHeader("x-subject-token", "t")]),
      .unexpectedShape(detail: "the document.token.user is missing")
    ),
    (.html(200), .html),
  ])
  func aTokenWithoutItsPartsIsNone(_ response: HTTPResponse, _ expected: UnreadableAnswer) async {
    let client = V3Client.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.authenticate(Self.unscoped)
    }
    #expect(error?.reason == .unreadable(expected, status: response.status))
  }

  @Test func aKeystoneWithoutV3SaysWhatItOffers() async {
    let transport = ScriptedTransport(
      .html(404),
      .json(300, #"{"versions": {"values": [{"id": "v2.0"}]}}"#)
    )
    let client = V3Client.loggingIn(transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.regions() }
    #expect(error?.reason == .otherVersions(["v2.0"], root: "http://k:5000"))
  }
}
