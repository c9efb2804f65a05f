import KeystoneClient
import Testing
import Texts

@testable import KeystoneSeedCLI

/// What v3 added to a login, and which version is meant.
extension ConnectionResolverTests {
  static let login3 = login.merging(["OS_AUTH_URL": "http://a:5000/v3"]) { $1 }

  static let application = [
    "OS_AUTH_URL": "http://a:5000/v3", "OS_APPLICATION_CREDENTIAL_ID": "7",
    "OS_APPLICATION_CREDENTIAL_SECRET": "s3cret",
  ]

  private func credentials(
    _ environment: [String: String],
    arguments: [String] = [],
    cloud: Cloud? = nil
  ) throws -> Credentials? {
    try resolve(environment, arguments: arguments, cloud: cloud)
      .settings.authentication.credentials
  }

  private func version(
    _ environment: [String: String],
    arguments: [String] = [],
    cloud: Cloud? = nil
  ) throws -> VersionWish {
    try resolve(environment, arguments: arguments, cloud: cloud).settings.version
  }

  // MARK: Which version

  @Test func addressThatEndsInNoVersionLeavesItToTheServer() throws {
    let environment = Self.login.merging(["OS_AUTH_URL": "http://a:5000"]) { $1 }
    #expect(try version(environment) == .offered)
  }

