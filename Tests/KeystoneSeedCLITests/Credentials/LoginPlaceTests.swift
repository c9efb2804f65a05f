import IdentityModel
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct LoginPlaceTests {
  @Test func `the user is the one administrator of the tenant admin`() throws {
    let seed = Self.seed(assignments: [("root", "admin", "admin"), ("nova", "service", "admin")])
    #expect(try LoginPlace(CredentialsRequest(), in: seed).user == "root")
  }

  @Test func `of several administrators it is the one called so`() throws {
    let seed = Self.seed(assignments: [("a", "admin", "admin"), ("admin", "admin", "admin")])
    #expect(try LoginPlace(CredentialsRequest(), in: seed).user == "admin")
  }

  @Test(arguments: [
    [], [("nova", "service", "admin")], [("a", "admin", "Member")],
    [("b", "admin", "admin"), ("a", "admin", "admin")],
  ])
  func `without one administrator the users are listed`(
    assignments: [(QualifiedName, QualifiedName, QualifiedName)]
  ) throws {
    let seed = Self.seed(assignments: assignments)
    let users = Set(assignments.map(\.0)).sorted()
    #expect(throws: CredentialsError.noDefaultUser(users: users)) {
      try LoginPlace(CredentialsRequest(), in: seed)
    }
  }

  @Test func `a user that the seed lacks is refused, be it by one code point`() {
    let seed = Self.seed(assignments: [("e\u{301}", "t", "r")])
    #expect(throws: CredentialsError.unknownUser("é", users: ["e\u{301}"])) {
      try LoginPlace(CredentialsRequest(user: "é"), in: seed)
    }
  }

  struct TenantCase: Sendable {
    let granted: [QualifiedName]
    var ownDefault: QualifiedName?
    let expected: QualifiedName?
  }

  @Test(arguments: [
    TenantCase(granted: ["a"], expected: "a"),
    TenantCase(granted: ["a"], ownDefault: "b", expected: "a"),
    TenantCase(granted: ["a", "b"], ownDefault: "b", expected: "b"),
    TenantCase(granted: ["a", "u"], expected: "u"),
    TenantCase(granted: ["a", "b"], expected: nil),
    TenantCase(granted: [], ownDefault: "b", expected: "b"),
    TenantCase(granted: [], expected: "u"),
  ])
  func `the tenant is the only one, the default one or the namesake`(tenant: TenantCase) throws {
    var seed = Self.seed(assignments: tenant.granted.map { ("u", $0, "r") })
    seed.users = [User(name: "u", tenant: tenant.ownDefault)]
    seed.tenants.append(Tenant(name: "u"))
    let request = CredentialsRequest(user: "u")
    if let expected = tenant.expected {
      #expect(try LoginPlace(request, in: seed).tenant == expected)
    } else {
      #expect(throws: CredentialsError.noTenant(user: "u", candidates: tenant.granted)) {
        try LoginPlace(request, in: seed)
      }
    }
  }

  @Test func `the tenant that is asked for counts`() throws {
    let seed = Self.seed(assignments: [("u", "a", "r"), ("u", "b", "r")])
    #expect(try LoginPlace(CredentialsRequest(user: "u", tenant: "b"), in: seed).tenant == "b")
  }

  @Test(arguments: [
    (EndpointInterface.public, "http://public:5000/v2.0"),
    (.internal, "http://internal:5000/v2.0"), (.admin, "http://admin:35357/v2.0"),
  ])
  func `the interface chooses the URL`(interface: EndpointInterface, url: String) throws {
    let request = CredentialsRequest(user: "u", interface: interface)
    let place = try LoginPlace(request, in: Self.seed(assignments: [("u", "a", "r")]))
    #expect(place.authURL.text == url)
    #expect(place.region == "one")
  }

  @Test func `an interface that is not declared is named`() {
    var seed = Self.seed(assignments: [("u", "a", "r")])
    seed.endpoints[0].internalURL = nil
    #expect(throws: CredentialsError.noURL(.internal, region: "one")) {
      try LoginPlace(CredentialsRequest(user: "u", interface: .internal), in: seed)
    }
  }

  @Test func `of several regions one has to be named`() throws {
    var seed = Self.seed(assignments: [("u", "a", "r")])
    seed.endpoints.append(Self.identity(in: "two", host: "other"))
    #expect(throws: CredentialsError.severalRegions(["one", "two"])) {
      try LoginPlace(CredentialsRequest(user: "u"), in: seed)
    }
    let place = try LoginPlace(CredentialsRequest(user: "u", region: "two"), in: seed)
    #expect(place.region == "two")
    #expect(place.authURL.text == "http://other:5000/v2.0")
    #expect(throws: CredentialsError.unknownRegion("Two", regions: ["one", "two"])) {
      try LoginPlace(CredentialsRequest(user: "u", region: "Two"), in: seed)
    }
  }

  @Test func `a region that is asked for has to have a Keystone of its own`() throws {
    var seed = Self.seed(assignments: [("u", "a", "r")])
    seed.endpoints.append(
      Endpoint(
        service: ServiceKey(type: "image", name: "glance"),
        region: "two",
        publicURL: URLTemplate("http://g")
      )
    )
    var request = CredentialsRequest(user: "u", region: "two")
    #expect(throws: CredentialsError.noIdentityEndpointThere(region: "two", regions: ["one"])) {
      try LoginPlace(request, in: seed)
    }
    request.authURL = "http://public:5000"
    let place = try LoginPlace(request, in: seed)
    #expect(place.authURL.text == "http://public:5000/v2.0")
    #expect(place.region == "two")
  }

  @Test func `a catalog without an identity service, or with two, names no place`() {
    var seed = Self.seed(assignments: [("u", "a", "r")])
    seed.endpoints.append(Self.identity(in: "one", host: "other", name: "keystone2"))
    #expect(throws: CredentialsError.severalIdentityEndpoints) {
      try LoginPlace(CredentialsRequest(user: "u"), in: seed)
    }
    seed.endpoints = []
    #expect(throws: CredentialsError.noIdentityEndpoint) {
      try LoginPlace(CredentialsRequest(user: "u"), in: seed)
    }
  }

  @Test func `a URL that is given wins over the catalog, with the version at its end`() throws {
    let request = CredentialsRequest(user: "u", authURL: "https://elsewhere:5000")
    let place = try LoginPlace(request, in: Self.seed(assignments: [("u", "a", "r")]))
    #expect(place.authURL.text == "https://elsewhere:5000/v2.0")
  }

  struct VersionCase: Sendable {
    var inSeed: String?
    var given: String?
    var asked: IdentityVersion?
    let url: String
    var isGuessed = false
  }

  @Test(arguments: [
    VersionCase(inSeed: "http://h:5000/v3", url: "http://h:5000/v3"),
    VersionCase(inSeed: "http://h:5000/v3/", asked: .v2, url: "http://h:5000/v2.0"),
    VersionCase(inSeed: "http://h:5000/v2.0", asked: .v3, url: "http://h:5000/v3"),
    VersionCase(inSeed: "http://h/identity", url: "http://h/identity/v3"),
    VersionCase(inSeed: "http://h/identity", asked: .v2, url: "http://h/identity/v2.0"),
    VersionCase(given: "http://h:5000", url: "http://h:5000/v2.0", isGuessed: true),
    VersionCase(given: "http://h:5000", asked: .v3, url: "http://h:5000/v3"),
    VersionCase(given: "http://h:5000/v3", url: "http://h:5000/v3"),
  ])
  func `the version is the one that is asked for, or that of the address`(
    version: VersionCase
  ) throws {
    var seed = Self.seed(assignments: [("u", "a", "r")])
    if let url = version.inSeed { seed.endpoints[0].publicURL = URLTemplate(url) }
    let request = CredentialsRequest(user: "u", authURL: version.given, version: version.asked)
    let place = try LoginPlace(request, in: seed)
    #expect(place.authURL.text == version.url)
    #expect(place.isVersionGuessed == version.isGuessed)
  }

  @Test(arguments: [("3", "http://h:5000/v3"), ("2", "http://h:5000/v2.0")])
  func `without a seed the environment says the version of an address without one`(
    word: String,
    url: String
  ) throws {
    let environment = Environment([
      "OS_AUTH_URL": "http://h:5000", "OS_IDENTITY_API_VERSION": word,
    ])
    var request = CredentialsRequest(user: "u", tenant: "t")
    let place = try LoginPlace(request, environment: environment)
    #expect(place.authURL.text == url)
    #expect(!place.isVersionGuessed)
    request.version = .v3
    #expect(
      try LoginPlace(request, environment: environment).authURL.text == "http://h:5000/v3"
    )
  }

  @Test(arguments: [("http://h:$(public_port)s/v2.0", KeystoneURL.Problem.host)])
  func `a URL that no client can log in at is refused`(url: String, problem: KeystoneURL.Problem) {
    var seed = Self.seed(assignments: [("u", "a", "r")])
    seed.endpoints[0].publicURL = URLTemplate(url)
    #expect(throws: CredentialsError.invalidURL(problem, text: url)) {
      try LoginPlace(CredentialsRequest(user: "u"), in: seed)
    }
  }

  @Test func `without a seed the environment says where and the options as whom`() throws {
    let environment = Environment([
      "OS_AUTH_URL": "http://h:5000/v2.0", "OS_REGION_NAME": "r", "OS_TENANT_NAME": "another's",
    ])
    let request = CredentialsRequest(user: "u", tenant: "t")
    let place = try LoginPlace(request, environment: environment)
    #expect(
      place
        == LoginPlace(
          user: "u",
          tenant: "t",
          authURL: try KeystoneURL("http://h:5000/v2.0"),
          region: "r"
        )
    )
    #expect(throws: CredentialsError.incomplete(user: "u", missing: ["--tenant"])) {
      try LoginPlace(CredentialsRequest(user: "u"), environment: environment)
    }
    let nothing = CredentialsError.incomplete(user: "u", missing: ["--os-auth-url", "--tenant"])
    #expect(throws: nothing) {
      try LoginPlace(CredentialsRequest(user: "u"), environment: Environment([:]))
    }
    #expect(throws: CredentialsError.noUser) {
      try LoginPlace(CredentialsRequest(), environment: environment)
    }
  }

  private static func seed(assignments: [(QualifiedName, QualifiedName, QualifiedName)])
    -> DesiredState
  {
    var seed = DesiredState()
    seed.assignments = assignments.map { RoleAssignment(user: $0, tenant: $1, role: $2) }
    seed.users = Set(assignments.map(\.0)).sorted().map { User(name: $0) }
    seed.tenants = Set(assignments.map(\.1)).sorted().map { Tenant(name: $0) }
    seed.endpoints = [
      Endpoint(
        service: ServiceKey(type: "identity", name: "keystone"),
        region: "one",
        publicURL: URLTemplate("http://public:5000/v2.0"),
        internalURL: URLTemplate("http://internal:5000/v2.0"),
        adminURL: URLTemplate("http://admin:35357/v2.0")
      )
    ]
    return seed
  }

  private static func identity(in region: Name, host: String, name: Name = "keystone") -> Endpoint {
    Endpoint(
      service: ServiceKey(type: "identity", name: name),
      region: region,
      publicURL: URLTemplate("http://\(host):5000/v2.0")
    )
  }
}
