import KeystoneClient
import Testing

@Suite struct TokenStandingTests {
  private func standing(after responses: HTTPResponse...) async throws -> TokenStanding? {
    let answers = responses + [.refusal(403, "Forbidden", "no")]
    let transport = ScriptedTransport(answers.map { .success($0) })
    let client = KeystoneClient.make(transport: transport)
    for _ in responses { _ = try await client.roles() }
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    return error?.request?.token
  }

  @Test func aTokenThatHasOpenedNothingMayLackTheRole() async throws {
    let standing = try await standing()
    #expect(standing?.hasOpenedAdminRoute == false)
    #expect(standing?.isFromLogin == false)
  }

  @Test func oneThatHasOpenedAListHasTheRole() async throws {
    #expect(try await standing(after: .json(200, #"{"roles": []}"#))?.hasOpenedAdminRoute == true)
  }

  /// The public API lists one's own tenants, and nobody but an admin can make one.
  @Test func oneThatHasWrittenHasTheRoleAndOneThatHasReadTenantsMayNot() async throws {
    let tenant = #"{"id": "1", "name": "t", "description": "", "enabled": true}"#
    let transport = ScriptedTransport(
      .json(200, #"{"tenants": []}"#),
      .refusal(403, "Forbidden", "no"),
      .json(200, #"{"tenant": \#(tenant)}"#),
      .refusal(403, "Forbidden", "no")
    )
    let client = KeystoneClient.make(transport: transport)
    _ = try await client.tenants()
    let before = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(before?.request?.token.hasOpenedAdminRoute == false)
    _ = try await client.createTenant(NewTenant(name: "t"))
    let after = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(after?.request?.token.hasOpenedAdminRoute == true)
  }
}
