import KeystoneClient
import Testing

@Suite struct V3ClientListingsTests {
  private static let cases: [(V3ObjectList, String, String)] = [
    (.domains, "domains", "/domains?limit=1000"),
    (.domains(named: "é b"), "domains", "/domains?name=%C3%A9%20b&limit=1000"),
    (.users(), "users", "/users?limit=1000"),
    (.users(ofDomain: "d"), "users", "/users?domain_id=d&limit=1000"),
    (.users(named: "n"), "users", "/users?name=n&limit=1000"),
    (.groups(ofDomain: "d"), "groups", "/groups?domain_id=d&limit=1000"),
    (.projects(), "projects", "/projects?limit=1000"),
    (.projects(ofDomain: "d"), "projects", "/projects?domain_id=d&limit=1000"),
    (.projects(named: "n"), "projects", "/projects?name=n&limit=1000"),
    (.roles(), "roles", "/roles"),
    (.roles(ofDomain: "d"), "roles", "/roles?domain_id=d"),
    (.services, "services", "/services"),
    (.endpoints, "endpoints", "/endpoints"),
    (.regions, "regions", "/regions"),
    (.grants, "role_assignments", "/role_assignments"),
    (
      .grants(ofUser: "u", onProject: "p"), "role_assignments",
      "/role_assignments?user.id=u&scope.project.id=p"
    ),
    (
      .grants(ofUser: "u", isEffective: true), "role_assignments",
      "/role_assignments?user.id=u&effective=1"
    ),
    (.catalog, "catalog", "/auth/catalog"),
  ]

  @Test(arguments: cases)
  func areAskedForAsTheirRecordsAre(
    _ list: V3ObjectList,
    _ name: String,
    _ path: String
  ) async throws {
    let transport = ScriptedTransport(.json(200, "{\"\(name)\": [], \"links\": {\"next\": null}}"))
    let objects = try await V3Client.make(transport: transport).objects(of: list, fields: ["id"])
    #expect(objects.isEmpty)
    #expect(await transport.lines == ["GET http://k:5000/v3" + path])
  }

  @Test func haveTheirValuesAsSentAndNoOtherFields() async throws {
    let list = HTTPResponse.json(
      200,
      #"{"users": [{"id": "1", "name": 5, "password": "leak", "email": null}, {"id": "2"}]}"#
    )
    let transport = ScriptedTransport(list)
    let objects = try await V3Client.make(transport: transport).objects(
      of: .users(ofDomain: "d"),
      fields: ["email", "id", "name"]
    )
    #expect(
      objects == [
        ["email": .null, "id": .string("1"), "name": .number("5")], ["id": .string("2")],
      ]
    )
  }

  @Test func areWholeOrAnError() async throws {
    let transport = try ScriptedTransport(.recorded("services, cut off"), .recorded("services"))
    let client = V3Client.make(transport: transport)
    let services = try await client.objects(of: .services, fields: ["type"])
    #expect(services.count == 2)
    let cut = V3Client.make(
      transport: ScriptedTransport(.json(200, #"{"regions": [], "truncated": true}"#))
    )
    let error = await failure { () throws(KeystoneError) in
      _ = try await cut.objects(of: .regions, fields: ["id"])
    }
    #expect(error?.isOfIncompleteList == true)
  }
}
