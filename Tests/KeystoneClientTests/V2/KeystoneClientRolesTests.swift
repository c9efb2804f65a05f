import KeystoneClient
import Testing

@Suite struct KeystoneClientRolesTests {
  @Test func listsRolesBelowTheExtension() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"roles": [{"id": "87ad", "name": "admin", "domain_id": null},
        {"description": "Operators", "id": "91ec", "name": " ops ", "domain_id": "d1"}]}
        """
      )
    )
    let roles = try await KeystoneClient.make(transport: transport).roles()
    #expect(
      roles == [
        RoleRecord(id: "87ad", name: "admin"),
        RoleRecord(id: "91ec", name: " ops ", domainID: "d1"),
      ]
    )
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0/OS-KSADM/roles"])
  }

  @Test func createsARole() async throws {
    let transport = ScriptedTransport(
      .json(200, #"{"role": {"id": "2c3c", "name": "Member", "domain_id": null}}"#)
    )
    let role = try await KeystoneClient.make(transport: transport).createRole(named: "Member")
    #expect(role == RoleRecord(id: "2c3c", name: "Member"))
    #expect(
      await transport.lines == [
        #"POST http://127.0.0.1:35357/v2.0/OS-KSADM/roles {"role":{"name":"Member"}}"#
      ]
    )
  }

  @Test func deletesARole() async throws {
    let transport = ScriptedTransport(.noContent)
    try await KeystoneClient.make(transport: transport).deleteRole(id: "2c3c")
    #expect(await transport.lines == ["DELETE http://127.0.0.1:35357/v2.0/OS-KSADM/roles/2c3c"])
  }
}
