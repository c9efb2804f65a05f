import KeystoneClient
import Testing

@Suite struct V3ClientUsersTests {
  private static let url = "http://k:5000/v3/users"

  @Test func areMadeChangedAndDeleted() async throws {
    let created = try HTTPResponse.recorded("user created")
    let transport = try ScriptedTransport(
      created,
      created,
      .recorded("user changed"),
      created,
      .noContent
    )
    let client = V3Client.make(transport: transport)
    let user = try await client.createUser(
      V3NewUser(
        name: "eve",
        domainID: "d1",
        password: Secret("pw"),
        email: "eve@example.com",
        description: "Eve",
        defaultProjectID: "p1",
        enabled: true,
        options: ["lock_password": .bool(true)]
      )
    )
    #expect(user.id == V3Fixture.eve)
    #expect(user.name == "eve" && user.domainID == V3Fixture.corp && user.enabled)
    #expect(user.emailText == "eve@example.com" && user.description == "Eve")
    #expect(user.defaultProjectID == V3Fixture.web)
    #expect(user.options["ignore_change_password_upon_first_use"] == .bool(true))
    #expect(user.hasDatabaseID)
    #expect(try await client.user(id: "u1") == user)
    let changed = try await client.updateUser(
      id: "u1",
      V3UserUpdate(name: "eva", email: .null, enabled: false, password: .value(Secret("new")))
    )
    #expect(changed.email == nil)
    try await client.updateUser(
      id: "u1",
      V3UserUpdate(
        email: .value("x"),
        description: .value("y"),
        defaultProjectID: .null,
        password: .null,
        options: ["lock_password": .null]
      )
    )
    try await client.deleteUser(id: "u1")
    #expect(
      await transport.lines == [
        "POST \(Self.url) "
          + #"{"user":{"default_project_id":"p1","description":"Eve","domain_id":"d1","#
          + #""email":"eve@example.com","enabled":true,"name":"eve","#
          + #""options":{"lock_password":true},"password":"pw"}}"#,
        "GET \(Self.url)/u1",
        "PATCH \(Self.url)/u1 "
          + #"{"user":{"email":null,"enabled":false,"name":"eva","password":"new"}}"#,
        "PATCH \(Self.url)/u1 "
          + #"{"user":{"default_project_id":null,"description":"y","email":"x","#
          + #""options":{"lock_password":null},"password":null}}"#,
        "DELETE \(Self.url)/u1",
      ]
    )
  }

  @Test func areListedOfOneDomain() async throws {
    let list = try HTTPResponse.recorded("users")
    let transport = ScriptedTransport(list, list)
    let client = V3Client.make(transport: transport)
    #expect(try await client.users(ofDomain: "d1").map(\.name) == ["eve"])
    _ = try await client.users(ofDomain: "d1", named: "Jörg Müller")
    #expect(
      await transport.lines == [
        "GET \(Self.url)?domain_id=d1&limit=1000",
        "GET \(Self.url)?domain_id=d1&name=J%C3%B6rg%20M%C3%BCller&limit=1000",
      ]
    )
  }

  @Test func aTakenNameIsAConflictThatShowsNoPassword() async throws {
    let quoting = HTTPResponse.refusal(400, "Bad Request", "Invalid input. Value: swordfish")
    let transport = try ScriptedTransport(.recorded("user created, taken"), quoting)
    let client = V3Client.make(transport: transport)
    let user = V3NewUser(name: "eve", domainID: "d1", password: Secret("swordfish"))
    let taken = await failure { () throws(KeystoneError) in _ = try await client.createUser(user) }
    #expect(taken?.isConflict == true)
    let error = await failure { () throws(KeystoneError) in _ = try await client.createUser(user) }
    #expect(error?.refusal?.message == "Invalid input. Value: (sensitive)")
  }

  /// A directory shows what stands in it.
  @Test func ofADirectoryAreReadAsTheyAre() async throws {
    let list = HTTPResponse.json(
      200,
      #"{"users": [{"id": "Doe, Jane", "name": "Doe, Jane", "domain_id": "default","#
        + #" "enabled": "FALSE", "email": 5}, {"id": "slash/er", "name": "x", "domain_id": "d"}]}"#
    )
    let client = V3Client.make(transport: ScriptedTransport(list))
    let users = try await client.users(ofDomain: "default")
    #expect(users.map(\.enabled) == [false, true])
    #expect(users.map(\.hasDatabaseID) == [false, false])
    #expect(users.first?.emailText == "5")
    #expect(KeystoneClient.problem(withID: "slash/er") != nil)
  }
}
