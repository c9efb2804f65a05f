import ArgumentParser
import IdentityModel
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct ConnectionResolverTests {
  static let login = [
    "OS_USERNAME": "admin", "OS_PASSWORD": "s3cret", "OS_AUTH_URL": "http://a:5000/v2.0",
  ]
  static let token = ["OS_SERVICE_TOKEN": "t0ken", "OS_SERVICE_ENDPOINT": "http://a:35357/v2.0"]

  @Test func tokenModeNeedsTokenAndEndpoint() throws {
    let resolution = try resolve(Self.token)
    #expect(
      resolution.settings.authentication
        == .token(Secret("t0ken"), endpoint: try KeystoneURL("http://a:35357/v2.0"))
    )
    #expect(resolution.warnings == [])
  }

  @Test func loginNeedsNoTenant() throws {
    #expect(
      try resolve(Self.login).settings.authentication
        == .login(
          .password(.name("admin", .assumed), Secret("s3cret"), .unscoped),
          authURL: try KeystoneURL("http://a:5000/v2.0")
        )
    )
  }

  @Test func optionBeatsEnvironmentBeatsCloud() throws {
    let cloud = try Cloud.test(
      "{auth: {auth_url: http://cloud, username: cloud, password: cloud}, region_name: cloud}"
    )
    let resolution = try resolve(
      ["OS_USERNAME": "env", "OS_REGION_NAME": "env"],
      arguments: ["--os-username", "option"],
      cloud: cloud
    )
    #expect(
      resolution.settings.authentication
        == .login(
          .password(.name("option", .assumed), Secret("cloud"), .unscoped),
          authURL: try KeystoneURL("http://cloud")
        )
    )
    #expect(resolution.settings.region == "env")
    #expect(resolution.warnings == [.cloudOverridden(cloud: "c", variables: ["OS_REGION_NAME"])])
  }

  @Test(arguments: [
    ("OS_SERVICE_TOKEN", "SERVICE_TOKEN"), ("OS_SERVICE_ENDPOINT", "SERVICE_ENDPOINT"),
    ("OS_PROJECT_NAME", "OS_TENANT_NAME"), ("OS_PROJECT_ID", "OS_TENANT_ID"),
  ])
  func olderAndNewerNamesOfVariablesCount(name: String, other: String) throws {
    var environment = name.contains("SERVICE") ? Self.token : Self.login
    environment[name] = "http://x/v2.0"
    let expected = try resolve(environment)
    environment[name] = ""
    environment[other] = "http://x/v2.0"
    #expect(try resolve(environment) == expected)
    environment[name] = "http://x/v2.0"
    environment[other] = "http://loses/v2.0"
    #expect(try resolve(environment).settings == expected.settings)
  }

  @Test(arguments: [
    (["OS_TENANT_NAME": "n"], [], Credentials.ProjectReference.name("n", .assumed)),
    (["OS_TENANT_NAME": "n", "OS_TENANT_ID": "i"], [], .id("i")),
    (["OS_TENANT_ID": "i"], ["--os-tenant-name", "n"], .name("n", .assumed)),
  ])
  func tenantIDWinsWithinASource(
    variables: [String: String],
    arguments: [String],
    tenant: Credentials.ProjectReference
  ) throws {
    let environment = Self.login.merging(variables) { $1 }
    let settings = try resolve(environment, arguments: arguments).settings
    #expect(settings.authentication.credentials?.scope == .project(tenant))
  }

  @Test func tokenWinsOverLoginWithAWarning() throws {
    let resolution = try resolve(Self.token.merging(Self.login) { $1 })
    let endpoint = try KeystoneURL("http://a:35357/v2.0")
    #expect(resolution.settings.authentication == .token(Secret("t0ken"), endpoint: endpoint))
    #expect(resolution.warnings == [.loginIgnored(endpoint: endpoint, cloud: nil)])
  }

  static let refused: [([String: String], ConnectionError)] = [
    ([:], .nothingGiven),
    (["OS_SERVICE_TOKEN": "", "OS_USERNAME": ""], .nothingGiven),
    (["OS_TENANT_NAME": "admin"], .nothingGiven),
    (["OS_SERVICE_TOKEN": "t"], .incompleteToken(missing: .endpoint)),
    (["SERVICE_ENDPOINT": "http://a"], .incompleteToken(missing: .token)),
    (login.merging(["OS_SERVICE_TOKEN": "t"]) { $1 }, .incompleteToken(missing: .endpoint)),
    (["OS_USERNAME": "u"], .incompleteLogin(missing: [.password, .authURL])),
    (["OS_PASSWORD": "p"], .incompleteLogin(missing: [.username, .authURL])),
    (["OS_USERNAME": "u", "OS_AUTH_URL": "http://a"], .incompleteLogin(missing: [.password])),
    (
      ["OS_IDENTITY_API_VERSION": "4"],
      .unknownVersion("4", .variable("OS_IDENTITY_API_VERSION"))
    ),
    (login.merging(["OS_KEY": "k"]) { $1 }, .keyWithoutCertificate),
    (
      login.merging(["OS_AUTH_URL": "http://a/v3/users"]) { $1 },
      .invalidURL(.authURL, .pathAfterVersion, text: "http://a/v3/users")
    ),
    (
      token.merging(["OS_SERVICE_ENDPOINT": "http://u:p@a"]) { $1 },
      .invalidURL(.endpoint, .credentials, text: nil)
    ),
  ]

  @Test(arguments: refused)
  func whatIsMissingOrWrongIsNamed(environment: [String: String], error: ConnectionError) {
    #expect(throws: error) { try resolve(environment) }
  }

  @Test(arguments: ["2", "2.0", "v2.0", ""])
  func version2MayBeSaid(version: String) throws {
    var environment = Self.token
    environment["OS_IDENTITY_API_VERSION"] = version
    #expect(
      try resolve(environment).settings.authentication
        == resolve(Self.token).settings.authentication
    )
  }

  @Test func missingPasswordIsAskedFor() throws {
    var environment = Self.login
    environment["OS_PASSWORD"] = nil
    let resolver = try resolver(environment)
    var asked: [String] = []
    let resolution = try resolver.resolve { user in
      asked.append(user)
      return Secret("typed")
    }
    #expect(asked == ["admin"])
    guard case .password(_, let password, _) = resolution.settings.authentication.credentials else {
      Issue.record("no login")
      return
    }
    #expect(password == Secret("typed"))
  }

  @Test func passwordThatIsKnownIsNotAskedFor() throws {
    let resolution = try resolver(Self.login).resolve { _ in
      Issue.record("asked")
      return nil
    }
    #expect(resolution.warnings == [])
  }

  @Test func certificatesAndTimesArePassedOn() throws {
    let settings = try resolve(
      Self.token.merging(["OS_CACERT": "/ca", "OS_CERT": "/cert", "HOME": "/home/me"]) { $1 },
      arguments: ["--os-key", "~/key", "--timeout", "5", "--wait", "30", "--debug"]
    ).settings
    #expect(settings.caCertificate == "/ca")
    #expect(settings.certificate == "/cert")
    #expect(settings.key == "/home/me/key")
    #expect(settings.timeout == .seconds(5))
    #expect(settings.wait == .seconds(30))
    #expect(settings.debug)
    #expect(!settings.trustsAnyCertificate)
  }

  @Test(arguments: [(true, false), (false, true), (nil, false)] as [(Bool?, Bool)])
  func cloudMaySkipVerification(verify: Bool?, trustsAny: Bool) throws {
    let cloud = try Cloud.test(verify.map { "{verify: \($0)}" } ?? "{}")
    #expect(try resolve(Self.token, cloud: cloud).settings.trustsAnyCertificate == trustsAny)
    #expect(
      try resolve(Self.token, arguments: ["--insecure"], cloud: cloud)
        .settings.trustsAnyCertificate
    )
  }

  func resolver(
    _ environment: [String: String],
    arguments: [String] = [],
    cloud: Cloud? = nil
  ) throws -> ConnectionResolver {
    ConnectionResolver(
      options: try .parse(arguments),
      environment: Environment(environment),
      cloud: cloud
    )
  }

  func resolve(
    _ environment: [String: String],
    arguments: [String] = [],
    cloud: Cloud? = nil
  ) throws -> ConnectionResolver.Resolution {
    try resolver(environment, arguments: arguments, cloud: cloud).resolve { _ in nil }
  }
}

extension ConnectionSettings.Authentication {
  /// What logs in; nil for a token that is used as it is.
  var credentials: Credentials? {
    if case .login(let credentials, _) = self { credentials } else { nil }
  }
}
