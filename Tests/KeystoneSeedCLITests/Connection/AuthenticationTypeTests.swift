import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct AuthenticationTypeTests {
  static let types: [(name: String, method: AuthenticationType.Method, version: IdentityVersion?)] =
    [
      ("password", .password, nil), ("v2password", .password, .v2), ("v3password", .password, .v3),
      ("token", .token, nil), ("v2token", .token, .v2), ("v3token", .token, .v3),
      ("admin_token", .adminToken, nil), ("token_endpoint", .adminToken, nil),
      ("v3applicationcredential", .applicationCredential, .v3),
    ]

  @Test func `a type names a method, and may be of one version`() throws {
    for (name, method, version) in Self.types {
      let type = try #require(AuthenticationType(name))
      #expect(type.method == method, "\(name)")
      #expect(type.version == version, "\(name)")
    }
  }

  @Test(arguments: ["none", "v3totp", "v3kerberos", "http_basic", "Password", ""])
  func `other plugins are none of these`(name: String) {
    #expect(AuthenticationType(name) == nil)
  }
}
