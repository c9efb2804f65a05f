import ArgumentParser
import IdentityModel
import Testing
import Texts

@testable import KeystoneSeedCLI

/// The cloud that is reached, of several that the sources name.
extension ConnectionResolverTests {
  static let staging =
    "{auth: {auth_url: http://staging:5000/v2.0, username: ops, password: file}}"

  @Test func cloudThatIsAskedForLeadsNowhereElse() throws {
    let cloud = try Cloud.test(Self.staging, isAskedFor: true)
    var environment = Self.token.merging(Self.login) { $1 }
    environment["OS_ENDPOINT"] = "http://b:35357/v2.0"
    environment["OS_IDENTITY_API_VERSION"] = "3"
    environment["OS_AUTH_TYPE"] = "v3password"
    let resolution = try resolve(environment, cloud: cloud)
    #expect(
      resolution.settings.authentication
        == .login(
          .password(.name("ops", .assumed), Secret("file"), .unscoped),
          authURL: try KeystoneURL("http://staging:5000/v2.0")
        )
    )
    #expect(
      resolution.warnings == [
        .passedOver(
          variables: [
            "OS_SERVICE_TOKEN", "OS_SERVICE_ENDPOINT", "OS_ENDPOINT", "OS_AUTH_URL",
            "OS_USERNAME", "OS_PASSWORD",
          ],
          by: .cloud("c")
        )
      ]
    )
  }

  @Test func cloudThatIsAskedForAndHasNoAddressGetsNoneOfTheEnvironment() throws {
    let cloud = try Cloud.test("{auth: {username: ops, password: file}}", isAskedFor: true)
    #expect(throws: ConnectionError.incompleteLogin(missing: [.authURL])) {
      try resolve(Self.login, cloud: cloud)
    }
    #expect(
      try resolver(Self.login, cloud: cloud).passedOver == [
        .passedOver(variables: ["OS_AUTH_URL", "OS_USERNAME", "OS_PASSWORD"], by: .cloud("c"))
      ]
    )
  }

  @Test(arguments: [
    (["OS_PASSWORD": "env"], true),
    (["OS_PASSWORD": "env", "OS_USERNAME": "ops"], true),
    (["OS_PASSWORD": "env", "OS_AUTH_URL": "http://staging:35357"], true),
    (["OS_PASSWORD": "env", "OS_USERNAME": "other"], false),
    (["OS_PASSWORD": "env", "OS_AUTH_URL": "http://production:5000/v2.0"], false),
  ])
  func passwordOfTheEnvironmentFillsInWhereItIsNobodyElses(
    environment: [String: String],
    isUsed: Bool
  ) throws {
    let cloud = try Cloud.test(
      "{auth: {auth_url: http://staging:5000/v2.0, username: ops}}",
      isAskedFor: true
    )
    if isUsed {
      #expect(
        try resolve(environment, cloud: cloud).settings.authentication.credentials
          == .password(.name("ops", .assumed), Secret("env"), .unscoped)
      )
    } else {
      #expect(throws: ConnectionError.incompleteLogin(missing: [.password])) {
        try resolve(environment, cloud: cloud)
      }
    }
  }

  @Test(arguments: [token, ["OS_AUTH_URL": "http://production:5000"], login])
  func twoVariablesThatNameTwoCloudsAreRefused(environment: [String: String]) throws {
    let variable = environment["OS_AUTH_URL"] == nil ? "OS_SERVICE_ENDPOINT" : "OS_AUTH_URL"
    #expect(
      throws: ConnectionError.twoClouds(
        cloud: "c",
        address: "http://staging:5000/v2.0",
        variable: variable
      )
    ) {
      try resolve(environment, cloud: try .test(Self.staging))
    }
  }

  @Test func tokenForTheSameKeystoneIsUsedAndTheCloudNamed() throws {
    let endpoint = "http://staging:35357/v2.0"
    let resolution = try resolve(
      ["OS_SERVICE_TOKEN": "t", "OS_SERVICE_ENDPOINT": endpoint],
      cloud: try .test(Self.staging)
    )
    let url = try KeystoneURL(endpoint)
    #expect(resolution.settings.authentication == .token(Secret("t"), endpoint: url))
    #expect(resolution.warnings == [.loginIgnored(endpoint: url, cloud: "c")])
  }

  @Test(arguments: [
    (
      "{auth: {username: u, password: file}}", ["OS_AUTH_URL": "http://a"],
      ConnectionSetting.password
    ),
    ("{auth: {token: file}}", ["OS_SERVICE_ENDPOINT": "http://a"], .token),
  ])
  func secretOfAFileGoesNowhereThatTheFileDoesNotName(
    yaml: String,
    environment: [String: String],
    setting: ConnectionSetting
  ) throws {
    let variable = environment.keys.sorted().joined()
    #expect(throws: ConnectionError.secretElsewhere(setting, cloud: "c", variable: variable)) {
      try resolve(environment, cloud: try .test(yaml))
    }
  }

  @Test(arguments: [
    ["--os-username", "me"], ["--os-user-id", "7"], ["--os-auth-url", "http://b"],
    ["--os-tenant-name", "t"],
  ])
  func loginThatAnOptionAsksForBeatsTheEnvironmentsToken(arguments: [String]) throws {
    let resolution = try resolve(Self.token.merging(Self.login) { $1 }, arguments: arguments)
    guard case .password = resolution.settings.authentication.credentials else {
      Issue.record("no login")
      return
    }
    #expect(
      resolution.warnings == [
        .passedOver(
          variables: ["OS_SERVICE_TOKEN", "OS_SERVICE_ENDPOINT"],
          by: .login(option: arguments[0])
        )
      ]
    )
  }

  @Test(arguments: [
    ("OS_ENDPOINT", "OS_SERVICE_ENDPOINT", "http://b:35357/v2.0"),
    ("OS_URL", "OS_SERVICE_ENDPOINT", "http://b:35357/v2.0"),
    ("SERVICE_ENDPOINT", "OS_SERVICE_ENDPOINT", "http://b:35357/v2.0"),
    ("OS_TOKEN", "OS_SERVICE_TOKEN", "other"), ("SERVICE_TOKEN", "OS_SERVICE_TOKEN", "other"),
  ])
  func ofTwoTokensOrAddressesItIsSaidWhichIsUsed(
    other: String,
    used: String,
    value: String
  ) throws {
    let resolution = try resolve(Self.token.merging([other: value]) { $1 })
    #expect(try resolution.settings == resolve(Self.token).settings)
    #expect(resolution.warnings == [.passedOver(variables: [other], by: .newerWord(used))])
  }

  @Test func theSameAddressInAnotherFormIsNoOther() throws {
    let environment = Self.token.merging(["OS_ENDPOINT": "http://a:35357/"]) { $1 }
    #expect(try resolve(environment).warnings == [])
  }

  @Test(arguments: [true, false])
  func passwordThatAnOptionSendsElsewhereIsSaidToBe(isAskedFor: Bool) throws {
    let cloud = try Cloud.test(Self.staging, isAskedFor: isAskedFor)
    let elsewhere = try resolve([:], arguments: ["--os-auth-url", "http://b:5000"], cloud: cloud)
    #expect(
      elsewhere.warnings == [
        .secretSentElsewhere(
          .password,
          cloud: "c",
          address: "http://b:5000",
          option: "--os-auth-url"
        )
      ]
    )
    let same = try resolve([:], arguments: ["--os-auth-url", "http://staging:35357"], cloud: cloud)
    #expect(same.warnings == [])
  }

  static let newerTokens: [[String: String]] = [
    ["OS_TOKEN": "t", "OS_ENDPOINT": "http://a:35357/v2.0"],
    ["OS_TOKEN": "t", "OS_URL": "http://a:35357/v2.0"],
    ["OS_AUTH_TYPE": "admin_token", "OS_TOKEN": "t", "OS_ENDPOINT": "http://a:35357/v2.0"],
    login.merging([
      "OS_AUTH_TYPE": "token_endpoint", "OS_TOKEN": "t", "OS_URL": "http://a:35357/v2.0",
    ]) { $1 },
  ]

  @Test(arguments: newerTokens)
  func tokenHasNewerNames(environment: [String: String]) throws {
    #expect(
      try resolve(environment).settings.authentication
        == .token(Secret("t"), endpoint: try KeystoneURL("http://a:35357/v2.0"))
    )
  }

  @Test func tokenThatIsLeftOverFromTodayIsNoneOfALogin() throws {
    let left = ["OS_TOKEN": "t", "OS_ENDPOINT": "http://b"]
    let (own, both) = (try resolve(Self.login), try resolve(Self.login.merging(left) { $1 }))
    #expect(both.settings == own.settings)
    let used = own.settings.address
    #expect(both.warnings == [.addressPassedOver(variables: ["OS_ENDPOINT"], used: used)])
  }

  @Test func tokenMayBeExchanged() throws {
    let environment = [
      "OS_AUTH_TYPE": "token", "OS_TOKEN": "t", "OS_AUTH_URL": "http://a:5000",
      "OS_PROJECT_NAME": "p",
    ]
    #expect(
      try resolve(environment).settings.authentication
        == .login(
          .token(Secret("t"), .project(.name("p", .assumed))),
          authURL: try KeystoneURL("http://a:5000")
        )
    )
  }

  @Test(arguments: ["none", "v3oidcpassword", "http_basic", "v3totp", "v3multifactor"])
  func loginThatThereIsNoneOfIsRefusedFromEverySource(type: String) throws {
    let variable = SettingSource.variable("OS_AUTH_TYPE")
    #expect(throws: ConnectionError.unsupportedType(type, variable, over: nil)) {
      try resolve(Self.login.merging(["OS_AUTH_TYPE": type]) { $1 })
    }
    let place = SettingSource.cloud(key: "auth_type", place: "c.yaml:2:18")
    #expect(throws: ConnectionError.unsupportedType(type, place, over: nil)) {
      try resolve([:], cloud: try .test("{auth_type: \(type)}"))
    }
  }

  @Test func versionThatThereIsNoneOfIsRefusedFromTheFileToo() throws {
    let place = SettingSource.cloud(key: "identity_api_version", place: "c.yaml:2:29")
    #expect(throws: ConnectionError.unknownVersion("4", place)) {
      try resolve([:], cloud: try .test("{identity_api_version: 4}"))
    }
  }

  @Test(arguments: ["token ", "ADMIN\r", "ADMIN\n", " ADMIN", "a\r\n"])
  func strayCharacterOfATokenIsNamedWithItsSource(token: String) throws {
    let stray = try #require(StrayCharacter.inToken(token))
    let variable = SettingSource.variable("OS_SERVICE_TOKEN")
    #expect(throws: ConnectionError.stray(stray, in: .token, variable)) {
      try resolve(Self.token.merging(["OS_SERVICE_TOKEN": token]) { $1 })
    }
    #expect(throws: ConnectionError.stray(stray, in: .token, .option("--os-token"))) {
      try resolve(Self.token, arguments: ["--os-token=\(token)"])
    }
  }

  @Test func strayCharacterOfAPasswordIsWarnedOfAndOfANameRefused() throws {
    let stray = StrayCharacter(kind: .carriageReturn, place: .end)
    #expect(
      try resolve(Self.login.merging(["OS_PASSWORD": "p\r"]) { $1 }).warnings
        == [.strayInPassword(stray, of: .variable("OS_PASSWORD"))]
    )
    for (name, setting) in [
      ("OS_USERNAME", ConnectionSetting.username), ("OS_TENANT_NAME", .tenantName),
      ("OS_AUTH_URL", .authURL),
    ] {
      #expect(throws: ConnectionError.stray(stray, in: setting, .variable(name))) {
        try resolve(Self.login.merging([name: "http://a\r"]) { $1 })
      }
    }
  }

  @Test func userMayBeNamedByID() throws {
    var environment = Self.login
    environment["OS_USERNAME"] = nil
    environment["OS_USER_ID"] = "7"
    #expect(try resolve(environment).settings.authentication.credentials?.user == .id("7"))
  }

  @Test func newerWordForATenantWinsWithAWarning() throws {
    let resolution = try resolve(
      Self.login.merging(["OS_TENANT_NAME": "t", "OS_PROJECT_NAME": "p"]) { $1 }
    )
    #expect(
      resolution.settings.authentication.credentials?.scope == .project(.name("p", .assumed))
    )
    #expect(
      resolution.warnings == [
        .passedOver(variables: ["OS_TENANT_NAME"], by: .newerWord("OS_PROJECT_NAME"))
      ]
    )
  }

  @Test(arguments: [("true", true), ("1", true), ("Yes", true), ("false", false), ("", false)])
  func environmentMaySkipVerification(text: String, trustsAny: Bool) throws {
    let environment = Self.token.merging(["OS_INSECURE": text]) { $1 }
    #expect(try resolve(environment).settings.trustsAnyCertificate == trustsAny)
    let cloud = try Cloud.test(
      "{verify: true, auth: {auth_url: http://a:5000, username: u, password: p}}",
      isAskedFor: true
    )
    #expect(try !resolve(environment, cloud: cloud).settings.trustsAnyCertificate)
  }

  @Test func whatIsNeitherTrueNorFalseIsRefused() {
    #expect(throws: ConnectionError.invalidFlag(variable: "OS_INSECURE", text: "maybe")) {
      try resolve(Self.token.merging(["OS_INSECURE": "maybe"]) { $1 })
    }
  }

  @Test func certificatesOfOtherClientsAreTrusted() throws {
    let environment = [
      "OS_SERVICE_TOKEN": "t", "OS_SERVICE_ENDPOINT": "https://a", "REQUESTS_CA_BUNDLE": "/ca",
    ]
    func caFile(_ environment: [String: String], isFile: Bool = true) throws -> String? {
      var resolver = try resolver(environment)
      resolver.isFile = { _ in isFile }
      return try resolver.resolve { _ in nil }.settings.caCertificate
    }
    #expect(try caFile(environment) == "/ca")
    #expect(try caFile(environment, isFile: false) == nil)
    #expect(try caFile(environment.merging(["OS_CACERT": "/mine"]) { $1 }) == "/mine")
    #expect(
      try caFile(environment.merging(["OS_SERVICE_ENDPOINT": "http://a"]) { $1 }) == nil
    )
  }
}
