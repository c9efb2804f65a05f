import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

/// What verify says over Identity v3.
@Suite("verify over Identity v3")
struct VerifyCommandVersion3Tests {
  private static let seed = """
    regions:
      Bay: {public: "http://203.0.113.10", internal: "http://10.1.0.10"}
    roles: [admin, operator]
    tenants: {admin: {}, service: {}}
    users:
      admin: {password: {env: ADMIN_PASSWORD}, roles: {admin: [admin]}}
      nova: {password: {env: NOVA_PASSWORD}, tenant: service, roles: {service: [operator]}}
    services:
      nova: {type: compute, endpoints: ":8774/v2/$(tenant_id)s"}
    """

  /// Gives a test a cloud that is as its seed says.
  private func withCloud(
    _ release: SandboxRelease = .current,
    adminToken: String? = "e3b0c442",
    lockoutFailureAttempts: Int? = nil,
    _ body: (Version3Cloud) async throws -> Void
  ) async throws {
    let configuration = SandboxConfiguration(
      release: release,
      adminToken: adminToken,
      lockoutFailureAttempts: lockoutFailureAttempts
    )
    try await withVersion3Cloud(configuration, seed: Self.seed) { cloud in
      let run = await cloud.lab.run("apply")
      #expect(run.status == .success, "\(run.shown)")
      try await body(cloud)
    }
  }

  static let releases: [SandboxRelease] = [.pike, .zed, .current]

