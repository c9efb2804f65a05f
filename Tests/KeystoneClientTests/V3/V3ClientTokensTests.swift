import KeystoneClient
import Testing

@Suite struct V3ClientTokensTests {
  private func check(_ name: String) async throws -> V3PasswordCheck {
    try await check(.recorded(name)).result
  }

  private func check(
    _ response: HTTPResponse
  ) async throws -> (result: V3PasswordCheck, lines: [String]) {
    let transport = ScriptedTransport(response)
    let client = V3Client.make(transport: transport)
    let result = try await client.checkPassword(Secret("sword"), ofUser: "u1")
    let lines = await transport.lines
    return (result, lines)
  }

  @Test func aPasswordIsTriedByIDAndExplicitlyUnscoped() async throws {
    let (result, lines) = try await check(.recorded("login, unscoped"))
    #expect(result == .accepted)
    #expect(
      lines == [
        "POST http://k:5000/v3/auth/tokens?nocatalog=1 "
          + #"{"auth":{"identity":{"methods":["password"],"password":{"user":{"id":"u1","#
          + #""password":"sword"}}},"scope":"unscoped"}}"#
      ]
    )
  }

  @Test func aRefusalOfThePasswordSaysWhich() async throws {
    #expect(try await check("login, wrong password") == .refused)
    #expect(try await check("login, to be changed first") == .mustBeChanged)
    #expect(
      try await check("login, second factor") == .needsMore(methods: [["totp", "password"]])
    )
    let locked = HTTPResponse.refusal(401, "Unauthorized", "The account is locked for user: u1.")
    #expect(try await check(locked).result == .locked)
    let disabled = HTTPResponse.refusal(401, "Unauthorized", "User is disabled: u1.")
    #expect(try await check(disabled).result == .disabled)
  }

  @Test(arguments: [HTTPResponse.html(401), .refusal(403, "Forbidden", "no"), .html(502)])
  func whateverElseSaysNothingOfThePassword(_ response: HTTPResponse) async {
    let client = V3Client.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.checkPassword(Secret("sword"), ofUser: "u1")
    }
    #expect(error?.status == response.status)
  }

  @Test func theClientsOwnLoginIsATrialOfThatPasswordAlone() async throws {
    let transport = try ScriptedTransport(
      .recorded("login, project"),
      .recorded("regions"),
      .recorded("login, unscoped"),
      .recorded("login, unscoped")
    )
    let client = V3Client.loggingIn(transport)
    _ = try await client.regions()
    let caller = try #require(try await client.caller()?.user.id)
    #expect(try await client.checkPassword(Secret("swordfish"), ofUser: caller) == .accepted)
    #expect(await transport.lines.count == 2)
    _ = try await client.checkPassword(Secret("other"), ofUser: caller)
    #expect(await transport.lines.count == 3)
    _ = try await client.checkPassword(Secret("swordfish"), ofUser: "u1")
    #expect(await transport.lines.count == 4)
  }

  @Test func aReceiptIsNotShown() async throws {
    let answer = try HTTPResponse.recorded("login, second factor")
    let receipt = try #require(answer.header("Openstack-Auth-Receipt"))
    let client = V3Client.make(transport: ScriptedTransport(answer))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.authenticate(.password(.id("u1"), Secret("p"), scope: .unscoped))
    }
    #expect(error?.refusal?.requiredMethods == [["totp", "password"]])
    #expect("\(String(describing: error))".contains("takes totp+password"))
    #expect(!"\(String(describing: error))".contains(receipt))
    #expect(!HTTPHeader("Openstack-Auth-Receipt", receipt).description.contains(receipt))
  }

  @Test func looksATokenUpInAHeader() async throws {
    let transport = try ScriptedTransport(.recorded("validate"), .noContent)
    let client = V3Client.make(transport: transport)
    let token = try await client.validateToken(Secret("subject"))
    #expect(token.token == Secret("subject"))
    #expect(token.project?.name == "admin")
    try await client.revokeToken(Secret("subject"))
    #expect(
      await transport.lines == [
        "GET http://k:5000/v3/auth/tokens?nocatalog=1", "DELETE http://k:5000/v3/auth/tokens",
      ]
    )
    for request in await transport.requests {
      #expect(request.headers.contains(HTTPHeader("X-Subject-Token", "subject")))
      #expect(request.headers.contains(HTTPHeader("X-Auth-Token", "GIVEN")))
      #expect(!request.description.contains("subject"))
    }
  }

  /// Keystone quotes what it cannot find, the token that was asked about.
  @Test func hidesATokenThatAnAnswerQuotes() async {
    let transport = ScriptedTransport(
      .refusal(
        404,
        "Not Found",
        "Could not find token: 0f1e2d3c4b5a6978 or MGYxZTJkM2M0YjVhNjk3OA==."
      ),
      .noRegions
    )
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.validateToken(Secret("0f1e2d3c4b5a6978"))
    }
    #expect(error?.isNotFound == true)
    #expect(error?.refusal?.message.contains("0f1e") == false)
    #expect(error?.refusal?.message.contains("MGYx") == false)
  }

  @Test func anUnknownTokenIsNotFound() async throws {
    let transport = try ScriptedTransport(.recorded("validate, unknown"), .recorded("regions"))
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.validateToken(Secret("nobody"))
    }
    #expect(error?.isNotFound == true)
  }

  @Test func showsNothingOfALoginInATrace() async throws {
    let log = Locked<[String]>([])
    let answer = try HTTPResponse.recorded("login, project")
    let token = try #require(answer.header("X-Subject-Token"))
    let tracing = TracingTransport(ScriptedTransport(answer, .noRegions)) { text in
      log.withLock { $0.append(text) }
    }
    _ = try await V3Client.loggingIn(tracing).regions()
    let text = log.withLock { $0.joined(separator: "\n") }
    #expect(!text.contains(token))
    #expect(!text.contains("swordfish"))
    #expect(text.contains("x-subject-token: (sensitive)"))
    #expect(text.contains(#""project":{"domain":{"id":"default","name":"Default"}"#))
  }
}