  @Test(arguments: [
    ("http://a:5000/v3", IdentityVersion.v3), ("http://a/identity/v3/auth/tokens", .v3),
    ("http://a:5000/v2.0", .v2), ("http://a:5000/v2/", .v2),
  ])
  func addressSaysTheVersionThatItEndsIn(text: String, version: IdentityVersion) throws {
    let environment = Self.login.merging(["OS_AUTH_URL": text]) { $1 }
    let url = try KeystoneURL(text)
    #expect(
      try self.version(environment) == .named(version, by: .address(.authURL, text: url.text))
    )
  }

  @Test func addressOfATokenSaysItToo() throws {
    let environment = Self.token.merging(["OS_SERVICE_ENDPOINT": "http://a/v3"]) { $1 }
    #expect(
      try version(environment) == .named(.v3, by: .address(.endpoint, text: "http://a/v3"))
    )
  }

  @Test(arguments: [
    ("3", IdentityVersion.v3), ("v3", .v3), ("3.14", .v3), ("2", .v2), ("2.0", .v2),
  ])
  func settingThatNamesTheVersionBeatsTheAddress(word: String, version: IdentityVersion) throws {
    let variable = SettingSource.variable("OS_IDENTITY_API_VERSION")
    let key = SettingSource.cloud(key: "identity_api_version", place: "c.yaml:2:29")
    for url in ["http://a:5000/v3", "http://a:5000/v2.0"] {
      var environment = Self.login.merging(["OS_AUTH_URL": url]) { $1 }
      #expect(
        try self.version(environment, cloud: .test("{identity_api_version: \(word)}"))
          == .named(version, by: .setting(key))
      )
      environment["OS_IDENTITY_API_VERSION"] = word
      #expect(try self.version(environment) == .named(version, by: .setting(variable)))
      environment["OS_IDENTITY_API_VERSION"] = "4"
      let option = ["--os-identity-api-version", word]
      #expect(
        try self.version(environment, arguments: option)
          == .named(version, by: .setting(.option(option[0])))
      )
    }
  }

  @Test(arguments: [
    ("v3password", IdentityVersion.v3), ("v2password", .v2),
  ])
  func typeOfOneVersionNamesIt(type: String, version: IdentityVersion) throws {
    let source = SettingSource.variable("OS_AUTH_TYPE")
    let environment = Self.login.merging(["OS_AUTH_TYPE": type]) { $1 }
    #expect(try self.version(environment) == .named(version, by: .setting(source)))
  }

  @Test(arguments: [("v3password", "2.0", IdentityVersion.v2), ("v2token", "3", .v3)])
  func typeOfAnotherVersionThanIsNamedIsRefused(
    type: String,
    word: String,
    version: IdentityVersion
  ) throws {
    let environment = Self.login.merging([
      "OS_AUTH_TYPE": type, "OS_IDENTITY_API_VERSION": word, "OS_TOKEN": "t",
    ]) { $1 }
    let source = SettingSource.variable("OS_AUTH_TYPE")
    #expect(throws: ConnectionError.unsupportedType(type, source, over: version)) {
      try resolve(environment)
    }
  }

  static let words: [(variable: String, value: String)] = [
    ("OS_SYSTEM_SCOPE", "all"), ("OS_DOMAIN_NAME", "d"), ("OS_DOMAIN_ID", "d"),
    ("OS_USER_DOMAIN_NAME", "corp"), ("OS_USER_DOMAIN_ID", "4f"), ("OS_DEFAULT_DOMAIN_ID", "4f"),
  ]

  @Test(arguments: words)
  func wordThatVersion3AloneHasAsksForIt(variable: String, value: String) throws {
    var environment = Self.login.merging([variable: value]) { $1 }
    let source = SettingSource.variable(variable)
    #expect(throws: ConnectionError.unsupportedSetting(source, over: .v2)) {
      try resolve(environment)
    }
    environment["OS_AUTH_URL"] = "http://a:5000"
    #expect(try version(environment) == .named(.v3, by: .setting(source)))
  }

  @Test(arguments: [
    ["OS_USER_DOMAIN_NAME": "Default"], ["OS_USER_DOMAIN_ID": "default"],
    ["OS_PROJECT_NAME": "p", "OS_PROJECT_DOMAIN_NAME": "default"],
    ["OS_PROJECT_ID": "p", "OS_PROJECT_DOMAIN_NAME": "corp"],
    ["OS_PROJECT_NAME": "p", "OS_DOMAIN_NAME": "Default"],
  ])
  func defaultDomainIsThatOfVersion2(variables: [String: String]) throws {
    let environment = Self.login.merging(variables) { $1 }
    #expect(
      try version(environment)
        == .named(.v2, by: .address(.authURL, text: "http://a:5000/v2.0"))
    )
  }

  @Test func userByIDHasItsDomainByItself() throws {
    var environment = Self.login.merging(["OS_USER_DOMAIN_NAME": "corp", "OS_USER_ID": "7"]) { $1 }
    environment["OS_USERNAME"] = nil
    #expect(try credentials(environment)?.user == .id("7"))
  }

  // MARK: Domains

  static let domains: [([String: String], Credentials.DomainReference)] = [
    ([:], .assumed),
    (["OS_USER_DOMAIN_NAME": "n"], .name("n")),
    (["OS_USER_DOMAIN_NAME": "n", "OS_USER_DOMAIN_ID": "i"], .id("i")),
    (["OS_DEFAULT_DOMAIN": "i"], .id("i")),
    (["OS_DEFAULT_DOMAIN_NAME": "n"], .name("n")),
    (["OS_DEFAULT_DOMAIN_ID": "i", "OS_USER_DOMAIN_NAME": "n"], .name("n")),
    (["OS_PROJECT_NAME": "p", "OS_DOMAIN_NAME": "n"], .name("n")),
    (["OS_PROJECT_NAME": "p", "OS_DOMAIN_NAME": "n", "OS_USER_DOMAIN_NAME": "u"], .name("u")),
    (["OS_PROJECT_NAME": "p", "OS_PROJECT_DOMAIN_NAME": "n"], .assumed),
    (["OS_DOMAIN_NAME": "n"], .assumed),
  ]

  @Test(arguments: domains)
  func usersNameHasTheDomainThatIsSaid(
    variables: [String: String],
    domain: Credentials.DomainReference
  ) throws {
    let environment = Self.login3.merging(variables) { $1 }
    #expect(try credentials(environment)?.user == .name("admin", domain))
  }

  @Test func tenantAloneIsAProjectOfTheDefaultDomain() throws {
    let credentials = try credentials(Self.login3.merging(["OS_TENANT_NAME": "t"]) { $1 })
    #expect(credentials?.scope == .project(.name("t", .assumed)))
    #expect(credentials?.namesWithoutDomain == ["the user admin", "the project t"])
  }

  @Test func cloudSaysItAll() throws {
    let cloud = try Cloud.test(
      """
      {auth_type: v3password, auth: {auth_url: http://a, username: u, password: p,
        user_domain_name: ud, project_name: n, project_domain_id: pd}}
      """.replacing("\n", with: " ")
    )
    let settings = try resolve([:], cloud: cloud).settings
    #expect(
      settings.authentication.credentials
        == .password(
          .name("u", .name("ud")),
          Secret("p"),
          .project(.name("n", .id("pd")))
        )
    )
    #expect(settings.authentication.credentials?.namesWithoutDomain == [])
    guard case .named(.v3, by: .setting) = settings.version else {
      Issue.record("\(settings.version)")
      return
    }
  }

  @Test func domainThatIsLeftOverIsNoneOfTheCloudsThatIsAskedFor() throws {
    let cloud = try Cloud.test(
      "{auth: {auth_url: http://a/v3, username: u, password: p, project_name: n}}",
      isAskedFor: true
    )
    let left = [
      "OS_USER_DOMAIN_NAME": "corp", "OS_PROJECT_DOMAIN_NAME": "Default", "OS_SYSTEM_SCOPE": "all",
    ]
    let resolution = try resolve(left, cloud: cloud)
    #expect(
      resolution.settings.authentication.credentials
        == .password(.name("u", .assumed), Secret("p"), .project(.name("n", .assumed)))
    )
    #expect(
      resolution.warnings == [
        .passedOver(variables: ["OS_USER_DOMAIN_NAME", "OS_SYSTEM_SCOPE"], by: .cloud("c"))
      ]
    )
  }

  @Test func domainOfTheUserWhomTheEnvironmentNamesStaysWithThem() throws {
    let cloud = try Cloud.test("{auth: {auth_url: http://a/v3}}", isAskedFor: true)
    let environment = ["OS_USERNAME": "u", "OS_PASSWORD": "p", "OS_USER_DOMAIN_NAME": "corp"]
    #expect(try credentials(environment, cloud: cloud)?.user == .name("u", .name("corp")))
  }

  // MARK: Scopes

  @Test(arguments: [
    (["OS_SYSTEM_SCOPE": "all"], Credentials.Scope.system),
    (["OS_DOMAIN_NAME": "n"], .domain(.name("n"))), (["OS_DOMAIN_ID": "i"], .domain(.id("i"))),
    ([:], .unscoped),
  ])
  func loginIsForWhatIsSaid(variables: [String: String], scope: Credentials.Scope) throws {
    #expect(try credentials(Self.login3.merging(variables) { $1 })?.scope == scope)
  }

  @Test(arguments: ["OS_PROJECT_NAME", "OS_TENANT_ID", "OS_DOMAIN_ID"])
  func loginForTwoThingsIsRefused(variable: String) throws {
    let environment = Self.login3.merging(["OS_SYSTEM_SCOPE": "all", variable: "x"]) { $1 }
    let both = ConnectionError.twoScopes(.variable("OS_SYSTEM_SCOPE"), .variable(variable))
    #expect(throws: both) { try resolve(environment) }
  }

  @Test func projectThatAnOptionNamesBeatsTheSystem() throws {
    let environment = Self.login3.merging(["OS_SYSTEM_SCOPE": "all"]) { $1 }
    #expect(
      try credentials(environment, arguments: ["--os-project-id", "7"])?.scope
        == .project(.id("7"))
    )
  }

  @Test func scopeOfTheCloudThatIsAskedForBeatsTheEnvironmentsProject() throws {
    let auth = "auth_url: http://a/v3, username: u, password: p"
    let left = ["OS_PROJECT_NAME": "left"]
    let system = try Cloud.test("{auth: {\(auth), system_scope: all}}", isAskedFor: true)
    #expect(try credentials(left, cloud: system)?.scope == .system)
    let domain = try Cloud.test("{auth: {\(auth), domain_id: d}}", isAskedFor: true)
    #expect(try credentials(left, cloud: domain)?.scope == .domain(.id("d")))
    let none = try Cloud.test("{auth: {\(auth)}}", isAskedFor: true)
    #expect(try credentials(left, cloud: none)?.scope == .project(.name("left", .assumed)))
  }

  @Test func scopeOfTheSystemIsAllOrNothing() {
    let source = SettingSource.variable("OS_SYSTEM_SCOPE")
    #expect(throws: ConnectionError.invalidScope("some", source)) {
      try resolve(Self.login3.merging(["OS_SYSTEM_SCOPE": "some"]) { $1 })
    }
  }

  // MARK: Tokens and application credentials

  @Test(arguments: [
    ["OS_AUTH_TYPE": "v3token"], ["OS_AUTH_TYPE": "token"], [:],
  ])
  func tokenIsExchangedAtTheAuthURL(type: [String: String]) throws {
    let environment = ["OS_TOKEN": "t", "OS_AUTH_URL": "http://a/v3", "OS_PROJECT_ID": "p"]
    #expect(
      try credentials(environment.merging(type) { $1 }) == .token(Secret("t"), .project(.id("p")))
    )
    let cloud = try Cloud.test("{auth: {auth_url: http://a/v3, token: t}}")
    #expect(try credentials(type, cloud: cloud) == .token(Secret("t"), .unscoped))
  }

  @Test func applicationCredentialLogsInByItself() throws {
    #expect(
      try credentials(Self.application)
        == .applicationCredential(.id("7"), secret: Secret("s3cret"))
    )
  }

  @Test func applicationCredentialByNameHasAUser() throws {
    var environment = Self.application.merging([
      "OS_APPLICATION_CREDENTIAL_ID": "", "OS_APPLICATION_CREDENTIAL_NAME": "n",
    ]) { $1 }
    #expect(throws: ConnectionError.incompleteLogin(missing: [.username])) {
      try resolve(environment)
    }
    environment["OS_USERNAME"] = "u"
    #expect(
      try credentials(environment)
        == .applicationCredential(.name("n", of: .name("u", .assumed)), secret: Secret("s3cret"))
    )
  }

  @Test(arguments: [
    (["OS_AUTH_TYPE": "v3applicationcredential"], true), (["OS_AUTH_TYPE": "password"], false),
  ])
  func typeSaysWhichOfTwoLoginsIsMeant(type: [String: String], isCredential: Bool) throws {
    let environment = Self.login.merging(Self.application) { $1 }
    let both = ConnectionError.twoLogins(
      .variable("OS_PASSWORD"),
      .variable("OS_APPLICATION_CREDENTIAL_ID")
    )
    #expect(throws: both) { try resolve(environment) }
    let credentials = try credentials(environment.merging(type) { $1 })
    #expect(credentials?.scope == (isCredential ? nil : .unscoped))
  }

  @Test func whatAnApplicationCredentialLacksIsNamed() {
    let secret = Self.application.merging(["OS_APPLICATION_CREDENTIAL_SECRET": ""]) { $1 }
    #expect(throws: ConnectionError.incompleteLogin(missing: [.applicationCredentialSecret])) {
      try resolve(secret)
    }
    let type = ["OS_AUTH_TYPE": "v3applicationcredential", "OS_AUTH_URL": "http://a"]
    let missing: [ConnectionSetting] = [.applicationCredentialID, .applicationCredentialSecret]
    #expect(throws: ConnectionError.incompleteLogin(missing: missing)) { try resolve(type) }
  }

  @Test func applicationCredentialHasItsProjectByItself() {
    let source = SettingSource.variable("OS_PROJECT_NAME")
    #expect(throws: ConnectionError.scopeOfCredential(source)) {
      try resolve(Self.application.merging(["OS_PROJECT_NAME": "p"]) { $1 })
    }
  }

  @Test func applicationCredentialIsNoneOfVersion2() {
    let source = SettingSource.variable("OS_APPLICATION_CREDENTIAL_ID")
    #expect(throws: ConnectionError.applicationCredential(source)) {
      try resolve(Self.application.merging(["OS_AUTH_URL": "http://a/v2.0"]) { $1 })
    }
  }

  @Test func applicationCredentialOfAFileGoesNowhereThatTheFileDoesNotName() throws {
    let cloud = try Cloud.test(
      "{auth: {application_credential_id: i, application_credential_secret: s}}"
    )
    let error = ConnectionError.secretElsewhere(
      .applicationCredentialSecret,
      cloud: "c",
      variable: "OS_AUTH_URL"
    )
    #expect(throws: error) { try resolve(["OS_AUTH_URL": "http://a/v3"], cloud: cloud) }
  }

  @Test(arguments: [("trust_id", "OS_TRUST_ID"), ("passcode", "OS_PASSCODE")])
  func loginThatThereIsNoneOfIsRefusedByItsWords(key: String, variable: String) throws {
    #expect(throws: ConnectionError.unsupportedSetting(.variable(variable), over: nil)) {
      try resolve(Self.login3.merging([variable: "1"]) { $1 })
    }
    let cloud = try Cloud.test("{\(key): 1}")
    let source = SettingSource.cloud(key: key, place: "c.yaml:2:\(key.count + 9)")
    #expect(throws: ConnectionError.unsupportedSetting(source, over: nil)) {
      try resolve(Self.login3, cloud: cloud)
    }
  }

  @Test func passwordIsNotAskedForWhereTheLoginIsWrong() throws {
    let environment = [
      "OS_USERNAME": "u", "OS_AUTH_URL": "http://a/v2.0", "OS_SYSTEM_SCOPE": "all",
    ]
    let source = SettingSource.variable("OS_SYSTEM_SCOPE")
    #expect(throws: ConnectionError.unsupportedSetting(source, over: .v2)) {
      try resolver(environment).resolve { _ in
        Issue.record("asked")
        return nil
      }
    }
  }
}
