import KeystoneClient
import Testing

@Suite struct KeystoneClientAssignmentsTests {
  static let path = "http://127.0.0.1:35357/v2.0/tenants/t1/users/u1/roles"

  @Test func listsTheRolesOfAUserInATenant() async throws {
    let transport = ScriptedTransport(
      .json(200, #"{"roles": [{"id": "9fe2", "name": "_member_", "domain_id": null}]}"#)
    )
    let roles = try await KeystoneClient.make(transport: transport)
      .roles(ofUser: "u1", onTenant: "t1")
    #expect(roles == [RoleRecord(id: "9fe2", name: "_member_")])
    #expect(await transport.lines == ["GET \(Self.path)"])
  }

  /// Keystone refuses any body here with a 400.
  @Test func grantsARoleWithoutABody() async throws {
    let transport = ScriptedTransport(
      .json(200, #"{"role": {"id": "r1", "name": "admin", "domain_id": null}}"#)
    )
    try await KeystoneClient.make(transport: transport)
      .grantRole("r1", toUser: "u1", onTenant: "t1")
    #expect(await transport.lines == ["PUT \(Self.path)/OS-KSADM/r1"])
    #expect(await transport.requests.allSatisfy { $0.body == nil })
  }

  @Test func revokesARole() async throws {
    let transport = ScriptedTransport(.noContent)
    try await KeystoneClient.make(transport: transport)
      .revokeRole("r1", fromUser: "u1", onTenant: "t1")
    #expect(await transport.lines == ["DELETE \(Self.path)/OS-KSADM/r1"])
  }

  @Test func tellsARoleThatIsThereFromOneThatIsNot() async {
    let transport = ScriptedTransport(
      .refusal(
        409,
        "Conflict",
        "Conflict occurred attempting to store role grant - User u1 already has role r1 in tenant t1."
      ),
      .refusal(404, "Not Found", "Cannot remove role that has not been granted, r1")
    )
    let client = KeystoneClient.make(transport: transport)
    let granted = await failure { () throws(KeystoneError) in
      try await client.grantRole("r1", toUser: "u1", onTenant: "t1")
    }
    let revoked = await failure { () throws(KeystoneError) in
      try await client.revokeRole("r1", fromUser: "u1", onTenant: "t1")
    }
    #expect(granted?.isConflict == true && granted?.isOutcomeUnknown == false)
    #expect(revoked?.isNotFound == true && revoked?.isOutcomeUnknown == false)
  }
}
