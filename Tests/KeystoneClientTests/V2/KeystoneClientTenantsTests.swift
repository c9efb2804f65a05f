import KeystoneClient
import Testing

@Suite struct KeystoneClientTenantsTests {
  @Test func listsTenantsWithTheTokenAndNoBody() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"tenants": [{"id": "2bb326daa1ac4229b282d528672424f1", "name": "admin",
          "description": "Admin Tenant", "enabled": true},
          {"id": "df6dcd40f7734e20a0d12834d2bf8eb0", "name": "nulldesc", "description": null,
          "enabled": false, "colour": "red"}], "tenants_links": []}
        """
      )
    )
    let tenants = try await KeystoneClient.make(transport: transport).tenants()
    #expect(
      tenants == [
        TenantRecord(
          id: "2bb326daa1ac4229b282d528672424f1",
          name: "admin",
          description: "Admin Tenant"
        ),
        TenantRecord(id: "df6dcd40f7734e20a0d12834d2bf8eb0", name: "nulldesc", enabled: false),
      ]
    )
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0/tenants"])
    #expect(await transport.tokens == ["ADMIN"])
  }

  @Test func createsATenantWithWhatIsSetAlone() async throws {
    let answer = HTTPResponse.json(
      200,
      """
      {"tenant": {"id": "dc33b3ce75ea4eccb8aac2c246f2ecb1", "name": "demo", "description": "",
      "enabled": true}}
      """
    )
    let transport = ScriptedTransport(answer, answer)
    let client = KeystoneClient.make(transport: transport)
    let tenant = try await client.createTenant(NewTenant(name: "demo"))
    #expect(
      tenant == TenantRecord(id: "dc33b3ce75ea4eccb8aac2c246f2ecb1", name: "demo", description: "")
    )
    _ = try await client.createTenant(
      NewTenant(name: "Zürich \"1\"", description: "a\\b\n", enabled: false)
    )
    #expect(
      await transport.lines == [
        #"POST http://127.0.0.1:35357/v2.0/tenants {"tenant":{"name":"demo"}}"#,
        "POST http://127.0.0.1:35357/v2.0/tenants "
          + #"{"tenant":{"description":"a\\b\n","enabled":false,"name":"Zürich \"1\""}}"#,
      ]
    )
    let types = await transport.requests.map { request in
      request.headers.filter { $0.name == "Content-Type" }.map(\.value)
    }
    #expect(types == [["application/json"], ["application/json"]])
  }

  @Test func updatesATenantByPOSTWithTheFieldsThatChange() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"tenant": {"id": "dc33", "name": "demo", "description": "Demo", "enabled": true,
        "extra": {}}}
        """
      )
    )
    let tenant = try await KeystoneClient.make(transport: transport)
      .updateTenant(id: "dc33", TenantUpdate(description: "Demo"))
    #expect(tenant == TenantRecord(id: "dc33", name: "demo", description: "Demo"))
    #expect(
      await transport.lines == [
        #"POST http://127.0.0.1:35357/v2.0/tenants/dc33 {"tenant":{"description":"Demo"}}"#
      ]
    )
  }

  @Test func sendsNoUpdateThatSetsNothing() async {
    let transport = ScriptedTransport()
    let client = KeystoneClient.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      try await client.updateTenant(id: "dc33", TenantUpdate())
    }
    #expect(error == KeystoneError(.nothingToSend))
    #expect(await transport.requests.isEmpty)
  }

  @Test func deletesATenantWithoutABody() async throws {
    let transport = ScriptedTransport(.noContent)
    try await KeystoneClient.make(transport: transport).deleteTenant(id: "351a")
    #expect(await transport.lines == ["DELETE http://127.0.0.1:35357/v2.0/tenants/351a"])
  }

  @Test func listsTheUsersOfATenant() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"users": [{"email": "nova@example.com", "id": "0fd2", "name": "nova", "enabled": true,
        "options": {}, "username": "nova"}]}
        """
      )
    )
    let users = try await KeystoneClient.make(transport: transport).users(ofTenant: "2ca2")
    #expect(
      users == [UserRecord(id: "0fd2", name: "nova", email: .string("nova@example.com"))]
    )
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0/tenants/2ca2/users"])
  }

  /// An empty one would list all tenants, or delete whatever the shorter path means.
  @Test(arguments: ["", ".", "..", "a/b", "/"])
  func sendsNothingForAnUnusableID(_ id: String) async {
    let transport = ScriptedTransport()
    let client = KeystoneClient.make(transport: transport)
    let errors = [
      await failure { () throws(KeystoneError) in try await client.deleteTenant(id: id) },
      await failure { () throws(KeystoneError) in _ = try await client.users(ofTenant: id) },
      await failure { () throws(KeystoneError) in
        try await client.updateTenant(id: id, TenantUpdate(name: "x"))
      },
    ]
    #expect(errors.allSatisfy { $0?.reason == .unusableID(id) })
    #expect(await transport.requests.isEmpty)
  }
}
