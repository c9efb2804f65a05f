import Convergence
import IdentityModel
import KeystoneClient
import Testing

@testable import IdentityBackends

@Suite struct V3DomainsTests {
  private static let users = (200, #"{"users": []}"#)

  @Test func `nobody asks for domains where a seed names none`() async throws {
    let transport = ScriptedTransport(Self.users)
    _ = try await V3Backend.make(transport).users.list()
    #expect(await transport.lines == ["GET /v3/users?domain_id=default&limit=1000"])
  }

  @Test func `lists look into the domains of the seed, and one list tells their IDs`() async throws
  {
    let user = #"{"id": "u1", "name": "stack", "domain_id": "d1", "enabled": true}"#
    let role = (200, #"{"roles": [{"id": "r1", "name": "lead", "domain_id": "d1"}]}"#)
    let transport = ScriptedTransport(
      V3DomainStoreTests.list,
      Self.users,
      (200, "{\"users\": [\(user)]}"),
      (200, #"{"roles": []}"#),
      role
    )
    let backend = V3Backend.make(transport)
    // What is to be renamed is found under its old name, and what is not there yet is left out.
    await backend.look(into: ["stacks": "heat", "lab": nil])
    let stack = QualifiedName("stack", of: "stacks")
    #expect(try await backend.users.list().map(\.user.name) == [stack])
    #expect(
      try await backend.roles.list().map(\.value.name) == [QualifiedName("lead", of: "stacks")]
    )
    #expect(
      await transport.lines == [
        "GET /v3/domains?limit=1000", "GET /v3/users?domain_id=default&limit=1000",
        "GET /v3/users?domain_id=d1&limit=1000", "GET /v3/roles", "GET /v3/roles?domain_id=d1",
      ]
    )
  }

  @Test func `a domain that the database has by another spelling is found`() async throws {
    let heat = (200, #"{"domains": [{"id": "d1", "name": "heat", "enabled": true}]}"#)
    let user = #"{"id": "u1", "name": "stack", "domain_id": "d1", "enabled": true}"#
    let transport = ScriptedTransport(
      V3DomainStoreTests.list,
      heat,
      Self.users,
      (200, "{\"users\": [\(user)]}")
    )
    let backend = V3Backend.make(transport)
    await backend.look(into: ["Heat": nil])
    #expect(try await backend.users.list().map(\.user.name) == [QualifiedName("stack", of: "Heat")])
    #expect(
      await transport.lines.prefix(2) == [
        "GET /v3/domains?limit=1000", "GET /v3/domains?name=Heat&limit=1000",
      ]
    )
  }

  @Test func `what is made in a domain is made by its ID`() async throws {
    let project = (201, #"{"project": {"id": "p1", "name": "web", "domain_id": "d1"}}"#)
    let transport = ScriptedTransport(V3DomainStoreTests.list, project, V3DomainStoreTests.list)
    let backend = V3Backend.make(transport)
    let web = Tenant(name: QualifiedName("web", of: "heat"))
    #expect(try await backend.tenants.create(web) == "p1")
    #expect(
      await transport.lines == [
        "GET /v3/domains?limit=1000",
        #"POST /v3/projects {"project":{"domain_id":"d1","name":"web"}}"#,
      ]
    )
    await #expect(throws: BackendFailure.self) {
      _ = try await backend.tenants.create(Tenant(name: QualifiedName("web", of: "nowhere")))
    }
  }
}
