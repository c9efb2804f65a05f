import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import Testing
import Texts

@testable import IdentityBackends

struct V3BackendTests {
  private static let grants = (
    status: 200,
    body: """
    {"role_assignments": [
    {"role": {"id": "r"}, "user": {"id": "u"}, "scope": {"project": {"id": "p"}}},
    {"role": {"id": "r"}, "user": {"id": "v"}, "scope": {"project": {"id": "q"}}},
    {"role": {"id": "r"}, "group": {"id": "g"}, "scope": {"project": {"id": "p"}}},
    {"role": {"id": "r"}, "user": {"id": "u"}, "scope": {"domain": {"id": "default"}}},
    {"role": {"id": "r"}, "user": {"id": "u"}, "scope": {"system": {"all": true}}},
    {"role": {"id": "r"}, "user": {"id": "w"}, "scope": {"project": {"id": "p"},
    "OS-INHERIT:inherited_to": "projects"}}]}
    """
  )

  @Test("what was granted on something, or on what is below it, is one list")
  func directAssignments() async throws {
    let transport = ScriptedTransport(Self.grants, Self.grants)
    let backend = V3Backend.make(transport)
    let all = try await backend.directAssignments(ofUser: nil)
    #expect(
      all == [
        AssignmentIDs(userID: "u", tenantID: "p", roleID: "r"),
        AssignmentIDs(userID: "v", tenantID: "q", roleID: "r"),
        AssignmentIDs(.group("g"), .tenant("p"), roleID: "r"),
        AssignmentIDs(.user("u"), .domain("default"), roleID: "r"),
        AssignmentIDs(.user("u"), .system, roleID: "r"),
        AssignmentIDs(.user("w"), .tenantsBelow("p"), roleID: "r"),
      ]
    )
    #expect(try await backend.users(ofTenant: "p") == ["u"])
    #expect(
      await transport.lines == ["GET /v3/role_assignments", "GET /v3/role_assignments"]
    )
  }

  @Test("projects of all domains are one list, a domain above them being none")
  func tenantPlaces() async throws {
    let transport = ScriptedTransport(
      (
        200,
        """
        {"projects": [
        {"id": "p", "name": "top", "domain_id": "d", "parent_id": "d", "enabled": true},
        {"id": "q", "name": "low", "domain_id": "d", "parent_id": "p", "enabled": true}]}
        """
      )
    )
    #expect(
      try await V3Backend.make(transport).tenantPlaces() == [
        PlaceIDs(id: "p", name: "top", domainID: "d", parentID: nil),
        PlaceIDs(id: "q", name: "low", domainID: "d", parentID: "p"),
      ]
    )
    #expect(await transport.lines == ["GET /v3/projects?limit=1000"])
  }

  @Test("a user of any domain has a name, for which the domains are listed once")
  func userName() async throws {
    func user(_ domain: String) -> (Int, String) {
      (200, #"{"user": {"id": "u", "name": "ann", "domain_id": "\#(domain)", "enabled": true}}"#)
    }
    let transport = ScriptedTransport(
      user("default"),
      user("d1"),
      V3DomainStoreTests.list,
      user("d1"),
      user("gone")
    )
    let backend = V3Backend.make(transport)
    #expect(try await backend.userName(id: "u") == "ann")
    #expect(try await backend.userName(id: "u") == QualifiedName("ann", of: "heat"))
    #expect(try await backend.userName(id: "u") == QualifiedName("ann", of: "heat"))
    let failure = await #expect(throws: BackendFailure.self) {
      _ = try await backend.userName(id: "u")
    }
    #expect(failure?.isNotFound == true)
    #expect(
      await transport.lines == [
        "GET /v3/users/u", "GET /v3/users/u", "GET /v3/domains?limit=1000", "GET /v3/users/u",
        "GET /v3/users/u",
      ]
    )
  }

  @Test("a list of grants that is refused is an error, and no empty list")
  func refusedGrants() async {
    let transport = ScriptedTransport(
      (403, #"{"error": {"code": 403, "title": "Forbidden", "message": "No."}}"#)
    )
    await #expect(throws: BackendFailure.self) {
      _ = try await V3Backend.make(transport).directAssignments(ofUser: nil)
    }
  }

  @Test("a role is granted and taken away on the project itself")
  func grant() async throws {
    let transport = ScriptedTransport((204, ""), (204, ""))
    let backend = V3Backend.make(transport)
    let ids = AssignmentIDs(userID: "u", tenantID: "p", roleID: "r")
    try await backend.grant(ids)
    try await backend.revoke(ids)
    #expect(
      await transport.lines == [
        "PUT /v3/projects/p/users/u/roles/r", "DELETE /v3/projects/p/users/u/roles/r",
      ]
    )
  }

  @Test("a role is granted on a domain and on the system, to groups as well")
  func otherGrants() async throws {
    let transport = ScriptedTransport((204, ""), (204, ""))
    let backend = V3Backend.make(transport)
    try await backend.grant(AssignmentIDs(.group("g"), .domain("d"), roleID: "r"))
    try await backend.revoke(AssignmentIDs(.user("u"), .system, roleID: "r"))
    #expect(
      await transport.lines == [
        "PUT /v3/domains/d/groups/g/roles/r", "DELETE /v3/system/users/u/roles/r",
      ]
    )
  }

  static let logins: [(status: Int, body: String, Reconciliation.PasswordCheck)] = [
    (
      401,
      """
      {"error": {"code": 401, "title": "Unauthorized",
      "message": "The request you have made requires authentication."}}
      """,
      .refused
    ),
    (
      401,
      """
      {"error": {"code": 401, "title": "Unauthorized",
      "message": "The password is expired and needs to be changed for user: u."}}
      """,
      .mustBeChanged
    ),
  ]

  @Test("what an unscoped login says is what is known of a password", arguments: logins)
  func check(_ status: Int, _ body: String, _ expected: Reconciliation.PasswordCheck) async throws {
    let transport = ScriptedTransport((status, body))
    #expect(try await V3Backend.make(transport).check(Secret("x"), ofUser: "u") == expected)
    let line = try #require(await transport.lines.first)
    #expect(line.hasPrefix("POST /v3/auth/tokens?nocatalog=1 "))
    #expect(line.contains(#""scope":"unscoped""#))
  }

  @Test("a domain is known to be disabled where Keystone says so")
  func disabledDomain() async {
    func domain(_ enabled: Bool) -> (status: Int, body: String) {
      (200, #"{"domain": {"id": "default", "name": "Default", "enabled": \#(enabled)}}"#)
    }
    let transport = ScriptedTransport(domain(false), domain(true), (403, "{}"))
    let backend = V3Backend.make(transport)
    let user = Live(id: "u", User(name: "u"))
    #expect(await backend.disabledDomain(ofUser: user) == "default")
    #expect(await backend.disabledDomain(ofUser: user) == nil)
    #expect(await backend.disabledDomain(ofUser: user) == nil)
  }

  @Test("an ID that would be no part of a path is told", arguments: ["", ".", "..", "a/b"])
  func unreachable(id: String) {
    let backend = V3Backend.make(ScriptedTransport())
    #expect(backend.shownUnreachable(id) == id)
    #expect(backend.shownUnreachable("r1") == nil)
  }

  @Test("a group whose ID is not of the database lives in a directory")
  func groupsOfDirectories() {
    let backend = V3Backend.make(ScriptedTransport())
    #expect(backend.isInDirectory(String(repeating: "0a", count: 32)))
    #expect(backend.isInDirectory("staff"))
    #expect(!backend.isInDirectory(String(repeating: "0a", count: 16)))
  }

  @Test("who is asked for and is not there is gone, and any other answer proves nothing")
  func gone() async {
    let user = #"{"user": {"id": "u", "name": "n", "domain_id": "d"}}"#
    let missing =
      #"{"error": {"code": 404, "title": "Not Found", "message": "Could not find user: n."}}"#
    // A 404 may be of the token as well, so that the token is tried.
    let token = #"{"regions": []}"#
    let cases: [(answers: [(status: Int, body: String)], isGone: Bool)] = [
      ([(404, missing), (200, token)], true),
      ([(404, missing), (404, missing)], false), ([(500, "{}")], false),
    ]
    for (answers, isGone) in cases {
      for holder in [AssignmentIDs.Holder.user("u"), .group("g")] {
        let backend = V3Backend.make(ScriptedTransport(answers))
        #expect(await backend.isGone(holder) == isGone)
      }
    }
    let transport = ScriptedTransport((200, user))
    let backend = V3Backend.make(transport)
    #expect(await !backend.isGone(.user("u")))
    #expect(await !backend.isGone(.user("a/b")))
    #expect(await transport.lines == ["GET /v3/users/u"])
  }

  @Test func `what roles imply is listed, made and taken away`() async throws {
    let transport = ScriptedTransport(
      (
        200,
        #"{"role_inferences": [{"prior_role": {"id": "a"}, "implies": [{"id": "b"}, {"id": "c"}]}]}"#
      ),
      (201, #"{"role_inference": {}}"#),
      (204, "")
    )
    let backend = V3Backend.make(transport)
    let ids = ImplicationIDs(roleID: "a", impliedID: "b")
    #expect(
      try await backend.implications() == [ids, ImplicationIDs(roleID: "a", impliedID: "c")]
    )
    try await backend.imply(ids)
    try await backend.stopImplying(ids)
    #expect(
      await transport.lines == [
        "GET /v3/role_inferences", "PUT /v3/roles/a/implies/b", "DELETE /v3/roles/a/implies/b",
      ]
    )
  }
}
