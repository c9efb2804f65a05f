import FoundationEssentials
import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite("Somebody who logs in is led to the admin API")
struct PasswordModeTests {
  private static let password = "admin's secret"

  /// A cloud with one administrator and an identity service in each of the regions.
  private func withAdministrator(
    regions: [String] = ["one"],
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withLab { lab in
      var lab = lab
      lab.environment["ADMIN_PASSWORD"] = Self.password
      try lab.declare(seed(regions: regions, lab))
      let run = await lab.run("apply")
      #expect(run.status == .success)
      try await body(lab)
    }
  }

  private func seed(regions: [String], _ lab: Lab) -> String {
    let endpoints = regions.map { region in
      "\(region): {public: \"\(lab.sandbox.publicURL)\", admin: \"\(lab.sandbox.adminURL)\"}"
    }
    return """
      regions: {\(regions.map { "\($0): " }.joined(separator: ", "))}
      roles: [admin]
      tenants: {admin: {}}
      users: {admin: {password: {env: ADMIN_PASSWORD}, roles: {admin: [admin]}}}
      services:
        keystone:
          type: identity
          endpoints: {\(endpoints.joined(separator: ", "))}

      """
  }

  @Test func fromThePublicURLThroughTheCatalog() async throws {
    try await withAdministrator { lab in
      let environment = lab.login(
        as: "admin",
        Self.password,
        tenant: "admin",
        at: lab.sandbox.publicURL
      )
      try lab.declare(
        seed(regions: ["one"], lab).replacing("[admin]\ntenants", with: "[admin, new]\ntenants")
      )
      let run = await lab.run("apply", environment: environment)
      #expect(run.status == .success)
      #expect(
        run.output.hasPrefix("keystone-seed plans these changes to \(lab.sandbox.adminURL):\n")
      )
      #expect(run.writes == ["POST /v2.0/OS-KSADM/roles"])
      let writes = run.requests.filter { $0.path == "/v2.0/OS-KSADM/roles" && $0.method == "POST" }
      #expect(writes.map(\.app) == [.admin])
    }
  }

  @Test func fromAnAdminURLItIsTakenAtItsWord() async throws {
    try await withAdministrator { lab in
      let environment = lab.login(as: "admin", Self.password, tenant: "admin")
      let run = await lab.run("plan", environment: environment)
      #expect(run.status == .success)
      #expect(run.requests.allSatisfy { $0.app == .admin })
    }
  }

  @Test func ownPasswordIsChangedLastAndTheRunGoesOn() async throws {
    try await withAdministrator { lab in
      var environment = lab.login(as: "admin", Self.password, tenant: "admin")
      environment["ADMIN_PASSWORD"] = "another secret"
      let refused = await lab.run("apply", environment: environment)
      #expect(refused.status == .failure)
      #expect(refused.error.contains("the plan sets the password of admin, as whom this run works"))
      #expect(refused.error.contains("nothing was changed\n  Add --yes to agree to it.\n"))
      #expect(
        refused.output.contains("! the password of user admin, as whom this run works, is set")
      )
      #expect(refused.writes == [])
      let run = await lab.run("apply", "--yes", environment: environment)
      #expect(run.status == .success)
      #expect(run.writes == ["PUT /v2.0/users/*"])
      environment["OS_PASSWORD"] = "another secret"
      let next = await lab.run("plan", "--detailed-exitcode", environment: environment)
      #expect(next.status == .success)
    }
  }

  /// Nothing tells beforehand that a new password would open nothing; who got one in the run does.
  @Test func ownPasswordIsNotSetWhereItWouldLockTheCallerOut() async throws {
    let strict = SandboxConfiguration(changePasswordUponFirstUse: true)
    try await withLab(strict) { lab in
      var lab = lab
      lab.environment["ADMIN_PASSWORD"] = Self.password
      try lab.declare(seed(regions: ["one"], lab))
      #expect(await lab.run("apply").status == .success)
      let id = try #require(try await lab.outsider.users().only).id
      try await lab.choosePassword("my own", instead: Self.password, as: id)
      try lab.declare(
        seed(regions: ["one"], lab)
          .replacing("users: {", with: "users: {new: {password: a-new-one}, ")
      )
      let login = lab.login(as: "admin", "my own", tenant: "admin")
      let run = await lab.run("apply", "--yes", environment: login)
      #expect(run.status == .failure)
      #expect(run.writes == ["POST /v2.0/users"])
      #expect(
        run.output.contains("\nDone:\n  + user new\n\nFailed:\n  ~ user admin\n\nApplied in part")
      )
      #expect(
        run.error.contains("error: user admin: the password was not set: the one that this run has")
      )
      // The run has told it: from now on it is no change.
      let next = await lab.run("apply", environment: login)
      #expect(next.status == .failure)
      #expect(next.output.contains("! the password of user admin, as whom this run works, is not"))
      #expect(next.writes == [])
    }
  }

  /// No user was given a password before, which would have told.
  @Test(arguments: [false, true])
  func ownPasswordThatWasAgreedToOpensTheDoor(isKept: Bool) async throws {
    let strict = SandboxConfiguration(changePasswordUponFirstUse: true)
    try await withLab(strict) { lab in
      var lab = lab
      lab.environment["ADMIN_PASSWORD"] = Self.password
      try lab.declare(seed(regions: ["one"], lab))
      #expect(await lab.run("apply").status == .success)
      let id = try #require(try await lab.outsider.users().only).id
      try await lab.choosePassword("my own", instead: Self.password, as: id)
      if isKept {
        lab.sandbox.faults.add(
          .before(
            "POST",
            "/v3/users/*/password",
            times: nil,
            .status(400, contentType: "text/plain", body: "")
          )
        )
      }
      let login = lab.login(as: "admin", "my own", tenant: "admin")
      let run = await lab.run("apply", "--yes", environment: login)
      #expect(run.status == (isKept ? .failure : .success))
      #expect(run.error.contains("user admin: the password was set, and opens nothing") == isKept)
      let next = lab.login(as: "admin", Self.password, tenant: "admin")
      let plan = await lab.run("plan", "--detailed-exitcode", environment: next)
      #expect((plan.output == "No changes.\n") == !isKept)
    }
  }

  @Test func wrongPasswordIsSaidToBe() async throws {
    try await withAdministrator { lab in
      let environment = lab.login(as: "admin", "wrong", tenant: "admin")
      let run = await lab.run("apply", environment: environment)
      #expect(run.status == .failure)
      #expect(run.error.hasPrefix("error: POST \(lab.sandbox.adminURL)/tokens: 401"))
      #expect(run.error.contains("The user, the password or the tenant is wrong"))
      #expect(run.writes == [])
    }
  }

  @Test func passwordIsAskedForOnATerminal() async throws {
    try await withAdministrator { lab in
      let environment = lab.login(as: "admin", "", tenant: "admin")
      let run = await lab.run(
        "plan",
        environment: environment,
        terminal: .present,
        answers: [Self.password]
      )
      #expect(run.status == .success)
      #expect(run.error.contains("Password of admin: \n"))
      #expect(!run.shown.contains(Self.password))
    }
  }

  /// Makes the catalog name another admin URL for a region.
  private func name(_ adminURL: String, in region: String, of lab: Lab) async throws {
    let rows = try await lab.outsider.endpoints().filter { $0.region == region }
    let row = try #require(rows.only)
    let service = try #require(row.serviceID)
    try await lab.outsider.deleteEndpoint(id: row.id)
    _ = try await lab.outsider.createEndpoint(
      NewEndpoint(
        serviceID: service,
        region: region,
        publicURL: lab.sandbox.publicURL,
        adminURL: adminURL
      )
    )
  }

  @Test func anAddressThatTheCatalogGaveIsSaidToComeFromThere() async throws {
    let nobody = try CannedServer(saying: nil)
    try await withAdministrator { lab in
      try await name(nobody.url, in: "one", of: lab)
      let environment = lab.login(
        as: "admin",
        Self.password,
        tenant: "admin",
        at: lab.sandbox.publicURL
      )
      let run = await lab.run("plan", environment: environment)
      #expect(run.status == .failure)
      let server = lab.sandbox.publicURL.dropLast("/v2.0".count)
      let hint =
        "\n  That address is the identity service's admin URL in the catalog of \(server).\n"
      #expect(run.error.hasPrefix("error: GET \(nobody.url)/"), "\(run.error)")
      #expect(run.error.contains(hint), "\(run.error)")
      #expect(run.error.contains("--os-auth-url or OS_AUTH_URL"))
    }
    try await nobody.stop()
  }

  @Test func aCatalogThatLeadsOutOfTLSIsRefusedUnlessOneAgrees() async throws {
    try await withAdministrator { lab in
      var lab = lab
      // Stands for a proxy that ends TLS in front of the public API.
      lab.wrapTransport = { TLSEnd(transport: $0) }
      let secure = lab.sandbox.publicURL.replacing("http://", with: "https://")
      let login = lab.login(as: "admin", Self.password, tenant: "admin", at: secure)
      let refused = await lab.run("plan", environment: login)
      #expect(refused.status == .failure)
      let admin = lab.sandbox.adminURL
      #expect(refused.error.hasPrefix("error: the catalog's admin URL \(admin) is not https, "))
      // The second asks whether that address is the admin API itself.
      #expect(refused.requests.map(\.path) == ["/v2.0/tokens", "/v2.0/users"])
      let run = await lab.run("plan", "--allow-http-admin", environment: login)
      #expect(run.status == .success, "\(run.error)")
      let warning = "is not https: the token is sent there unencrypted"
      #expect(run.error == "warning: the catalog's admin URL \(admin) \(warning)\n")
      let open = lab.login(as: "admin", Self.password, tenant: "admin", at: lab.sandbox.publicURL)
      let quiet = await lab.run("plan", environment: open)
      #expect(quiet.error.isEmpty)
    }
  }

  @Test func regionChoosesAmongSeveral() async throws {
    try await withAdministrator(regions: ["one", "two"]) { lab in
      // A catalog that names two addresses leaves a choice.
      try await name("http://127.0.0.1:1/v2.0", in: "two", of: lab)
      var environment = lab.login(
        as: "admin",
        Self.password,
        tenant: "admin",
        at: lab.sandbox.publicURL
      )
      let open = await lab.run("plan", environment: environment)
      #expect(open.status == .failure)
      #expect(open.error.contains("OS_REGION_NAME"))
      environment["OS_REGION_NAME"] = "one"
      let named = await lab.run("plan", environment: environment)
      #expect(named.status == .success)
      environment["OS_REGION_NAME"] = "three"
      let wrong = await lab.run("plan", environment: environment)
      #expect(wrong.status == .failure)
      #expect(wrong.error.contains("no identity admin URL in region three, only in one, two"))
    }
  }

  @Test func whereTheCatalogNamesThePublicAddressTheAuthURLIsTheWayOut() async throws {
    try await withAdministrator { lab in
      try lab.declare(
        seed(regions: ["one"], lab).replacing(lab.sandbox.adminURL, with: lab.sandbox.publicURL)
      )
      #expect(await lab.run("apply", "--yes").status == .success)
      let environment = lab.login(
        as: "admin",
        Self.password,
        tenant: "admin",
        at: lab.sandbox.publicURL
      )
      let run = await lab.run("plan", environment: environment)
      #expect(run.status == .failure)
      #expect(run.error.contains("admin URL in the catalog of"))
      #expect(run.error.contains("--os-auth-url or OS_AUTH_URL"))
      #expect(!run.error.contains("ENDPOINT"))
      let advised = environment.merging(["OS_AUTH_URL": lab.sandbox.adminURL]) { $1 }
      #expect(await lab.run("plan", environment: advised).status == .success)
    }
  }
}

extension Lab {
  /// Changes a password as its user does, over v3.
  fileprivate func choosePassword(
    _ password: String,
    instead original: String,
    as userID: String
  ) async throws {
    let transport = try CurlTransport(configuration: CurlConfiguration())
    let root = sandbox.publicURL.dropLast("/v2.0".count)
    let document = ["user": ["original_password": original, "password": password]]
    let response = try await transport.send(
      HTTPRequest(
        .post,
        url: "\(root)/v3/users/\(userID)/password",
        headers: [HTTPHeader("Content-Type", "application/json")],
        body: Array(try JSONEncoder().encode(document))
      )
    )
    transport.shutdown()
    try #require(response.status == 204)
  }
}

/// Carries requests for `https` addresses without TLS.
private struct TLSEnd: HTTPTransport {
  let transport: any HTTPTransport

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    var request = request
    request.url = request.url.replacing("https://", with: "http://")
    return try await transport.send(request)
  }
}
