import KeystoneClient
import Synchronization
import Testing

@Suite struct TracingTransportTests {
  final class Log: Sendable {
    private let entries = Mutex<[String]>([])
    var text: String { entries.withLock { $0.joined(separator: "\n") } }
    func append(_ entry: String) { entries.withLock { $0.append(entry) } }
  }

  @Test func tasksAreDoneWhereTheOtherOneHasThem() throws {
    let transport = try CurlTransport()
    #expect(TracingTransport(transport) { _ in }.executor === transport.executor)
    #expect(TracingTransport(ScriptedTransport()) { _ in }.executor == nil)
  }

  @Test func showsRequestAndAnswerWithoutTheirSecrets() async throws {
    let log = Log()
    let transport = TracingTransport(
      ScriptedTransport(
        .json(
          200,
          #"{"user": {"id": "1e03", "name": "nova", "OS-KSADM:password": "leak", "email": null}}"#,
          headers: [HTTPHeader("Set-Cookie", "session=abc"), HTTPHeader("Vary", "X-Auth-Token")]
        )
      )
    ) { log.append($0) }
    _ = try await KeystoneClient.make(transport: transport).createUser(
      NewUser(name: "nova", password: Secret("sword\"fish"), email: "nova@example.com")
    )
    #expect(
      log.text == """
        > POST http://127.0.0.1:35357/v2.0/users
        > X-Auth-Token: (sensitive)
        > Content-Type: application/json
        > {"user":{"email":"nova@example.com","name":"nova","password":"(sensitive)"}}
        < 200 to POST http://127.0.0.1:35357/v2.0/users
        < Content-Type: application/json
        < Set-Cookie: (sensitive)
        < Vary: X-Auth-Token
        < {"user":{"OS-KSADM:password":"(sensitive)","email":null,"id":"1e03","name":"nova"}}
        """
    )
  }

  @Test func showsNoTokenOfALoginOrOfAPath() async throws {
    let log = Log()
    let transport = TracingTransport(
      ScriptedTransport(.token("7654321076543210"), .token("0123456701234567"))
    ) { log.append($0) }
    let client = KeystoneClient.make(transport: transport)
    _ = try await client.authenticate(token: Secret("fedcba98fedcba98"), scope: .unscoped)
    _ = try await client.validateToken(Secret("0123456701234567"))
    for secret in ["7654321076543210", "fedcba98fedcba98", "0123456701234567", "ADMIN"] {
      #expect(!log.text.contains(secret))
    }
    #expect(log.text.contains("> GET http://127.0.0.1:35357/v2.0/tokens/(sensitive)\n"))
    #expect(log.text.contains(#"> {"auth":{"token":{"id":"(sensitive)"}}}"#))
    #expect(
      log.text.contains(#""tenant":{"description":"Admin Tenant","enabled":true,"id":"2bb3""#)
    )
  }

  /// What is not JSON, or is cut off, is searched for secrets as a text.
  @Test func showsNoSecretOfABodyThatIsNotJSON() async {
    let log = Log()
    let transport = TracingTransport(
      ScriptedTransport(
        HTTPResponse(
          status: 500,
          body: Array(
            #"X-Auth-Token: ADMIN {"password": "tuna", "x": "$6$rounds=1$a$b" \#u{1B}[2J"#.utf8
          )
        )
      )
    ) { log.append($0) }
    let client = KeystoneClient.make(transport: transport)
    _ = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(
      log.text.hasSuffix(
        #"< X-Auth-Token: (sensitive) {"password": "(sensitive)", "x": "(sensitive)" "#
          + "\u{FFFD}[2J"
      )
    )
  }

  @Test(arguments: [
    #"{"access": {"token": {"id": "0f1e2d3c4b5a"#, #"{"access": {"tok": {"id": "0f1e2d3c4b5a"}}}"#,
    #"{"access": {"token": {"id": {"value": "0f1e2d3c4b5a"}}}}"#,
    #"{"data": {"session": "0f1e2d3c4b5a"}}"#, "0f1e2d3c4b5a",
  ])
  func showsNothingOfALoginThatCannotBeRead(body: String) async {
    let log = Log()
    let transport = TracingTransport(
      ScriptedTransport(HTTPResponse(status: 500, body: Array(body.utf8)))
    ) { log.append($0) }
    let client = KeystoneClient.make(transport: transport)
    _ = await failure { () throws(KeystoneError) in
      _ = try await client.authenticate(token: Secret("fedcba98"), scope: .unscoped)
    }
    #expect(log.text.hasSuffix("< 500 to POST http://127.0.0.1:35357/v2.0/tokens\n< (sensitive)"))
  }

  @Test func showsNoSecretOfAnAnswerThatItRepeatsElsewhere() async {
    let log = Log()
    let transport = TracingTransport(
      ScriptedTransport(
        .json(
          200,
          #"{"users": [], "token": {"id": "0f1e2d3c4b5a"}, "seen": "0f1e2d3c4b5a 9b8a7c6d"}"#,
          headers: [HTTPHeader("X-Subject-Token", "9b8a7c6d"), HTTPHeader("X-Seen", "9b8a7c6d")]
        )
      )
    ) { log.append($0) }
    let client = KeystoneClient.make(transport: transport)
    _ = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(log.text.contains("< X-Seen: (sensitive)"))
    #expect(log.text.contains(#""seen":"(sensitive) (sensitive)""#))
  }

  /// Keystone quotes the row that it could not write, or the body that its schema refuses.
  @Test func showsNoPasswordThatAnAnswerQuotes() async {
    let log = Log()
    let message = #"INSERT ('nova', 'sword\"fish') for {\"password\": \"sword\\\"fish\"}"#
    let transport = TracingTransport(
      ScriptedTransport(.refusal(400, "Bad Request", message))
    ) { log.append($0) }
    let client = KeystoneClient.make(transport: transport)
    _ = await failure { () throws(KeystoneError) in
      _ = try await client.createUser(NewUser(name: "nova", password: Secret("sword\"fish")))
    }
    #expect(log.text.contains("< 400 to POST"))
    #expect(log.text.contains("INSERT ('nova', '(sensitive)') for "))
    #expect(!log.text.contains("fish"))
  }

  @Test func showsNoSecretThatAHeaderOrAPathRepeats() async {
    let log = Log()
    let token = "gAAAAABfernetSECRET=="
    let transport = TracingTransport(
      ScriptedTransport(
        .refusal(404, "Not Found", "no route for /v2.0/tokens/gAAAAABfernetSECRET%3D%3D"),
        .json(
          400,
          #"{"error": {"message": "gAAAAABfernetSECRET\u003d="}}"#,
          headers: [HTTPHeader("X-Echo64", "Z0FBQUFBQmZlcm5ldFNFQ1JFVD09")]
        )
      )
    ) { log.append($0) }
    let client = KeystoneClient.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.validateToken(Secret(token))
    }
    #expect("\(String(describing: error))".contains("tokens/(sensitive)"))
    // The second request has another token, and the first one's is still nobody's business.
    _ = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(!log.text.contains("fernet"), "\(log.text)")
    #expect(!log.text.contains("Z0FB"))
  }

  @Test func showsThatThereWasNoAnswer() async {
    let log = Log()
    let transport = TracingTransport(
      ScriptedTransport([.failure(TransportError(.connectionFailed, detail: "refused"))])
    ) { log.append($0) }
    let client = KeystoneClient.make(endpoint: "http://u:pw@h:1", transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.reason == .transport(TransportError(.connectionFailed, detail: "refused")))
    #expect(
      log.text == """
        > GET http://h:1/v2.0/users
        > X-Auth-Token: (sensitive)
        < no answer to GET http://h:1/v2.0/users: connectionFailed refused
        """
    )
  }
}
