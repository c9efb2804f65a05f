import Convergence
import IdentityBackends
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct V3ListReaderTests {
  private static let missing = #"{"error":{"code":404,"title":"Not Found","message":"No."}}"#

  private static func list(_ name: String, _ rows: String) -> String {
    #"{"\#(name)":[\#(rows)],"links":{"next":null}}"#
  }

  private static let domains = RecordedTransport.Exchange(
    "/domains?limit=1000",
    list("domains", #"{"id":"default","name":"Default"},{"id":"d2","name":"heat"}"#)
  )

  // MARK: Users

  @Test func usersOfSeveralDomainsAreKnownToBeAll() async throws {
    let transport = RecordedTransport([
      .init(
        "/users?limit=1000",
        Self.list("users", #"{"id":"1","domain_id":"a"},{"id":"2","domain_id":"b"}"#)
      )
    ])
    let users = try await V3ListReader.recorded(transport).users(fields: ["id"])
    #expect(users.compactMap { $0.text("id") } == ["1", "2"])
    #expect(transport.requests == ["GET /users?limit=1000"])
  }

  @Test func domainsThatAListLeavesOutAreAskedFor() async throws {
    let transport = RecordedTransport([
      .init("/users?limit=1000", Self.list("users", #"{"id":"1","domain_id":"default"}"#)),
      Self.domains,
      .init(
        "/users?domain_id=d2&limit=1000",
        Self.list("users", #"{"id":"2","domain_id":"d2"}"#)
      ),
    ])
    let users = try await V3ListReader.recorded(transport).users(fields: ["id"])
    #expect(users.compactMap { $0.text("id") } == ["1", "2"])
  }

  @Test func adminOfOneDomainSeesItsUsers() async throws {
    let transport = RecordedTransport([
      .init("/users?limit=1000", Self.list("users", #"{"id":"1","domain_id":"d2"}"#)),
      .init(
        "/domains?limit=1000",
        #"{"error":{"code":403,"title":"Forbidden","message":"No."}}"#,
        status: 403
      ),
    ])
    let users = try await V3ListReader.recorded(transport).users(fields: ["id"])
    #expect(users.count == 1)
  }

  @Test func listThatIsCutOffIsNone() async {
    let transport = RecordedTransport([
      .init("/services", #"{"services":[],"truncated":true}"#),
      .init("/services?limit=1000", #"{"services":[],"truncated":true}"#),
    ])
    let error = await #expect(throws: BackendFailure.self) {
      try await V3ListReader.recorded(transport).listing(
        of: .services,
        [OpenStackColumn("ID", "id")]
      )
    }
    #expect(error?.keystoneError?.isOfIncompleteList == true)
  }

  // MARK: Objects by name

  private static let project = RecordedTransport([
    // By which a token is known to hold, where something is not found.
    .init("/regions", #"{"regions":[]}"#),
    .init("/domains/d2", #"{"domain":{"id":"d2","name":"heat"}}"#),
    .init("/projects/p1", #"{"project":{"id":"p1","name":"service","domain_id":"d2"}}"#),
    .init(
      "/projects?name=service&limit=1000",
      list(
        "projects",
        #"{"id":"p1","name":"service","domain_id":"d2"},{"id":"x","name":"Service"}"#
      )
    ),
    .init(
      "/projects?name=twice&limit=1000",
      list("projects", #"{"id":"1","name":"twice"},{"id":"2","name":"twice"}"#)
    ),
    .init("/projects?name=servic&limit=1000", list("projects", "")),
    .init(
      "/projects?limit=1000",
      list("projects", #"{"id":"1","name":"service"},{"id":"2","name":"demo"}"#)
    ),
    domains,
    .init("/domains?name=heat&limit=1000", list("domains", #"{"id":"d2","name":"heat"}"#)),
  ])

  @Test(arguments: ["p1", "service"])
  func projectIsFoundByIDAndThenByName(reference: String) async throws {
    let found = try await V3ListReader.recorded(Self.project).project(reference)
    #expect(found.id == "p1")
    #expect(found.domain == V3NamedID(id: "d2", name: "heat"))
  }

  @Test(arguments: ["d2", "heat"])
  func domainIsFoundByIDAndThenByName(reference: String) async throws {
    let found = try await V3ListReader.recorded(Self.project).domain(reference)
    #expect(found == V3NamedID(id: "d2", name: "heat"))
  }

  static let failures: [(String, ListError)] = [
    ("twice", .several(.project, "twice", count: 2)),
    ("servic", .none(.project, "servic", similar: "service")),
    ("", .none(.project, "")),
  ]

  @Test(arguments: failures)
  func saysWhyThereIsNoProject(_ reference: String, _ error: ListError) async {
    await #expect(throws: error) {
      try await V3ListReader.recorded(Self.project).project(reference)
    }
  }

  // MARK: Grants

  private static let user = V3DomainMember(
    id: "u1",
    name: "nova",
    domain: V3NamedID(id: "default", name: "Default")
  )
  private static let place = V3DomainMember(
    id: "p1",
    name: "service",
    domain: V3NamedID(id: "default", name: "Default")
  )

  @Test func rolesOfADomainHaveItsName() async throws {
    let rows = #"""
      {"user":{"id":"u1"},"role":{"id":"r1"},"scope":{"project":{"id":"p1"}}},
      {"user":{"id":"u1"},"role":{"id":"r2"},
       "scope":{"project":{"id":"p1"},"OS-INHERIT:inherited_to":"projects"}}
      """#
    let path = "/role_assignments?user.id=u1&scope.project.id=p1"
    let transport = RecordedTransport([
      .init(path, Self.list("role_assignments", rows)),
      .init(path + "&effective=1", Self.list("role_assignments", "")),
      .init("/roles", Self.list("roles", #"{"id":"r1","name":"admin"}"#)),
      .init("/roles/r2", #"{"role":{"id":"r2","name":"auditor","domain_id":"d2"}}"#),
      .init("/domains/d2", #"{"domain":{"id":"d2","name":"heat"}}"#),
    ])
    let reader = V3ListReader.recorded(transport)
    let grants = try await reader.grants(of: Self.user, on: Self.place, isEffective: false)
    #expect(grants.map(\.role) == ["admin", "auditor@heat"])
    #expect(grants.map(\.isInherited) == [false, true])
    #expect(try await reader.grants(of: Self.user, on: Self.place, isEffective: true).isEmpty)
  }

  @Test func usersOfAProjectAreThoseWithARoleThere() async throws {
    let rows = #"""
      {"user":{"id":"u1"},"role":{"id":"r1"}},{"user":{"id":"u1"},"role":{"id":"r2"}},
      {"group":{"id":"g1"},"role":{"id":"r1"}}
      """#
    let transport = RecordedTransport([
      .init("/role_assignments?scope.project.id=p1", Self.list("role_assignments", rows))
    ])
    #expect(try await V3ListReader.recorded(transport).userIDs(onProject: "p1") == ["u1"])
  }
}
