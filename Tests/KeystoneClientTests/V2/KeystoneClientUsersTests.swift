import KeystoneClient
import Testing

@Suite struct KeystoneClientUsersTests {
  static let admin = """
    {"user": {"email": "admin@example.com", "id": "1e03", "name": "admin", "enabled": true,
    "options": {}, "tenantId": "dc33", "username": "admin"}}
    """

  @Test func listsUsersWhateverTheirEmailIs() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"users": [
          {"email": "admin@example.com", "id": "1e03", "name": "admin", "enabled": true,
           "options": {}, "username": "admin"},
          {"email": null, "id": "e382", "name": "nulls", "enabled": true, "username": "nulls"},
          {"id": "4a83", "username": "un"},
          {"email": 1.50, "id": "5", "name": "nm", "username": "un", "enabled": false}]}
        """
      )
    )
    let users = try await KeystoneClient.make(transport: transport).users()
    #expect(
      users == [
        UserRecord(id: "1e03", name: "admin", email: .string("admin@example.com")),
        UserRecord(id: "e382", name: "nulls"),
        UserRecord(id: "4a83", name: "un"),
        UserRecord(id: "5", name: "nm", email: .number("1.50"), enabled: false),
      ]
    )
    #expect(users.map(\.emailText) == ["admin@example.com", nil, nil, "1.50"])
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0/users"])
  }

  @Test func createsAUserUnderNameAlone() async throws {
    let transport = ScriptedTransport(.json(200, Self.admin), .json(200, Self.admin))
    let client = KeystoneClient.make(transport: transport)
    let user = try await client.createUser(
      NewUser(
        name: "admin",
        password: Secret("secret-admin"),
        email: "admin@example.com",
        tenantID: "dc33",
        enabled: true
      )
    )
    #expect(
      user
        == UserRecord(
          id: "1e03",
          name: "admin",
          email: .string("admin@example.com"),
          tenantID: "dc33"
        )
    )
    _ = try await client.createUser(NewUser(name: "minimal"))
    #expect(
      await transport.lines == [
        "POST http://127.0.0.1:35357/v2.0/users "
          + #"{"user":{"email":"admin@example.com","enabled":true,"name":"admin","#
          + #""password":"secret-admin","tenantId":"dc33"}}"#,
        #"POST http://127.0.0.1:35357/v2.0/users {"user":{"name":"minimal"}}"#,
      ]
    )
  }

  @Test func updatesAUserByPUTWithTheFieldsThatChange() async throws {
    let transport = ScriptedTransport(.json(200, Self.admin), .json(200, Self.admin))
    let client = KeystoneClient.make(transport: transport)
    try await client.updateUser(id: "1e03", UserUpdate(email: "a@b", enabled: false))
    try await client.updateUser(id: "1e03", UserUpdate(name: "n", tenantID: "dc33"))
    #expect(
      await transport.lines == [
        #"PUT http://127.0.0.1:35357/v2.0/users/1e03 {"user":{"email":"a@b","enabled":false}}"#,
        #"PUT http://127.0.0.1:35357/v2.0/users/1e03 {"user":{"name":"n","tenantId":"dc33"}}"#,
      ]
    )
  }

  /// With `OS-KSADM:password` Keystone would store the clear text and show it to all.
  @Test func setsAPasswordUnderPasswordAlone() async throws {
    let transport = ScriptedTransport(.json(200, Self.admin))
    let client = KeystoneClient.make(transport: transport)
    try await client.setPassword(Secret("pä\"$x"), ofUser: "1e03")
    #expect(
      await transport.lines == [
        #"PUT http://127.0.0.1:35357/v2.0/users/1e03 {"user":{"password":"pä\"$x"}}"#
      ]
    )
  }

  @Test func deletesAUser() async throws {
    let transport = ScriptedTransport(.noContent)
    try await KeystoneClient.make(transport: transport).deleteUser(id: "a b%ü")
    #expect(await transport.lines == ["DELETE http://127.0.0.1:35357/v2.0/users/a%20b%25%C3%BC"])
  }

  /// The public app has no users, which must never read as "there are none".
  @Test func saysThatThePublicAddressIsNotTheAdminAPI() async {
    let transport = ScriptedTransport(.unknownRoute)
    let client = KeystoneClient.make(endpoint: "http://127.0.0.1:5000/v2.0", transport: transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.reason == .notTheAdminAPI)
    #expect(
      error?.request
        == RequestSummary(method: .get, path: "/v2.0/users", server: "http://127.0.0.1:5000")
    )
  }
}
