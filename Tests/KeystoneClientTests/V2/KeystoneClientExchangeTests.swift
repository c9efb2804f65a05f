import KeystoneClient
import Testing

@Suite struct KeystoneClientExchangeTests {
  @Test func aTokenIsExchangedForOneOfTheTenant() async throws {
    let transport = ScriptedTransport(.token("new"), .noUsers)
    let client = try await KeystoneClient.exchanging(
      Secret("old"),
      scope: .tenantName("admin"),
      authURL: "http://p:5000",
      transport: transport
    )
    _ = try await client.users()
    #expect(
      await transport.lines.first
        == #"POST http://p:5000/v2.0/tokens {"auth":{"tenantName":"admin","token":{"id":"old"}}}"#
    )
    #expect(await transport.tokens == [nil, "new"])
  }

  @Test func theCatalogLeadsToTheAdminAPI() async throws {
    let catalog = KeystoneClientAdminAPITests.catalog(("r1", "http://a:35357/v2.0"))
    let transport = ScriptedTransport(.token("new", catalog: catalog), .unknownRoute)
    let client = try await KeystoneClient.exchanging(
      Secret("old"),
      scope: .tenantName("admin"),
      authURL: "http://p:5000",
      transport: transport
    )
    #expect(client.endpoint == "http://a:35357/v2.0")
  }

  @Test func aTokenForNoTenantOpensNoAdminRoute() async {
    let transport = ScriptedTransport(.token("new", isScoped: false))
    let error = await failure { () throws(KeystoneError) in
      _ = try await KeystoneClient.exchanging(
        Secret("old"),
        scope: .unscoped,
        authURL: "http://p:5000",
        transport: transport
      )
    }
    #expect(error?.reason == .unscopedLogin)
  }
}
