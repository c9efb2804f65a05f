import KeystoneClient
import TestSupport
import Testing

@Suite struct KeystoneClientAdminAPITests {
  /// A catalog with an identity endpoint for each pair of region and admin URL, in JSON.
  static func catalog(_ endpoints: (region: String?, adminURL: String?)...) -> String {
    let rows = endpoints.map { endpoint in
      let region = endpoint.region.map { "\"\($0)\"" } ?? "null"
      let admin = endpoint.adminURL.map { #", "adminURL": "\#($0)""# } ?? ""
      return #"{"id": "8c3e", "publicURL": "http://p:5000/v2.0", "region": \#(region)\#(admin)}"#
    }
    return """
      [{"name": "nova", "type": "compute", "endpoints": [{"adminURL": "http://nova/v2"}]},
      {"name": "keystone", "type": "identity", "endpoints": [\(rows.joined(separator: ","))]}]
      """
  }

  func locate(_ transport: ScriptedTransport, region: String? = nil) async throws(KeystoneError)
    -> KeystoneClient
  {
    try await KeystoneClient.locatingAdminAPI(
      credentials: PasswordCredentials(
        user: .name("admin"),
        password: Secret("swordfish"),
        scope: .tenantName("admin")
      ),
      authURL: "http://p:5000/",
      region: region,
      transport: transport,
      clock: ManualClock()
    )
  }

  static let found: [(catalog: String, region: String?, endpoint: String)] = [
    (catalog(("r1", "http://a:35357/v2.0")), nil, "http://a:35357/v2.0"),
    (catalog(("r1", "http://a:35357/v2.0/")), "r1", "http://a:35357/v2.0"),
    // What `keystone-manage bootstrap` of newer releases registers.
    (catalog(("r1", "http://a:35357/v3")), nil, "http://a:35357/v2.0"),
    (catalog(("r1", "http://a/v2.0"), ("r2", "http://b/v2.0")), "r2", "http://b/v2.0"),
    (catalog(("r1", "http://a/v2.0"), ("r2", "http://a/v2.0/")), nil, "http://a/v2.0"),
    (catalog((nil, "http://a/v2.0")), nil, "http://a/v2.0"),
    // No admin URL that could be used: the auth URL is all there is.
    ("[]", nil, "http://p:5000/v2.0"),
    ("[]", "r1", "http://p:5000/v2.0"),
    (catalog(("r1", nil)), nil, "http://p:5000/v2.0"),
    (catalog(("r1", "")), "r1", "http://p:5000/v2.0"),
  ]

  @Test(arguments: found)
  func findsTheAdminURLInTheCatalog(
    _ test: (catalog: String, region: String?, endpoint: String)
  ) async throws {
    let isElsewhere = test.endpoint != "http://p:5000/v2.0"
    let probe: [HTTPResponse] = isElsewhere ? [.unknownRoute] : []
    let script = [.token("t1", catalog: test.catalog)] + probe + [.noUsers]
    let transport = ScriptedTransport(script.map { .success($0) })
    let client = try await locate(transport, region: test.region)
    #expect(client.endpoint == test.endpoint)
    _ = try await client.users()
    let probed = isElsewhere ? ["http://p:5000/v2.0/users?name=nobody"] : []
    #expect(
      await transport.requests.map(\.url)
        == ["http://p:5000/v2.0/tokens"] + probed + [test.endpoint + "/users"]
    )
    #expect(await transport.tokens == [nil] + probed.map { _ in "t1" } + ["t1"])
  }

  @Test(arguments: [
    HTTPResponse.refusal(404, "Not Found", "Could not find user: nobody."),
    HTTPResponse.refusal(403, "Forbidden", "admin_required"),
  ])
  func staysWhereTheAdminAPIIsAtTheAuthURLItself(_ probe: HTTPResponse) async throws {
    let transport = ScriptedTransport(
      .token("t1", catalog: Self.catalog(("r1", "http://unreachable:35357/v2.0"))),
      probe
    )
    #expect(try await locate(transport).endpoint == "http://p:5000/v2.0")
  }

  @Test func doesNotChooseBetweenRegions() async {
    let transport = ScriptedTransport(
      .token("t1", catalog: Self.catalog(("r2", "http://b"), ("r1", "http://a"))),
      .unknownRoute
    )
    let error = await failure { () throws(KeystoneError) in _ = try await locate(transport) }
    #expect(error == KeystoneError(.severalAdminURLs(regions: ["r1", "r2"])))
  }

  /// The login was over TLS, and the token would go on without.
  @Test(arguments: [
    (authURL: "https://p:5000", adminURL: "http://a:35357/v2.0", isAllowed: false, isSent: false),
    (authURL: "HTTPS://p:5000", adminURL: "HTTP://a:35357/v2.0", isAllowed: false, isSent: false),
    (authURL: "https://p:5000", adminURL: "http://a:35357/v2.0", isAllowed: true, isSent: true),
    (authURL: "https://p:5000", adminURL: "https://a:35357/v2.0", isAllowed: false, isSent: true),
    (authURL: "http://p:5000", adminURL: "http://a:35357/v2.0", isAllowed: false, isSent: true),
  ])
  func sendsNoTokenOverHTTPAfterALoginOverTLS(
    authURL: String,
    adminURL: String,
    isAllowed: Bool,
    isSent: Bool
  ) async throws {
    let transport = ScriptedTransport(
      .token("t1", catalog: Self.catalog(("r1", adminURL))),
      .unknownRoute
    )
    let error = await failure { () throws(KeystoneError) in
      _ = try await KeystoneClient.locatingAdminAPI(
        credentials: PasswordCredentials(
          user: .name("admin"),
          password: Secret("swordfish"),
          scope: .tenantName("admin")
        ),
        authURL: authURL,
        allowsPlainAdminURL: isAllowed,
        transport: transport,
        clock: ManualClock()
      )
    }
    #expect(error == (isSent ? nil : KeystoneError(.plainAdminURL("http://a:35357/v2.0"))))
    #expect(
      await transport.requests.allSatisfy { $0.url.lowercased().hasPrefix(authURL.lowercased()) }
    )
  }

  @Test func doesNotTakeAnotherRegionThanTheOneNamed() async {
    let transport = ScriptedTransport(
      .token("t1", catalog: Self.catalog(("r1", "http://a"), ("r2", "http://b"))),
      .unknownRoute
    )
    let error = await failure { () throws(KeystoneError) in
      _ = try await locate(transport, region: "R1")
    }
    #expect(error == KeystoneError(.noAdminURL(region: "R1", regions: ["r1", "r2"])))
  }

  @Test func needsALoginForATenant() async {
    let transport = ScriptedTransport(.token("t1", isScoped: false))
    let error = await failure { () throws(KeystoneError) in _ = try await locate(transport) }
    #expect(error == KeystoneError(.unscopedLogin))
  }

  @Test func saysThatTheAuthURLIsNotTheAdminAPIWhenItIsNot() async throws {
    let transport = ScriptedTransport(.token("t1"), .unknownRoute)
    let client = try await locate(transport)
    let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
    #expect(error?.reason == .notTheAdminAPI)
  }
}