  @Test(
    "users log in to domains and the system, where no catalog has a project's URL",
    arguments: [
      SandboxRelease.zed, .current,
    ]
  )
  func scopes(release: SandboxRelease) async throws {
    let seed =
      Self.seed.replacing("roles: {service: [operator]}}", with: "system_roles: [operator]}") + """

        domains:
          heat:
            users: {keeper: {password: {env: NOVA_PASSWORD}, domain_roles: [admin]}}
        """
    try await withVersion3Cloud(SandboxConfiguration(release: release), seed: seed) { cloud in
      #expect(await cloud.lab.run("apply").status == .success)
      let run = await cloud.verify()
      #expect(run.status == .success, "\(run.shown)")
      #expect(
        run.output.hasPrefix(
          """
          Logins:
            admin in admin                        ok
            nova on the system                    ok
            keeper of domain heat on domain heat  ok

          """
        ),
        "\(run.output)"
      )
      let json = await cloud.verify(as: .json)
      #expect(json.output.contains("\"system\" : true"), "\(json.output)")
      #expect(json.output.contains("\"domain\" : \"heat\""))

      let heat = try #require(try await cloud.outsider.domains(named: "heat").only)
      let keeper = try #require(
        try await cloud.outsider.users(ofDomain: heat.id, named: "keeper").only
      )
      try await cloud.outsider.revoke(
        V3Grant(.user(keeper.id), .domain(heat.id), roleID: try await cloud.role("admin").id)
      )
      let refused = await cloud.verify()
      #expect(refused.status == .changesPending)
      #expect(refused.output.contains("the user has no role on this domain"), "\(refused.shown)")
    }
  }

  @Test("nothing is wrong where nothing is", arguments: releases)
  func sound(release: SandboxRelease) async throws {
    try await withCloud(release) { cloud in
      let run = await cloud.verify()
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.error.isEmpty)
      let identity = try await cloud.endpoint("keystone", "public").url
      let nova = "http://203.0.113.10:8774/v2/<project ID>"
      // Pike's own admin API has a port of its own.
      let interfaces = release == .pike ? "public internal" : "public internal admin"
      let catalog = run.output.split(separator: " ").joined(separator: " ")
      #expect(
        catalog.contains(
          """
          Catalog of admin in admin, nova in service:
           compute/nova Bay public \(nova)
           internal \(nova.replacing("203.0.113", with: "10.1.0"))
           identity/keystone RegionOne \(interfaces) \(identity)

          """
        ),
        "\(run.output)"
      )
      #expect(run.output.hasPrefix("Logins:\n  admin in admin   ok\n  nova in service  ok\n\n"))
      #expect(!run.output.contains("Warnings:"))
      #expect(run.output.contains("\nNo drift: http://127.0.0.1:"))
      #expect(run.requests.allSatisfy { $0.path.hasPrefix("/v3/") })
      // One's own, which tries one's password, and to the project of the seed; two for the other user.
      #expect(run.counts["POST /v3/auth/tokens"] == 4)
      #expect(run.counts["GET /v3/users"] == 2)
    }
  }

  @Test("a grant that is missing is found by the plan and by the login")
  func grant() async throws {
    try await withCloud { cloud in
      let grant = V3Grant(
        .user(try await cloud.user("nova").id),
        .project(try await cloud.project("service").id),
        roleID: try await cloud.role("operator").id
      )
      try await cloud.outsider.revoke(grant)
      let run = await cloud.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  + assignment nova has operator in service\n"))
      #expect(run.output.contains("  nova in service  the user has no role in this project\n"))
    }
  }

  @Test("a refused login may be a wrong password or a lock, and is tried once")
  func password() async throws {
    try await withCloud(lockoutFailureAttempts: 2) { cloud in
      var cloud = cloud
      cloud.lab.environment["NOVA_PASSWORD"] = "another secret"
      let first = await cloud.verify()
      #expect(first.status == .changesPending)
      let words =
        "  nova            the login is refused: the seed's password is wrong, or the account"
      #expect(first.output.contains(words), "\(first.output)")
      #expect(first.counts["POST /v3/auth/tokens"] == 3)
      // The second refusal locks, and after it the right password is refused in the same words.
      _ = await cloud.verify()
      cloud.lab.environment["NOVA_PASSWORD"] = "nova's secret"
      let locked = await cloud.verify()
      #expect(locked.output.contains(words), "\(locked.output)")
    }
  }

  @Test("Pike says over v3, too, that an account is locked")
  func lockOfPike() async throws {
    try await withCloud(.pike, lockoutFailureAttempts: 1) { cloud in
      var cloud = cloud
      cloud.lab.environment["NOVA_PASSWORD"] = "another secret"
      _ = await cloud.verify()
      cloud.lab.environment["NOVA_PASSWORD"] = "nova's secret"
      let run = await cloud.verify()
      #expect(run.output.contains("  nova            the account is locked; "), "\(run.output)")
    }
  }

  @Test("a user or a project that is disabled is found", arguments: releases)
  func disabled(release: SandboxRelease) async throws {
    try await withCloud(release) { cloud in
      let project = try await cloud.project("service")
      try await cloud.outsider.updateProject(id: project.id, V3ProjectUpdate(enabled: false))
      let first = await cloud.verify()
      #expect(first.status == .changesPending)
      #expect(first.output.contains("  nova in service  the project is disabled\n"))
      let nova = try await cloud.user("nova")
      try await cloud.outsider.updateUser(id: nova.id, V3UserUpdate(enabled: false))
      let second = await cloud.verify()
      #expect(second.output.contains("  nova            the user is disabled\n"))
    }
  }

  @Test("a password that is right and does not do alone is said to be right")
  func secondFactor() async throws {
    try await withCloud { cloud in
      let options: JSONObject = [
        "multi_factor_auth_enabled": .bool(true),
        "multi_factor_auth_rules": .array([.array([.string("password"), .string("token")])]),
      ]
      let nova = try await cloud.user("nova")
      try await cloud.outsider.updateUser(id: nova.id, V3UserUpdate(options: options))
      let run = await cloud.verify()
      #expect(run.status == .success, "\(run.shown)")
      #expect(
        run.output.contains(
          "  nova in service  the seed's password is right; the login needs a second "
        )
      )
      let document = await cloud.verify(as: .json)
      #expect(!document.output.contains("\"ok\" : false"))
    }
  }

  @Test("a password that has to be changed first is right, and lets nobody in")
  func firstUse() async throws {
    let configuration = SandboxConfiguration(
      release: .current,
      adminToken: "e3b0c442",
      changePasswordUponFirstUse: true
    )
    try await withVersion3Cloud(configuration, seed: Self.seed) { cloud in
      var cloud = cloud
      // With that option bootstrap's own administrator could not log in.
      cloud.lab.environment = [
        "OS_TOKEN": "e3b0c442", "OS_ENDPOINT": cloud.outsider.endpoint,
        "ADMIN_PASSWORD": Version3Cloud.password, "NOVA_PASSWORD": "nova's secret",
      ]
      _ = await cloud.lab.run("apply")
      let run = await cloud.verify()
      #expect(run.status == .changesPending, "\(run.shown)")
      #expect(
        run.output.contains(
          "  nova   the seed's password is right, and must be changed by the user"
        ),
        "\(run.output)"
      )
      #expect(run.output.contains("  ! the token in use is Keystone's admin_token"))
    }
  }

  @Test("the token ADMIN left open is a warning, asked about by a list of one name")
  func defaultToken() async throws {
    try await withCloud(adminToken: "ADMIN") { cloud in
      let run = await cloud.verify()
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("\nWarnings:\n  ! the token ADMIN opens the admin API"))
      #expect(!run.output.contains("the token in use"))
      let asked = run.requests.filter { $0.header("X-Auth-Token") == "ADMIN" }
      #expect(asked.map(\.path) == ["/v3/users"])
    }
  }

  @Test("a row of an endpoint, or a service, that is disabled is found, and why")
  func hidden() async throws {
    try await withCloud { cloud in
      let row = try await cloud.endpoint("nova", "internal")
      try await cloud.outsider.updateEndpoint(id: row.id, V3EndpointUpdate(enabled: false))
      let first = await cloud.verify()
      #expect(first.status == .changesPending)
      let lacks = "  lacks compute/nova in Bay "
      #expect(first.output.contains(lacks + "(internal: disabled)\n"), "\(first.output)")
      let service = try await cloud.service("nova")
      try await cloud.outsider.updateService(id: service.id, V3ServiceUpdate(enabled: false))
      let second = await cloud.verify()
      #expect(second.output.contains(lacks + "(public, internal: its service is disabled)\n"))
    }
  }

  @Test("a template that Keystone does not fill in is found, which leaves the row out of catalogs")
  func template() async throws {
    try await withCloud { cloud in
      let row = try await cloud.endpoint("nova", "public")
      let url = "http://$(compute_host)s:8774"
      try await cloud.outsider.updateEndpoint(id: row.id, V3EndpointUpdate(url: url))
      let run = await cloud.verify()
      #expect(run.status == .changesPending)
      #expect(
        run.output.contains(
          "  lacks compute/nova in Bay (public: this Keystone does not fill its template in)\n"
        ),
        "\(run.output)"
      )
    }
  }

  @Test("a service of the same type has an entry of its own, which clients may take")
  func neighbor() async throws {
    try await withCloud { cloud in
      let other = try await cloud.outsider.createService(
        V3NewService(type: "compute", name: "nova-next")
      )
      let bare = try await cloud.outsider.createService(V3NewService(type: "image", name: "glance"))
      let row = try await cloud.outsider.createEndpoint(
        V3NewEndpoint(
          serviceID: other.id,
          interface: "public",
          regionID: "Bay",
          url: "http://192.0.2.66:8774"
        )
      )
      let own = try await cloud.endpoint("nova", "public")
      let run = await cloud.verify()
      #expect(run.status == .success, "\(run.shown)")
      #expect(
        run.output.contains(
          "  compute/nova-next  Bay             public                 http://192.0.2.66:"
        )
      )
      #expect(run.output.contains("  image/glance       (no endpoints)\n"), "\(run.output)")
      let rows = [(own.id, "nova"), (row.id, "nova-next")].sorted { $0.0 < $1.0 }
        .map { "\($0.0) of \($0.1)" }.joined(separator: " or ")
      #expect(
        run.output.contains(
          "  ! compute in Bay is several endpoints of one interface, of which a client that asks for "
            + "the type takes any: public from \(rows)\n"
        ),
        "\(run.output)"
      )
      try await cloud.outsider.deleteService(id: bare.id)
    }
  }

  @Test("a URL that users see is compared with that of the same service alone")
  func otherURL() async throws {
    try await withCloud { cloud in
      let row = try await cloud.endpoint("nova", "internal")
      let update = V3EndpointUpdate(url: "http://192.0.2.66:8774")
      try await cloud.outsider.updateEndpoint(id: row.id, update)
      let document = await cloud.verify(as: .json)
      #expect(document.status == .changesPending)
      #expect(document.output.contains("\"seen\" : \"http://192.0.2.66:8774\""))
      let run = await cloud.verify()
      #expect(run.output.contains("  ~ endpoint compute/nova in Bay\n"), "\(run.output)")
    }
  }

  @Test("a probe asks what users see")
  func probe() async throws {
    try await withCloud { cloud in
      let run = await cloud.lab.run("verify", "--probe")
      #expect(run.output.contains("\nWhat answers from here:\n"))
      let found = run.requests.filter { $0.header("X-Auth-Token") == nil && $0.method == "GET" }
      #expect(!found.isEmpty)
    }
  }

  @Test("without logins it is drift and what is open that it looks for")
  func withoutLogins() async throws {
    try await withCloud { cloud in
      let run = await cloud.lab.run("verify", "--no-verify-passwords")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.counts["POST /v3/auth/tokens"] == 1)
    }
  }
}
