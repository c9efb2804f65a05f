import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

/// Over v3 a filter by name asks the database itself which names it takes for one.
@Suite("Names that the database takes for one")
struct EqualNamesRunTests {
  private static let seed = """
    roles: [Member, reader]
    tenants:
      Jos\u{E9}: {description: new}
    users:
      Jos\u{E9}: {email: jose@example.com, password: {env: NOVA_PASSWORD}, roles: {Jos\u{E9}: [Member]}}

    """

  /// A bootstrapped cloud in which a project and a user `Jose` live.
  private func withCloud(
    _ release: SandboxRelease = .current,
    asMariaDB: Bool,
    seed: String = seed,
    _ body: (Version3Cloud) async throws -> Void
  ) async throws {
    let configuration = SandboxConfiguration(
      release: release,
      comparesNamesAsMariaDB: asMariaDB
    )
    try await withVersion3Cloud(configuration, seed: seed) { cloud in
      _ = try await cloud.outsider.createProject(V3NewProject(name: "Jose", domainID: "default"))
      _ = try await cloud.outsider.createUser(V3NewUser(name: "Jose", domainID: "default"))
      try await body(cloud)
    }
  }

  @Test(
    "what is there is used, changed, granted and left its name",
    arguments: [
      SandboxRelease.zed, .current,
    ]
  )
  func adopted(release: SandboxRelease) async throws {
    try await withCloud(release, asMariaDB: true) { cloud in
      let member = try await cloud.role("member")
      let user = try await cloud.user("Jose")
      let project = try await cloud.project("Jose")
      let run = await cloud.lab.run("apply")
      #expect(run.status == .success, "\(run.shown)")
      #expect(
        run.output.contains(
          "  ! role Member is member here, id \(member.id): the database takes the two names for one, "
            + "so that it is used as it is and keeps its name\n"
        ),
        "\(run.output)"
      )
      #expect(run.output.contains("  ! user Jos\u{E9} is Jose here, id \(user.id): "))
      #expect(run.output.contains(" is Jose here, id \(project.id): "))
      #expect(
        run.writes.sorted() == [
          "PATCH /v3/projects/*", "PATCH /v3/users/*", "PUT /v3/projects/*/users/*/roles/*",
        ]
      )
      let renamed = try await cloud.outsider.user(id: user.id)
      #expect(renamed.name == "Jose")
      #expect(renamed.emailText == "jose@example.com")
      let changed = try await cloud.outsider.project(id: project.id)
      #expect(changed.name == "Jose")
      #expect(changed.description == "new")
      let again = await cloud.lab.run("apply")
      #expect(again.status == .success)
      #expect(again.writes == [])
      #expect(again.output.contains("No changes."), "\(again.output)")
      // Each name once in every reading.
      #expect(again.requests.count { $0.target.contains("/v3/roles?name=Member") } == 1)
    }
  }

  @Test("what stands for a declared object is not pruned, and verify logs in as it")
  func prunedAndVerified() async throws {
    try await withCloud(asMariaDB: true) { cloud in
      _ = await cloud.lab.run("apply")
      let pruned = await cloud.lab.run("plan", "--prune")
      #expect(pruned.output.contains("\nNo changes."), "\(pruned.output)")
      let run = await cloud.verify()
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("Logins:\n  Jos\u{E9} in Jos\u{E9}  ok\n"), "\(run.output)")
    }
  }

  @Test("a database that tells them apart has both, and the plan says so")
  func apart() async throws {
    try await withCloud(asMariaDB: false) { cloud in
      let run = await cloud.lab.run("apply")
      #expect(run.status == .success, "\(run.shown)")
      #expect(
        run.output.contains(
          "  ! role Member does not exist, but member does: the database tells the two apart, and it is "
            + "made beside it\n"
        ),
        "\(run.output)"
      )
      #expect(run.output.contains("4 created"), "\(run.output)")
      let again = await cloud.lab.run("plan")
      #expect(again.output.hasPrefix("No changes."), "\(again.output)")
    }
  }

  @Test("a role that another run makes in another spelling meanwhile is used")
  func race() async throws {
    let seed = Self.seed.replacing("Member", with: "Operator")
    try await withCloud(asMariaDB: true, seed: seed) { cloud in
      var cloud = cloud
      let outsider = cloud.outsider
      cloud.lab.wrapTransport = { transport in
        Meddling(transport, before: "POST", "/v3/roles") {
          _ = try? await outsider.createRole(V3NewRole(name: "operator"))
        }
      }
      let run = await cloud.lab.run("apply")
      #expect(run.status == .success, "\(run.shown)")
      let roles = try await outsider.roles(named: "operator")
      #expect(roles.map(\.name) == ["operator"])
      cloud.lab.wrapTransport = { $0 }
      let again = await cloud.lab.run("plan")
      #expect(again.output.contains("  ! role Operator is operator here, id "))
      #expect(again.output.contains("\nNo changes."))
    }
  }
}

/// Lets somebody else do something right before a request gets through, once.
private struct Meddling: HTTPTransport {
  private let transport: any HTTPTransport
  private let method: String
  private let path: String
  private let work: @Sendable () async -> Void

  init(
    _ transport: any HTTPTransport,
    before method: String,
    _ path: String,
    _ work: @escaping @Sendable () async -> Void
  ) {
    self.transport = transport
    self.method = method
    self.path = path
    self.work = work
  }

  var store: TransportStore? { transport.store }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    if request.method.rawValue == method, request.url.hasSuffix(path) { await work() }
    return try await transport.send(request)
  }
}
