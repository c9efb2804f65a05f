import Convergence
import IdentityModel
import KeystoneClient
import Testing

@testable import IdentityBackends

@Suite struct V3ProjectsTests {
  private static func row(_ id: String, _ name: String, below parent: String = "default") -> String
  {
    #"{"id": "\#(id)", "name": "\#(name)", "domain_id": "default", "parent_id": "\#(parent)"}"#
  }

  private static func list(_ rows: String...) -> (Int, String) {
    (200, "{\"projects\": [\(rows.joined(separator: ", "))]}")
  }

  private static func made(_ row: String) -> (Int, String) { (201, "{\"project\": \(row)}") }

  @Test func `a project is listed with the name of the one above it`() async throws {
    let transport = ScriptedTransport(
      Self.list(Self.row("1", "top"), Self.row("2", "part", below: "1"))
    )
    let rows = try await V3Backend.make(transport).tenants.list()
    #expect(rows.map(\.value.parent) == [nil, "top"])
  }

  @Test func `the ID of a parent comes from the list, from what was made, or by its name`()
    async throws
  {
    let transport = ScriptedTransport(
      Self.list(Self.row("1", "top")),
      Self.made(Self.row("2", "part", below: "1")),
      Self.made(Self.row("3", "piece", below: "2")),
      Self.list(Self.row("9", "Other")),
      Self.made(Self.row("4", "odd", below: "9")),
      Self.list()
    )
    let backend = V3Backend.make(transport)
    _ = try await backend.tenants.list()
    _ = try await backend.tenants.create(Tenant(name: "part", parent: "top"))
    _ = try await backend.tenants.create(Tenant(name: "piece", parent: "part"))
    _ = try await backend.tenants.create(Tenant(name: "odd", parent: "other"))
    await #expect(throws: BackendFailure.self) {
      _ = try await backend.tenants.create(Tenant(name: "lost", parent: "nowhere"))
    }
    func post(_ name: String, below id: String) -> String {
      "POST /v3/projects "
        + #"{"project":{"domain_id":"default","name":"\#(name)","parent_id":"\#(id)"}}"#
    }
    #expect(
      await transport.lines == [
        "GET /v3/projects?domain_id=default&limit=1000",
        post("part", below: "1"), post("piece", below: "2"),
        "GET /v3/projects?domain_id=default&name=other&limit=1000", post("odd", below: "9"),
        "GET /v3/projects?domain_id=default&name=nowhere&limit=1000",
      ]
    )
  }
}
