import IdentityModel
import SeedFormat
import Testing

@Suite struct CloudsFileTests {
  private func decode(_ text: String) throws -> [String: CloudEntry] {
    try CloudsFile.decode(Array(text.utf8), file: "clouds.yaml")
  }

  @Test func `reads what an identity client needs`() throws {
    let clouds = try decode(
      """
      cache: {expiration_time: 3600}
      clouds:
        north:
          profile: vendor
          region_name: regionOne
          interface: admin
          identity_api_version: 2.0
          verify: false
          cacert: /etc/ca.pem
          cert: /etc/cert.pem
          key: /etc/key.pem
          auth:
            auth_url: http://192.0.2.1:5000/v2.0
            username: admin
            password: 007
            project_name: admin
            user_domain_name: Default
        boot:
          auth_type: admin_token
          auth: {token: abc, endpoint: http://192.0.2.1:35357/v2.0}
      """
    )
    let north = try #require(clouds["north"])
    #expect(north.diagnostics.isEmpty)
    #expect(north.authURL == "http://192.0.2.1:5000/v2.0")
    #expect(north.username == "admin")
    #expect(north.password == Secret("007"))
    #expect(north.tenantName == "admin")
    #expect(north.tenantID == nil)
    #expect(north.regionName == "regionOne")
    #expect(north.interface == "admin")
    #expect(north.apiVersion == .v2)
    #expect(north.verify == false)
    #expect(north.caCertificate == "/etc/ca.pem")
    #expect(north.certificate == "/etc/cert.pem")
    #expect(north.key == "/etc/key.pem")
    #expect(north.authType == nil)
    let boot = try #require(clouds["boot"])
    #expect(boot.authType == .tokenEndpoint)
    #expect(boot.token == Secret("abc"))
    #expect(boot.endpoint == "http://192.0.2.1:35357/v2.0")
  }

  static let versions: [(yaml: String, version: CloudEntry.APIVersion?)] = [
    ("2", .v2), ("2.0", .v2), ("'2.0'", .v2), ("v2.0", .v2), ("3", .other("3")),
    ("'3'", .other("3")), ("", nil),
  ]

  @Test(arguments: versions)
  func `reads the API version however it is written`(
    yaml: String,
    version: CloudEntry.APIVersion?
  ) throws {
    let clouds = try decode("clouds:\n  x:\n    identity_api_version: \(yaml)\n")
    #expect(clouds["x"]?.apiVersion == version)
  }

  static let types: [(yaml: String, type: CloudEntry.AuthType)] = [
    ("password", .password), ("v2password", .password), ("token", .token),
    ("token_endpoint", .tokenEndpoint), ("admin_token", .tokenEndpoint),
    ("v3oidcpassword", .other("v3oidcpassword")),
  ]

  @Test(arguments: types)
  func `reads how to log in`(yaml: String, type: CloudEntry.AuthType) throws {
    #expect(try decode("clouds: {x: {auth_type: \(yaml)}}")["x"]?.authType == type)
  }

  @Test func `prefers the newer word for a tenant, and takes the older`() throws {
    let clouds = try decode(
      """
      clouds:
        new: {auth: {project_name: a, tenant_name: b, tenant_id: 1}}
        old: {auth: {tenant_name: b}}
      """
    )
    #expect(clouds["new"]?.tenantName == "a")
    #expect(clouds["new"]?.tenantID == "1")
    #expect(clouds["old"]?.tenantName == "b")
  }

  @Test func `a mistake in one cloud is told of that cloud`() throws {
    let clouds = try decode(
      "clouds:\n  a: {verify: 'false', auth: {password: [hunter2]}}\n  b: {}\n"
    )
    #expect(
      clouds["a"]?.diagnostics.map(\.description) == [
        "clouds.yaml:2:15: error: verify must be true or false, without quotes (write false)",
        "clouds.yaml:2:41: error: password must be a text, not a list",
      ]
    )
    #expect(clouds["b"]?.diagnostics.isEmpty == true)
  }

  static let unreadable: [(text: String, line: String)] = [
    ("", "clouds.yaml:1:1: error: the file is empty"),
    ("a: b", "clouds.yaml:1:1: error: the file has no key \"clouds\""),
    ("clouds: [a]", "clouds.yaml:1:9: error: clouds must be a mapping, not a list"),
    ("[a]", "clouds.yaml:1:1: error: clouds.yaml must be a mapping, not a list"),
  ]

  @Test(arguments: unreadable)
  func `says what a file that is none is`(text: String, line: String) {
    let error = #expect(throws: CloudsFile.Unreadable.self) { try decode(text) }
    #expect(error?.diagnostics.map(\.description) == [line])
  }
}
