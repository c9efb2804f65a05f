import IdentityModel
import SeedFormat
import Testing
import Texts

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
    #expect(north.authURL?.text == "http://192.0.2.1:5000/v2.0")
    #expect(north.authURL?.place == "clouds.yaml:13:17")
    #expect(north.username?.text == "admin")
    #expect(north.password?.secret == Secret("007"))
    #expect(north.tenantName?.text == "admin")
    #expect(north.tenantID == nil)
    #expect(north.region?.text == "regionOne")
    #expect(north.apiVersion?.text == "2.0")
    #expect(north.profile?.text == "vendor")
    #expect(north.trustsAnyCertificate == true)
    #expect(north.caCertificate?.text == "/etc/ca.pem")
    #expect(north.certificate?.text == "/etc/cert.pem")
    #expect(north.key?.text == "/etc/key.pem")
    #expect(north.authType == nil)
    #expect(north.userDomainName?.text == "Default")
    #expect(north.userDomainID == nil)
    #expect(north.ofOtherLogins.isEmpty)
    let boot = try #require(clouds["boot"])
    #expect(boot.authType?.text == "admin_token")
    #expect(boot.token?.secret == Secret("abc"))
    #expect(boot.endpoint?.text == "http://192.0.2.1:35357/v2.0")
  }

  @Test func `no entry shows its password`() throws {
    let clouds = try decode("clouds: {x: {auth: {password: hunter2, token: hunter2}}}")
    var dumped = ""
    dump(clouds, to: &dumped)
    #expect(!"\(clouds) \(dumped)".contains("hunter2"))
  }

  @Test func `prefers the newer word for a tenant, and takes the older`() throws {
    let clouds = try decode(
      """
      clouds:
        new: {auth: {project_name: a, tenant_name: b, tenant_id: 1}}
        old: {auth: {tenant_name: b}}
        v2: {auth_type: v2password, auth: {project_name: a, tenant_name: b}}
      """
    )
    #expect(clouds["new"]?.tenantName?.text == "a")
    #expect(clouds["new"]?.tenantID?.text == "1")
    #expect(clouds["old"]?.tenantName?.text == "b")
    #expect(clouds["v2"]?.tenantName?.text == "b")
  }

  @Test func `keys may stand beside auth, and have dashes`() throws {
    let entry = try #require(
      try decode(
        """
        clouds:
          x:
            auth-url: http://a
            user_name: me
            password: p
            project-name: beside
            auth: {project_name: within, password: q, user-id: 7}
        """
      )["x"]
    )
    #expect(entry.diagnostics.isEmpty)
    #expect(entry.authURL?.text == "http://a")
    #expect(entry.username?.text == "me")
    #expect(entry.userID?.text == "7")
    #expect(entry.password?.text == "q")
    #expect(entry.tenantName?.text == "beside")
  }

  static let flags: [(yaml: String, trustsAny: Bool?)] = [
    ("verify: false", true), ("verify: no", true), ("verify: Off", true), ("verify: yes", false),
    ("verify: on", false), ("verify: ", nil), ("insecure: true", true), ("insecure: yes", true),
    ("insecure: \"True\"", true), ("insecure: no", false), ("insecure: false, verify: false", true),
    ("insecure: true, verify: true", true),
  ]

  @Test(arguments: flags)
  func `truth values are those of PyYAML`(yaml: String, trustsAny: Bool?) throws {
    let entry = try #require(try decode("clouds: {x: {\(yaml)}}")["x"])
    #expect(entry.diagnostics.isEmpty)
    #expect(entry.trustsAnyCertificate == trustsAny)
  }

  static let mistakes: [(yaml: String, lines: [String])] = [
    (
      "{verify: 'false', auth: {password: [hunter2]}}",
      [
        "clouds.yaml:2:15: error: verify must be true or false, without quotes (write false)",
        "clouds.yaml:2:41: error: password must be a text, not a list",
      ]
    ),
    (
      "{auth: {username: a, username: b}}",
      ["clouds.yaml:2:27: error: the key \"username\" is already in line 2"]
    ),
    (
      "{auth: {auth-url: a, auth_url: b}}",
      ["clouds.yaml:2:27: error: the key \"auth_url\" is already in line 2, with another dash"]
    ),
    ("{auth: http://x}", ["clouds.yaml:2:13: error: auth must be a mapping, not a text"]),
    ("[a]", ["clouds.yaml:2:6: error: a cloud must be a mapping, not a list"]),
    (
      "{verify: maybe}",
      ["clouds.yaml:2:15: error: verify must be true or false, without quotes"]
    ),
    ("{insecure: 3}", ["clouds.yaml:2:17: error: insecure must be true or false, without quotes"]),
    ("{regions: one}", ["clouds.yaml:2:16: error: regions must be a list, not a text"]),
    (
      "{regions: [{values: {auth: {username: [x]}}}]}",
      [
        "clouds.yaml:2:17: error: a region must have the key \"name\"",
        "clouds.yaml:2:44: error: username must be a text, not a list",
      ]
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake in one cloud is told of that cloud`(yaml: String, lines: [String]) throws {
    let clouds = try decode("clouds:\n  a: \(yaml)\n  b: {}\n")
    #expect(clouds["a"]?.diagnostics.map(\.description) == lines)
    #expect(clouds["b"]?.diagnostics.isEmpty == true)
  }

  static let unreadable: [(text: String, line: String)] = [
    ("", "clouds.yaml:1:1: error: the file is empty"),
    ("a: b", "clouds.yaml:1:1: error: the file has no key \"clouds\""),
    ("clouds: [a]", "clouds.yaml:1:9: error: clouds must be a mapping, not a list"),
    ("[a]", "clouds.yaml:1:1: error: clouds.yaml must be a mapping, not a list"),
    ("clouds:\n  a: {}\n  a: {}\n", "clouds.yaml:3:3: error: the key \"a\" is already in line 2"),
  ]

  @Test(arguments: unreadable)
  func `says what a file that is none is`(text: String, line: String) {
    let error = #expect(throws: CloudsFile.Unreadable.self) { try decode(text) }
    #expect(error?.diagnostics.map(\.description) == [line])
  }
}
