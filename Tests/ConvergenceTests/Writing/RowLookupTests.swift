import IdentityModel
import Testing

@testable import Convergence

struct RowLookupTests {
  private static let write = EndpointWrite(.make(.nova), serviceID: "service-nova")

  private func lookup(
    _ tables: KeystoneTables,
    live: LiveState = LiveState()
  ) -> LiveLookup {
    LiveLookup(backend: InMemoryBackend(InMemoryKeystone(tables)), live: live)
  }

  @Test("a name is found as it is written, and of two the same neither")
  func names() async throws {
    var tables = KeystoneTables.made()
    tables.users["elsewhere"] = KeystoneTables.UserEntry(user: User(name: "nova"))
    let lookup = lookup(tables)
    #expect(try await lookup[Role.self].id(of: Role(name: "admin")) == "role-admin")
    #expect(try await lookup[Role.self].id(of: Role(name: "Admin")) == nil)
    #expect(try await lookup[Tenant.self].id(of: Tenant(name: "service")) == "tenant-service")
    #expect(try await lookup[UserWrite.self].id(of: .named("admin")) == "user-admin")
    #expect(try await lookup[UserWrite.self].id(of: .named("nova")) == nil)
  }

  @Test("another spelling is found by a filter alone, and only where it was made since")
  func twins() async throws {
    var tables = KeystoneTables()
    tables.takesNamesForOne = true
    tables.add(roles: "member")
    func id(filtersNames: Bool, live: LiveState = LiveState()) async throws -> String? {
      let backend = InMemoryBackend(InMemoryKeystone(tables), filtersNames: filtersNames)
      return try await LiveLookup(backend: backend, live: live)[Role.self].id(
        of: Role(name: "Member")
      )
    }
    #expect(try await id(filtersNames: true) == "role-member")
    #expect(try await id(filtersNames: false) == nil)
    var live = LiveState()
    live.roles = [Live(id: "role-member", Role(name: "member"))]
    #expect(try await id(filtersNames: true, live: live) == nil)
  }

  @Test("of new services the lowest is found, and an old one never")
  func services() async throws {
    var tables = KeystoneTables()
    tables.add(.make(.nova), id: "1")
    let live = LiveState.catalog(of: tables)
    #expect(try await lookup(tables, live: live)[Service.self].id(of: .make(.nova)) == nil)
    tables.add(.make(.nova), id: "3")
    tables.add(.make(.nova), id: "2")
    tables.add(.make(.keystone), id: "0")
    #expect(try await lookup(tables, live: live)[Service.self].id(of: .make(.nova)) == "2")
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var isCopy = false
    let row: LiveEndpoint
  }

  private static func row(
    on serviceID: String = "service-nova",
    in region: Name? = "regionOne",
    publicURL: String = "http://old/compute/$(tenant_id)s",
    isShown: Bool = true
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: "row",
      serviceID: serviceID,
      region: region,
      publicURL: URLTemplate(publicURL),
      internalURL: URLTemplate("http://old:1/"),
      adminURL: URLTemplate("http://old:2/"),
      isShown: isShown
    )
  }

  static let rows = [
    Row(testDescription: "the same", isCopy: true, row: row()),
    Row(
      testDescription: "another spelling",
      isCopy: true,
      row: row(publicURL: "http://old/compute/%(tenant_id)s")
    ),
    Row(testDescription: "another service", row: row(on: "service-keystone")),
    Row(testDescription: "another region", row: row(in: "regionTwo")),
    Row(testDescription: "no region", row: row(in: nil)),
    Row(testDescription: "another URL", row: row(publicURL: "http://new/")),
    Row(testDescription: "a hidden one", row: row(isShown: false)),
  ]

  @Test("a copy is a new row that holds what was written", arguments: rows)
  func copies(_ row: Row) async throws {
    var tables = KeystoneTables()
    tables.add(row.row)
    let found = try await lookup(tables)[EndpointWrite.self].id(of: Self.write)
    #expect(found == (row.isCopy ? "row" : nil))
    let live = LiveState.catalog(of: tables)
    #expect(try await lookup(tables, live: live)[EndpointWrite.self].id(of: Self.write) == nil)
  }

  @Test("many who look at the same time share two requests at most")
  func shared() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(.made()))
    let lookup = LiveLookup(backend: backend, live: LiveState())
    let found = try await Array(0..<50).concurrentMap(
      limit: 50
    ) { (_) async throws(BackendFailure) -> String? in
      try await lookup[UserWrite.self].id(of: .named("nova"))
    }
    #expect(Set(found) == ["user-nova"])
    #expect(await backend.mostInFlight == 1)
    #expect(await backend.calls.count < 50)
  }
}

extension UserWrite {
  fileprivate static func named(_ name: QualifiedName) -> UserWrite {
    UserWrite(user: User(name: name))
  }
}
