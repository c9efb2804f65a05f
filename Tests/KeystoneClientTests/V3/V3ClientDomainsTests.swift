import KeystoneClient
import Testing

@Suite struct V3ClientDomainsTests {
  private static let url = "http://k:5000/v3/domains"

  @Test func areMadeChangedAndDeleted() async throws {
    let created = try HTTPResponse.recorded("domain created")
    let transport = ScriptedTransport(created, created, created, .noContent)
    let client = V3Client.make(transport: transport)
    let domain = try await client.createDomain(
      V3NewDomain(name: "corp", description: "Corporation", enabled: true, options: ["a": .null])
    )
    #expect(
      domain == V3Domain(id: V3Fixture.corp, name: "corp", description: "Corporation")
    )
    #expect(try await client.domain(id: "d1") == domain)
    try await client.updateDomain(id: "d1", V3DomainUpdate(enabled: false))
    try await client.deleteDomain(id: "d1")
    #expect(
      await transport.lines == [
        "POST \(Self.url) "
          + #"{"domain":{"description":"Corporation","enabled":true,"name":"corp","#
          + #""options":{"a":null}}}"#,
        "GET \(Self.url)/d1",
        #"PATCH \#(Self.url)/d1 {"domain":{"enabled":false}}"#,
        "DELETE \(Self.url)/d1",
      ]
    )
  }

  @Test func `options are changed where a domain is a project, whatever that is shown as`()
    async throws
  {
    let transport = ScriptedTransport(
      .json(200, #"{"project": {"id": "d1", "domain_id": null, "is_domain": true}}"#)
    )
    try await V3Client.make(transport: transport)
      .setOptions(["immutable": .null], ofDomain: "d1")
    #expect(
      await transport.lines == [
        #"PATCH http://k:5000/v3/projects/d1 {"project":{"options":{"immutable":null}}}"#
      ]
    )
  }

  @Test func areListedByName() async throws {
    let list = HTTPResponse.json(
      200,
      #"{"domains": [{"id": "default", "name": "Default", "options": {"immutable": true}}]}"#
    )
    let transport = ScriptedTransport(list, list)
    let client = V3Client.make(transport: transport)
    let domains = try await client.domains()
    #expect(domains.first?.options["immutable"] == .bool(true))
    _ = try await client.domains(named: "A & B")
    #expect(
      await transport.lines == [
        "GET \(Self.url)?limit=1000", "GET \(Self.url)?name=A%20%26%20B&limit=1000",
      ]
    )
  }

  @Test func cannotBeDeletedWhileEnabled() async throws {
    let client = V3Client.make(
      transport: try ScriptedTransport(.recorded("domain deleted, enabled"))
    )
    let error = await failure { () throws(KeystoneError) in try await client.deleteDomain(id: "1") }
    #expect(error?.isForbidden == true)
    #expect(error?.refusal?.namesNoPolicy == false)
  }
}
