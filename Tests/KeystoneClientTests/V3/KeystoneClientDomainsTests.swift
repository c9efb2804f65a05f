import KeystoneClient
import Testing

@Suite struct KeystoneClientDomainsTests {
  private static let user = HTTPResponse.json(200, #"{"user": {"id": "u", "domain_id": "d/e"}}"#)

  private static func domain(_ enabled: String) -> HTTPResponse {
    .json(200, #"{"domain": {"id": "d", "enabled": \#(enabled)}}"#)
  }

  private func ask(_ response: HTTPResponse) async throws -> (String?, [String]) {
    let user = HTTPResponse.json(200, #"{"user": {"id": "u", "domain_id": "d"}}"#)
    let transport = ScriptedTransport(user, response)
    let client = KeystoneClient.make(endpoint: "http://h/v2.0", transport: transport)
    let domain = try await client.disabledDomain(ofUser: "u")
    let lines = await transport.lines
    return (domain, lines)
  }

  @Test func areNamedWhereTheyAreDisabled() async throws {
    let (domain, lines) = try await ask(Self.domain("false"))
    #expect(domain == "d")
    #expect(lines == ["GET http://h/v3/users/u", "GET http://h/v3/domains/d"])
    #expect(try await ask(Self.domain("true")).0 == nil)
  }

  @Test func areNotSaidToBeDisabledWhereNobodySays() async {
    for response in [HTTPResponse.refusal(403, "Forbidden", "no"), .html(404), .json(200, "{}")] {
      await #expect(throws: KeystoneError.self) { _ = try await ask(response) }
    }
    let transport = ScriptedTransport(Self.user)
    let client = KeystoneClient.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.disabledDomain(ofUser: "u")
    }
    #expect(error?.reason == .unusableID("d/e"))
  }
}
