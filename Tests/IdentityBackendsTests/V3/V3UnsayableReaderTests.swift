import IdentityModel
import KeystoneClient
import Testing
import Texts

@testable import IdentityBackends

struct V3UnsayableReaderTests {
  private static func list(_ name: String, _ rows: String = "") -> (status: Int, body: String) {
    (200, #"{"\#(name)": [\#(rows)], "links": {"next": null}}"#)
  }

  private static func reader(_ transport: ScriptedTransport) -> V3UnsayableReader {
    let client = V3Client(
      endpoint: "http://keystone/v3",
      authentication: .token(Secret("GIVEN")),
      transport: transport
    )
    return V3UnsayableReader(client: client, domainID: "default", parallelism: 1)
  }

  @Test("each kind is one list, of the domain where it lives in one")
  func lists() async throws {
    let transport = ScriptedTransport(
      Self.list("domains", #"{"id": "d2", "name": "heat", "enabled": true}"#),
      Self.list("projects"),
      Self.list("users"),
      Self.list("groups"),
      Self.list("roles"),
      Self.list("roles", #"{"id": "r", "name": "auditor", "domain_id": "default"}"#),
      (200, #"{"role_inferences": []}"#),
      Self.list("role_assignments")
    )
    #expect(try await Self.reader(transport).read(beside: V3Listed()).map(\.name) == ["auditor"])
    #expect(
      await transport.lines == [
        "GET /v3/domains?limit=1000", "GET /v3/projects?domain_id=default&limit=1000",
        "GET /v3/users?domain_id=default&limit=1000", "GET /v3/groups?domain_id=default&limit=1000",
        "GET /v3/roles", "GET /v3/roles?domain_id=default", "GET /v3/role_inferences",
        "GET /v3/role_assignments",
      ]
    )
  }

  @Test("what the backend has read is not read again")
  func beside() async throws {
    let transport = ScriptedTransport(
      Self.list("domains"),
      Self.list("groups"),
      Self.list("roles"),
      (200, #"{"role_inferences": []}"#)
    )
    let listed = V3Listed()
    var user = V3User(id: "u", name: "u", domainID: "default")
    user.options = ["odd": .bool(true)]
    let users = [user]
    await listed.note { lists in
      lists = V3Listed.Lists(projects: [], users: users, roles: [], grants: [])
    }
    #expect(try await Self.reader(transport).read(beside: listed).map(\.name) == ["u"])
    #expect(
      await transport.lines == [
        "GET /v3/domains?limit=1000", "GET /v3/groups?domain_id=default&limit=1000",
        "GET /v3/roles?domain_id=default", "GET /v3/role_inferences",
      ]
    )
  }

  @Test("a list that is refused is an error, and not an empty one")
  func refused() async {
    let transport = ScriptedTransport(
      (403, #"{"error": {"code": 403, "title": "Forbidden", "message": "No."}}"#)
    )
    await #expect(throws: KeystoneError.self) {
      _ = try await Self.reader(transport).read(beside: V3Listed())
    }
  }
}
