import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("What is immutable over v3 stays, and the rest is done")
struct ImmutableRunTests {
  private static let seed = """
    roles: [operator]
    tenants:
      fixed: {description: new}
      free: {description: new}
    absent:
      roles: [relic]

    """

  @Test(
    "no request is sent that Keystone would refuse",
    arguments: [
      SandboxRelease.zed, .current,
    ]
  )
  func apply(release: SandboxRelease) async throws {
    let configuration = SandboxConfiguration(release: release)
    try await withVersion3Cloud(configuration, seed: Self.seed) { cloud in
      let immutable: JSONObject = ["immutable": .bool(true)]
      let fixed = try await cloud.outsider.createProject(
        V3NewProject(name: "fixed", domainID: "default", description: "old", options: immutable)
      )
      _ = try await cloud.outsider.createProject(V3NewProject(name: "free", domainID: "default"))
      let relic = try await cloud.outsider.createRole(V3NewRole(name: "relic", options: immutable))
      let run = await cloud.lab.run("apply", "--yes")
      #expect(run.status == .failure)
      #expect(
        run.output.contains(
          "  ! project fixed, id \(fixed.id), stays as it is: it is immutable (description: old, in the "
            + "seed new); openstack project set --no-immutable \(fixed.id) opens it to changes\n"
        ),
        "\(run.output)"
      )
      #expect(
        run.output.contains("  ! role relic, id \(relic.id), stays as it is: it is immutable; ")
      )
      #expect(run.writes.sorted() == ["PATCH /v3/projects/*", "POST /v3/roles"])
      #expect(run.error.contains("some differences cannot be changed through this API"))
      #expect(await cloud.lab.run("plan", "--detailed-exitcode").status == .changesPending)
      #expect(await cloud.verify().status == .changesPending)
      try await cloud.outsider.updateProject(
        id: fixed.id,
        V3ProjectUpdate(options: ["immutable": .bool(false)])
      )
      try await cloud.outsider.updateRole(
        id: relic.id,
        V3RoleUpdate(options: ["immutable": .bool(false)])
      )
      #expect(await cloud.lab.run("apply", "--yes").status == .success)
    }
  }

  @Test("pruning says what it leaves, but of what bootstrap made nothing")
  func prune() async throws {
    let seed = "roles: [operator]\ntenants: {free: }\n"
    try await withVersion3Cloud(SandboxConfiguration(release: .current), seed: seed) { cloud in
      let role = V3NewRole(name: "relic", options: ["immutable": .bool(true)])
      let relic = try await cloud.outsider.createRole(role)
      let run = await cloud.lab.run("plan", "--prune")
      #expect(run.status == .success)
      let notes = run.output.split(separator: "\n").filter { $0.contains("immutable") }
      #expect(
        notes == [
          "  ! role relic is not pruned: it is immutable; openstack role set --no-immutable "
            + "\(relic.id) opens it to changes"
        ]
      )
    }
  }
}
