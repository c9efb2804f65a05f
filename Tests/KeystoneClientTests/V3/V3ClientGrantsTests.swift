import KeystoneClient
import Testing

@Suite struct V3ClientGrantsTests {
  private static let root = "http://k:5000/v3"

  @Test func areAllOfThemInOneList() async throws {
    let transport = try ScriptedTransport(.recorded("grants"))
    let grants = try await V3Client.make(transport: transport).grants()
    let (member, reader, auditor) = (V3Fixture.id(4), V3Fixture.id(5), V3Fixture.id(0x14))
    let (eve, ops) = (V3Actor.user(V3Fixture.eve), V3Actor.group(V3Fixture.ops))
    let admin = V3Actor.user(V3Fixture.admin)
    let expected = [
      V3Grant(admin, .project(V3Fixture.project), roleID: V3Fixture.id(2)),
      V3Grant(eve, .project(V3Fixture.web), roleID: member),
      V3Grant(ops, .domain(V3Fixture.corp), roleID: member),
      V3Grant(eve, .projectsOfDomain(V3Fixture.corp), roleID: auditor),
      V3Grant(ops, .projectsBelow(V3Fixture.web), roleID: auditor),
      V3Grant(admin, .system, roleID: V3Fixture.id(2)),
      V3Grant(eve, .system, roleID: reader),
    ]
    #expect(Set(grants) == Set(expected))
    #expect(grants.count == expected.count)
    #expect(await transport.lines == ["GET \(Self.root)/role_assignments"])
  }

  @Test func areListedOfOneActor() async throws {
    let none = HTTPResponse.json(200, #"{"role_assignments": []}"#)
    let transport = ScriptedTransport(none, none)
    let client = V3Client.make(transport: transport)
    _ = try await client.grants(of: .user("u1"))
    _ = try await client.grants(of: .group("g1"))
    #expect(
      await transport.lines == [
        "GET \(Self.root)/role_assignments?user.id=u1",
        "GET \(Self.root)/role_assignments?group.id=g1",
      ]
    )
  }

  @Test func comeToRolesOfAUser() async throws {
    let transport = try ScriptedTransport(.recorded("effective roles"))
    let roles = try await V3Client.make(transport: transport).effectiveRoles(
      ofUser: "u1",
      onProject: "p1"
    )
    // member and, implied, reader; auditor by inheritance from the domain.
    #expect(roles == [V3Fixture.id(4), V3Fixture.id(5), V3Fixture.id(0x14)])
    #expect(
      await transport.lines == [
        "GET \(Self.root)/role_assignments?effective=1&scope.project.id=p1&user.id=u1"
      ]
    )
  }

  private static let paths: [(V3Grant, String)] = [
    (V3Grant(.user("u"), .project("p"), roleID: "r"), "/projects/p/users/u/roles/r"),
    (V3Grant(.group("g"), .project("p"), roleID: "r"), "/projects/p/groups/g/roles/r"),
    (V3Grant(.user("u"), .domain("d"), roleID: "r"), "/domains/d/users/u/roles/r"),
    (V3Grant(.group("g"), .domain("d"), roleID: "r"), "/domains/d/groups/g/roles/r"),
    (V3Grant(.user("u"), .system, roleID: "r"), "/system/users/u/roles/r"),
    (V3Grant(.group("Doe, J"), .system, roleID: "r"), "/system/groups/Doe%2C%20J/roles/r"),
    (
      V3Grant(.user("u"), .projectsBelow("p"), roleID: "r"),
      "/OS-INHERIT/projects/p/users/u/roles/r/inherited_to_projects"
    ),
    (
      V3Grant(.group("g"), .projectsOfDomain("d"), roleID: "r"),
      "/OS-INHERIT/domains/d/groups/g/roles/r/inherited_to_projects"
    ),
  ]

  @Test(arguments: paths)
  func areMadeLookedUpAndTakenAway(_ grant: V3Grant, _ path: String) async throws {
    let transport = ScriptedTransport(.noContent, .noContent, .noContent)
    let client = V3Client.make(transport: transport)
    try await client.grant(grant)
    #expect(try await client.holds(grant))
    try await client.revoke(grant)
    let url = Self.root + path
    #expect(await transport.lines == ["PUT \(url)", "GET \(url)", "DELETE \(url)"])
  }

  @Test func areNotThereWhereTheyWereNotMade() async throws {
    let grant = V3Grant(.user(V3Fixture.eve), .project(V3Fixture.web), roleID: V3Fixture.id(0x14))
    let transport = try ScriptedTransport(
      .v3Token("t1"),
      .recorded("no grant"),
      .recorded("no grant"),
      .recorded("grant to an unknown user")
    )
    let client = V3Client.loggingIn(transport)
    #expect(try await !client.holds(grant))
    let revoked = await failure { () throws(KeystoneError) in try await client.revoke(grant) }
    #expect(revoked?.isNotFound == true)
    // What is missing is named, so that nobody asks whether it is the token.
    let unknown = V3Grant(.user(V3Fixture.id(0x10)), .project(V3Fixture.web), roleID: "r")
    let granted = await failure { () throws(KeystoneError) in try await client.grant(unknown) }
    #expect(granted?.isNotFound == true)
    #expect(await transport.requests.count == 4)
  }

  @Test(arguments: [
    #"{"scope": {"project": {"id": "p"}}, "role": {"id": "r"}}"#,
    #"{"user": {"id": "u"}, "role": {"id": "r"}}"#,
    #"{"user": {"id": "u"}, "scope": {"galaxy": {}}, "role": {"id": "r"}}"#,
    #"{"user": {"id": "u"}, "scope": {"system": {"all": true}}}"#,
  ])
  func areNoneWhereAnyOfThemCannotBeRead(_ row: String) async {
    let list = HTTPResponse.json(200, #"{"role_assignments": [\#(row)]}"#)
    let client = V3Client.make(transport: ScriptedTransport(list))
    let error = await failure { () throws(KeystoneError) in _ = try await client.grants() }
    guard case .unreadable(.unexpectedShape, 200)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
