import KeystoneClient
import Testing

@Suite struct KeystoneClientListingsTests {
  static let lists: [(ObjectList, String, String)] = [
    (.users, "/users", "users"),
    (.tenants, "/tenants", "tenants"),
    (.roles, "/OS-KSADM/roles", "roles"),
    (.services, "/OS-KSADM/services", "OS-KSADM:services"),
    (.endpoints, "/endpoints", "endpoints"),
    (.users(ofTenant: "2b b3"), "/tenants/2b%20b3/users", "users"),
    (.roles(ofUser: "1e03", onTenant: "2bb3"), "/tenants/2bb3/users/1e03/roles", "roles"),
  ]

  @Test(arguments: lists)
  func readsAList(_ list: ObjectList, at path: String, in wrapper: String) async throws {
    let transport = ScriptedTransport(.json(200, #"{"\#(wrapper)":[{"id":"1"}]}"#))
    let client = KeystoneClient.make(transport: transport)
    #expect(try await client.objects(of: list, fields: ["id"]) == [["id": .string("1")]])
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0\(path)"])
  }

  @Test func keepsTheFieldsAskedForWhateverTheyHold() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"users":[{"id":5,"name":null,"email":{"b":1,"a":[1.50]},"OS-KSADM:password":"secret"},
        {},{"other":1}]}
        """
      )
    )
    let users = try await KeystoneClient.make(transport: transport)
      .objects(of: .users, fields: ["name", "id", "email"])
    #expect(
      users == [
        [
          "name": .null, "id": .number("5"),
          "email": .object(["b": .number("1"), "a": .array([.number("1.50")])]),
        ],
        [:],
      ]
    )
  }

  @Test func publicAddressIsNoEmptyList() async {
    let transport = ScriptedTransport(.unknownRoute)
    let error = await failure { () async throws(KeystoneError) in
      _ = try await KeystoneClient.make(transport: transport).objects(of: .users, fields: ["id"])
    }
    #expect(error?.reason == .notTheAdminAPI)
  }

  @Test func rowThatIsNoObjectIsAnError() async {
    let transport = ScriptedTransport(.json(200, #"{"users":[null]}"#))
    let error = await failure { () async throws(KeystoneError) in
      _ = try await KeystoneClient.make(transport: transport).objects(of: .users, fields: ["id"])
    }
    guard case .unreadable? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func readsOneUserAndOneTenant() async throws {
    let transport = ScriptedTransport(
      .json(200, #"{"user":{"id":"1e03","name":"admin"}}"#),
      .json(200, #"{"tenant":{"id":"2bb3","name":"service"}}"#)
    )
    let client = KeystoneClient.make(transport: transport)
    #expect(try await client.user(id: "1e03").name == "admin")
    #expect(try await client.tenant(id: "2bb3").name == "service")
    #expect(
      await transport.lines == [
        "GET http://127.0.0.1:35357/v2.0/users/1e03",
        "GET http://127.0.0.1:35357/v2.0/tenants/2bb3",
      ]
    )
  }
}
