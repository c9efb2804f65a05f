import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Several files are one seed to every command")
struct SeveralSeedsRunTests {
  private static let base = """
    x-anchors: {description: &text Services}
    variables: {zone: 203.0.113.10}
    regions: {One: {public: "http://${zone}"}}
    roles: [operator]
    tenants: {service: {description: *text}}

    """
  private static let compute = """
    users: {nova: {password: {file: secrets/nova}, tenant: service, roles: {service: [operator]}}}
    services: {nova: {type: compute, endpoints: ":8774/v2"}}

    """
  private static let image = """
    tenants: {service: {description: Services}}
    users:
      nova: {roles: {service: [auditor]}}
      glance: {password: {command: [cat, nova]}, roles: {service: [operator]}}
    roles: [auditor]
    services:
      glance: {type: image, endpoints: {One: {public: ":9292"}}}
      nova: {endpoints: {One: {internal: "http://10.1.0.10:8774/v2"}}}

    """

  /// Runs a test over v2.0, or over v3 where a release is given, with a directory of seeds.
  private func withSeeds(
    _ release: SandboxRelease?,
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withVersion(release) { lab in
      try Self.prepare(lab)
      try await body(lab)
    }
  }

  private static func prepare(_ lab: Lab) throws {
    try lab.directory.write(base, to: "seeds/00-base.yaml")
    try lab.directory.write(compute, to: "seeds/compute.yml")
    try lab.directory.write("of nova", to: "seeds/secrets/nova")
    try lab.directory.write(image, to: "seeds/secrets/image.yaml")
  }

  private static let seeds = ["seeds", "seeds/secrets/image.yaml"]
  private static let versions: [SandboxRelease?] = [nil, .current]

  @Test(arguments: versions)
  func `they are validated, planned, applied and verified as one`(
    release: SandboxRelease?
  ) async throws {
    try await withSeeds(release) { lab in
      let validate = await lab.run(["validate"] + Self.seeds)
      #expect(
        validate.output == """
          seeds/00-base.yaml, seeds/compute.yml and seeds/secrets/image.yaml together are valid: \
          1 region, 2 roles, 1 tenant, 2 users, 3 assignments, 2 services, 2 endpoints.

          """
      )
      let apply = await lab.run(["apply"] + Self.seeds)
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(apply.output.contains("internal    http://10.1.0.10:8774/v2\n"))
      let again = await lab.run(["plan", "--detailed-exitcode"] + Self.seeds.reversed())
      #expect(again.status == .success, "\(again.shown)")
      let verify = await lab.run(["verify"] + Self.seeds)
      #expect(verify.status == .success, "\(verify.shown)")
    }
  }

  @Test(arguments: versions)
  func `a saved plan has all of its files`(release: SandboxRelease?) async throws {
    try await withSeeds(release) { lab in
      let plan = await lab.run(["plan", "--out", "plan.json"] + Self.seeds)
      #expect(plan.status == .success, "\(plan.shown)")
      try lab.directory.write("roles: [late]", to: "seeds/zz.yaml")
      let refused = await lab.run("apply", "--plan", "plan.json")
      #expect(refused.status == .failure && refused.writes == [])
      #expect(
        refused.error.contains("the seed, or whether its passwords are accepted, has changed")
      )
      try lab.directory.write("{}", to: "seeds/zz.yaml")
      let apply = await lab.run("apply", "--plan", "plan.json")
      #expect(apply.status == .success, "\(apply.shown)")
    }
  }

  @Test func `credentials come from any of them`() async throws {
    try await withSeeds(nil) { lab in
      let address = ["--os-auth-url", "http://127.0.0.1:5000/v2.0"]
      let run = await lab.run(["credentials", "glance"] + Self.seeds + address)
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("export OS_PASSWORD='of nova'\n"))
      let options = Self.seeds.flatMap { ["--seed", $0] }
      #expect(await lab.run(["credentials", "glance"] + options + address).output == run.output)
    }
  }

  @Test func `the variable of the environment names a directory, and standard input is a part`()
    async throws
  {
    try await withSeeds(nil) { lab in
      let usual = await lab.run("validate", environment: ["KEYSTONE_SEED": "seeds"])
      #expect(usual.output.hasPrefix("seeds/00-base.yaml and seeds/compute.yml together are valid"))
      let piped = await lab.run("validate", "seeds/00-base.yaml", "-", input: "roles: [extra]")
      #expect(
        piped.output.hasPrefix("seeds/00-base.yaml and <stdin> together are valid: 1 region, 2")
      )
      let twice = await lab.run("validate", "-", "-")
      #expect(twice.status == .usage)
      #expect(twice.error.hasPrefix("error: standard input is named twice"))
    }
  }

  @Test func `what is wrong with a password is said at its place in its file`() async throws {
    try await withSeeds(nil) { lab in
      try lab.directory.write("users: {cinder: {password: {env: NOT_SET}}}", to: "seeds/a.yaml")
      let run = await lab.run(["plan"] + Self.seeds)
      #expect(run.status == .failure && run.requests.isEmpty)
      #expect(
        run.error.hasPrefix(
          "seeds/a.yaml:1:28: error: no password for user cinder: the environment variable NOT_SET is"
        )
      )
    }
  }
}
