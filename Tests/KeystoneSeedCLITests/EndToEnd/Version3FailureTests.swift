import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

/// What is asked where an answer over v3 does not come, and after one's own password is another one.
@Suite("Lost answers and changed passwords over v3")
struct Version3FailureTests {
  private static let seed = """
    regions:
      Bay: {public: "http://203.0.113.10"}
    roles: [operator]
    tenants: {service: }
    users:
      nova: {email: nova@example.com, password: {env: NOVA_PASSWORD}}
    services:
      nova: {type: compute, endpoints: ":8774"}

    """

  /// How each kind is made, and what is asked after an answer that was lost.
  static let creates: [(path: String, lookup: String)] = [
    ("/v3/roles", "/v3/roles?name=operator"),
    ("/v3/projects", "/v3/projects?domain_id=default&name=service&limit=1000"),
    ("/v3/users", "/v3/users?domain_id=default&name=nova&limit=1000"),
    ("/v3/services", "/v3/services?type=compute&name=nova"),
    ("/v3/endpoints", "/v3/endpoints?service_id=*&interface=public&region_id=Bay"),
  ]

  @Test("a lost answer is looked up by what tells the object", arguments: creates, [true, false])
  func lookups(create: (path: String, lookup: String), isCarriedOut: Bool) async throws {
    try await withVersion3Cloud(SandboxConfiguration(release: .current), seed: Self.seed) { cloud in
      let path = PathGlob(create.path)
      cloud.lab.sandbox.faults.add(
        isCarriedOut ? .after("POST", path, .reset) : .before("POST", path, .reset)
      )
      let run = await cloud.lab.run("apply")
      #expect(run.status == .success, "\(run.shown)")
      let targets = run.requests.map { request in
        "\(request.method) \(request.target)"
      }
      let lost = try #require(targets.firstIndex(of: "POST \(create.path)"))
      let next = run.requests[(lost + 1)...].first { request in
        request.method == "GET" && request.path == create.path
      }
      let service = try await cloud.service("nova").id
      #expect(next?.target.replacing(service, with: "*") == create.lookup)
      let posts = targets.filter { $0 == "POST \(create.path)" }.count
      #expect(posts == (isCarriedOut ? 1 : 2))
      let again = await cloud.lab.run("plan")
      #expect(again.output.hasPrefix("No changes."), "\(again.output)")
    }
  }

  @Test(
    "the own password is set last, and the run goes on with the new one",
    arguments: [
      SandboxRelease.pike, .current,
    ]
  )
  func ownPassword(release: SandboxRelease) async throws {
    let seed = Self.seed.replacing(
      "users:\n",
      with: "users:\n  admin: {password: {env: ADMIN_PASSWORD}}\n"
    )
    try await withVersion3Cloud(SandboxConfiguration(release: release), seed: seed) { cloud in
      var cloud = cloud
      cloud.lab.environment["ADMIN_PASSWORD"] = "another one"
      let run = await cloud.lab.run("apply", "--yes")
      #expect(run.status == .success, "\(run.shown)")
      #expect(!run.shown.contains("another one"))
      let last = run.requests.lastIndex { $0.method == "PATCH" && $0.path.hasPrefix("/v3/users/") }
      let rest = run.requests[try #require(last)...].dropFirst()
      // Those of the same second are refused, and the first that holds is shown to do so.
      #expect(rest.first.map { "\($0.method) \($0.path)" } == "POST /v3/auth/tokens")
      #expect(rest.contains { $0.path == "/v3/regions" })
      #expect(!run.writes.dropLast().contains("PATCH /v3/users/*"))
      cloud.lab.environment["OS_PASSWORD"] = "another one"
      let again = await cloud.lab.run("plan")
      #expect(again.output.hasPrefix("No changes."), "\(again.shown)")
    }
  }

  @Test("an answer to the change of one's own password that is lost is no failure")
  func ownPasswordLost() async throws {
    let seed = "users: {admin: {password: {env: ADMIN_PASSWORD}}}\n"
    try await withVersion3Cloud(SandboxConfiguration(release: .current), seed: seed) { cloud in
      var cloud = cloud
      cloud.lab.environment["ADMIN_PASSWORD"] = "another one"
      cloud.lab.sandbox.faults.add(.after("PATCH", "/v3/users/*", .reset))
      let run = await cloud.lab.run("apply", "--yes")
      #expect(run.status == .success, "\(run.shown)")
      #expect(Set(run.writes) == ["PATCH /v3/users/*"])
    }
  }
}
