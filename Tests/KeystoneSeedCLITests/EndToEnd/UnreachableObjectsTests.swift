import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("An object whose ID no request can name is one that cannot be managed, and all else goes on")
struct UnreachableObjectsTests {
  private static let seed = """
    regions: {R: {}}
    roles: [admin, odd]
    tenants: {acme: {}, odd: {}}
    users: {ann: {}, odd: {}}
    services:
      nova: {type: compute, endpoints: "http://h:8774"}
      odd: {type: odd, endpoints: "http://h:1"}
    """

  private static let lists = [
    "/roles": "role", "/tenants": "tenant", "/users": "user", "/services": "service",
    "/endpoints": "endpoint",
  ]

  /// A cloud where one object of a list has another ID than Keystone would give it.
  private func withOddID(
    _ id: String,
    in list: String,
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withLab { lab in
      var lab = lab
      try lab.declare(Self.seed)
      #expect(await lab.run("apply").status == .success)
      var live = ""
      switch list {
      case "/roles": live = try await lab.outsider.roles().filter { $0.name == "odd" }[0].id
      case "/tenants": live = try await lab.outsider.tenants().filter { $0.name == "odd" }[0].id
      case "/users": live = try await lab.outsider.users().filter { $0.name == "odd" }[0].id
      case "/services": live = try await lab.outsider.services().filter { $0.name == "odd" }[0].id
      default:
        live = try await lab.outsider.endpoints().filter { $0.publicURL == "http://h:1" }[0].id
      }
      let old = live
      lab.wrapTransport = { transport in
        let owned = RewrittenAnswers(transport, to: "/endpoints") { body, _ in
          body.replacing("\"service_id\": \"\(old)\"", with: "\"service_id\": \"\(id)\"")
        }
        return RewrittenAnswers(owned, to: list) { body, _ in
          body.replacing("\"id\": \"\(old)\"", with: "\"id\": \"\(id)\"")
        }
      }
      try await body(lab)
    }
  }

  @Test(arguments: ["", ".", "..", "a/b"], lists.keys.sorted())
  func `plan, apply and dump name it and do the rest`(id: String, list: String) async throws {
    try await withOddID(id, in: list) { lab in
      let kind = Self.lists[list] ?? ""
      let shown = id.isEmpty ? "empty" : id
      try lab.declare(Self.seed.replacing("acme: {}", with: "acme: {description: new}"))
      let plan = await lab.run("plan")
      #expect(plan.status == .success)
      #expect(plan.output.contains("  ~ tenant acme\n"))
      #expect(plan.output.contains("  ! \(kind) odd"))
      #expect(plan.output.contains("is left alone: its ID is \(shown), which no request can name"))
      #expect(plan.output.contains("Plan: 0 to create, 1 to update, 0 to replace, 0 to delete."))

      let apply = await lab.run("apply")
      #expect(apply.status == .failure)
      #expect(apply.writes == ["POST /v2.0/tenants/*"])

      let dump = await lab.run("dump")
      #expect(dump.status == .success)
      #expect(dump.output.contains("has an ID that no request can name"))
      #expect(dump.output.contains("id \(shown)") || dump.output.contains("id \(id)"))
    }
  }

  @Test(arguments: lists.keys.sorted())
  func `pruning leaves it alone and says so`(list: String) async throws {
    try await withOddID("..", in: list) { lab in
      let kind = Self.lists[list] ?? ""
      try lab.declare(
        """
        regions: {R: {}}
        roles: [admin]
        tenants: {acme: {}}
        users: {ann: {}}
        services:
          nova: {type: compute, endpoints: "http://h:8774"}
        """
      )
      let apply = await lab.run("apply", "--prune", "--yes")
      #expect(apply.status == .success)
      #expect(apply.output.contains("  ! \(kind) odd"))
      #expect(apply.output.contains("is not pruned: its ID is .., which no request can name"))
      #expect(apply.writes.filter { $0.contains("..") } == [])
    }
  }
}
