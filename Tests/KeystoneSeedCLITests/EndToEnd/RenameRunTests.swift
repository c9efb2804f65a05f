import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("What was called otherwise is renamed in place")
struct RenameRunTests {
  private static let before = """
    regions: {One: {public: "http://203.0.113.10"}}
    roles: [leader]
    tenants: {laser-lab: {description: Light}}
    users: {ana: {password: {env: ANA}, tenant: laser-lab, roles: {laser-lab: [leader]}}}
    services: {cinderv3: {type: volumev3, description: Volumes, endpoints: ":8776/v3"}}

    """
  /// What v2.0 can rename.
  private static let after =
    before
    .replacing("tenants: {laser-lab: {", with: "tenants: {photonics: {was: laser-lab, ")
    .replacing("users: {ana: {", with: "users: {anna: {was: ana, ")
    .replacing("tenant: laser-lab", with: "tenant: photonics")
    .replacing("roles: {laser-lab:", with: "roles: {photonics:")
  /// What v3 can rename.
  private static let afterVersion3 =
    after
    .replacing("roles: [leader]", with: "roles: {lead: {was: leader}}")
    .replacing("[leader]", with: "[lead]")
    .replacing(
      "cinderv3: {type: volumev3,",
      with: "cinder: {type: block-storage, was: {name: cinderv3, type: volumev3},"
    )
  private static let versions: [SandboxRelease?] = [nil, .pike, .current]

  private static func after(_ release: SandboxRelease?) -> String {
    release == nil ? after : afterVersion3
  }

  private func withCloud(
    _ release: SandboxRelease?,
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withVersion(release, environment: ["ANA": "her word"]) { lab in
      try lab.declare(Self.before)
      let run = await lab.run("apply")
      try #require(run.status == .success, "\(run.shown)")
      try await body(lab)
    }
  }

  private func ids(_ lab: Lab) async -> [String] {
    var ids: [String] = []
    for list in ["tenant-list", "user-list", "role-list", "service-list", "endpoint-list"] {
      let run = await lab.run(list, "--format", "value", "--column", "id")
      ids += run.output.split(separator: "\n").map(String.init)
    }
    return ids.sorted()
  }

  @Test(arguments: versions)
  func `its id stays, and what hangs on it`(release: SandboxRelease?) async throws {
    try await withCloud(release) { lab in
      let before = await ids(lab)
      try lab.declare(Self.after(release))
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending, "\(plan.shown)")
      let noun = release == nil ? "tenant" : "project"
      var lines = ["~ \(noun) laser-lab -> photonics ", "~ user ana -> anna "]
      if release != nil {
        lines += ["~ role leader -> lead ", "~ service volumev3/cinderv3 -> block-storage/cinder "]
      }
      for line in lines { #expect(plan.output.contains("  \(line)"), "\(line) in \(plan.output)") }
      #expect(plan.output.contains(" renamed, its id stays\n"))
      let count = release == nil ? 2 : 4
      #expect(
        plan.output.contains("Plan: 0 to create, \(count) to update, 0 to replace, 0 to delete."),
        "\(plan.output)"
      )
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(apply.writes.count == count, "\(apply.writes)")
      #expect(await ids(lab) == before)
      // The word may stay.
      let again = await lab.run("plan", "--detailed-exitcode")
      #expect(again.status == .success, "\(again.shown)")
      #expect(await lab.run("verify").status == .success)
      #expect(await lab.run("dump").output.contains("photonics"))
    }
  }

  @Test(arguments: versions)
  func `other fields change with the name`(release: SandboxRelease?) async throws {
    try await withCloud(release) { lab in
      let seed = Self.after(release).replacing("description: Light", with: "description: Lasers")
      try lab.declare(seed)
      let plan = await lab.run("plan")
      #expect(plan.output.contains("      description Light -> Lasers\n"), "\(plan.output)")
      let json = await lab.run("plan", "--output", "json")
      #expect(json.output.contains("\"name\" : \"photonics\""))
      #expect(json.output.contains("\"from\" : \"laser-lab\""))
      let run = await lab.run("apply", "--only", "tenants")
      #expect(run.status == .success && run.writes.count == 1, "\(run.shown)")
    }
  }

  @Test(arguments: versions)
  func `where both are there nothing is done`(release: SandboxRelease?) async throws {
    try await withCloud(release) { lab in
      try lab.directory.write("tenants: {photonics: }", to: "other.yaml")
      try #require(await lab.run("apply", "other.yaml").status == .success)
      try lab.declare(Self.after(release))
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      let noun = release == nil ? "tenant" : "project"
      #expect(
        run.error.hasPrefix("error: \(noun) photonics was laser-lab, and both are there\n"),
        "\(run.error)"
      )
    }
  }

  @Test(arguments: versions)
  func `where the old one is gone it is made`(release: SandboxRelease?) async throws {
    try await withVersion(release, environment: ["ANA": "her word"]) { lab in
      try lab.declare(Self.after(release))
      let run = await lab.run("apply")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains(" 0 updated"), "\(run.output)")
    }
  }

  @Test func `what v2.0 cannot rename is refused with its place`() async throws {
    try await withCloud(nil) { lab in
      try lab.declare(Self.afterVersion3)
      #expect(await lab.run("validate").status == .success)
      #expect(await lab.run("validate", "--for", "3").status == .success)
      for command in [["plan"], ["apply"], ["verify"], ["validate", "--for", "v2.0"]] {
        let run = await lab.run(command)
        #expect(run.status == .failure && run.writes == [])
        #expect(
          run.error.contains("keystone-seed.yaml:2:21: error: v2.0 cannot rename a role, v3 can"),
          "\(run.error)"
        )
        #expect(run.error.contains(": error: v2.0 cannot rename a service, v3 can"))
      }
    }
  }

  @Test(arguments: versions)
  func `a saved plan renames, and is refused once somebody else has`(
    release: SandboxRelease?
  ) async throws {
    try await withCloud(release) { lab in
      try lab.declare(Self.after(release))
      try #require(await lab.run("plan", "--out", "plan.json").status == .success)
      try #require(await lab.run("apply", "--only", "users").status == .success)
      let refused = await lab.run("apply", "--plan", "plan.json")
      #expect(refused.status == .failure && refused.writes == [], "\(refused.shown)")
      try #require(await lab.run("plan", "--out", "plan.json").status == .success)
      #expect(await lab.run("apply", "--plan", "plan.json").status == .success)
    }
  }

  @Test(
    arguments: [
      ("users: {root: {was: admin}}", "user admin, as which"),
      ("tenants: {root: {was: admin}}", "project admin, to which"),
    ]
  )
  func `whoever runs it is not renamed`(seed: String, words: String) async throws {
    try await withVersion3(.current) { lab in
      try lab.declare(seed)
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      #expect(
        run.error.hasPrefix("error: the plan would rename \(words) this command is logged in\n"),
        "\(run.error)"
      )
    }
  }
}
