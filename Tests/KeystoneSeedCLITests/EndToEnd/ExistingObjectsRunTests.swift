import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("What exists is used, and neither made nor changed")
struct ExistingObjectsRunTests {
  private static let theirs = """
    regions: {One: {public: "http://203.0.113.10"}}
    roles: [operator]
    tenants: {service: {description: Theirs}}
    users: {nova: {email: nova@example.com, password: one, enabled: false}}
    services: {glance: {type: image, description: Theirs, endpoints: ":9292"}}

    """
  private static let mine = """
    regions: {One: {exists: true}, Two: {public: "http://198.51.100.1"}}
    roles: {operator: {exists: true}, auditor: }
    tenants: {service: {exists: true}}
    users:
      nova: {exists: true, roles: {service: [operator, auditor]}}
      cinder: {password: two, tenant: service, roles: {service: [operator]}}
    services:
      glance: {exists: true, type: image, endpoints: ":9292"}

    """
  private static let versions: [SandboxRelease?] = [nil, .pike, .current]

  /// A cloud that somebody else has made, and a seed of what hangs on it.
  private func withOthers(
    _ release: SandboxRelease?,
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withVersion(release) { lab in
      try lab.directory.write(Self.theirs, to: "theirs.yaml")
      let run = await lab.run("apply", "theirs.yaml")
      try #require(run.status == .success, "\(run.shown)")
      try lab.declare(Self.mine)
      try await body(lab)
    }
  }

  @Test(arguments: versions)
  func `it is referred to, and stays as it is`(release: SandboxRelease?) async throws {
    try await withOthers(release) { lab in
      let plan = await lab.run("plan")
      #expect(plan.status == .success, "\(plan.shown)")
      for line in [
        "+ role auditor", "+ user cinder", "+ assignment cinder has operator in service",
        "+ assignment nova has auditor in service", "+ endpoint image/glance in Two",
        "Plan: \(release == nil ? 6 : 7) to create, 0 to update, 0 to replace, 0 to delete.",
      ] { #expect(plan.output.contains(line), "\(line) in \(plan.output)") }
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(await lab.run("plan").output.hasPrefix("No changes."))
      // Nothing of theirs is different to them.
      #expect(await lab.run("plan", "theirs.yaml").output.contains("No changes."))
      let together = await lab.run("plan", "theirs.yaml", "keystone-seed.yaml")
      #expect(together.status == .success, "\(together.shown)")
    }
  }

  @Test(arguments: versions)
  func `what is not there is said with what may be meant, before anything is written`(
    release: SandboxRelease?
  ) async throws {
    try await withOthers(release) { lab in
      try lab.declare(Self.mine.replacing("nova", with: "nov"))
      let one = await lab.run("apply")
      #expect(one.status == .failure && one.writes == [])
      #expect(
        one.error == "error: user nov must exist and is not there\n  Did you mean nova?\n",
        "\(one.error)"
      )
      try lab.declare(
        Self.mine.replacing("nova", with: "nov").replacing("glance", with: "glanze")
          .replacing("operator:", with: "operater:").replacing("[operator", with: "[operater")
      )
      let several = await lab.run("plan")
      #expect(several.status == .failure)
      #expect(
        several.error == """
          error: 3 objects must exist and are not there
            role operater (did you mean operator?)
            user nov (did you mean nova?)
            service image/glanze (did you mean image/glance?)

          """,
        "\(several.error)"
      )
    }
  }

  @Test(arguments: [SandboxRelease.pike, .current])
  func `over v3 a region has to be there too`(release: SandboxRelease) async throws {
    try await withOthers(release) { lab in
      try lab.declare(Self.mine.replacing("One:", with: "Ome:"))
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [])
      #expect(
        run.error == "error: region Ome must exist and is not there\n  Did you mean One?\n",
        "\(run.error)"
      )
    }
  }

  @Test(arguments: versions)
  func `a part of a cloud prunes nothing but endpoints in its own regions`(
    release: SandboxRelease?
  ) async throws {
    try await withOthers(release) { lab in
      try #require(await lab.run("apply").status == .success)
      let refused = await lab.run("plan", "--prune")
      #expect(refused.status == .failure)
      #expect(
        refused.error.contains("the seed is a part of a cloud, since role operator and 3 more")
      )
      try lab.directory.write(
        """
        regions: {One: {public: "http://203.0.113.10"}, Two: {public: "http://198.51.100.1"}}
        services: {extra: {type: extra, endpoints: ":1"}}
        """,
        to: "extra.yaml"
      )
      try #require(await lab.run("apply", "extra.yaml").status == .success)
      let run = await lab.run("plan", "--prune", "--only", "endpoints")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("- endpoint extra/extra in Two"), "\(run.output)")
      #expect(!run.output.contains("in One"), "\(run.output)")
    }
  }

  @Test(arguments: [nil, SandboxRelease.pike])
  func `a service of another that is there twice is left as it is`(
    release: SandboxRelease?
  ) async throws {
    try await withOthers(release) { lab in
      try #require(await lab.run("apply").status == .success)
      _ = try await lab.outsider.createService(NewService(name: "glance", type: "image"))
      let run = await lab.run("apply")
      #expect(run.status == .failure && run.writes == [], "\(run.shown)")
      #expect(
        run.output.contains("x 2 live services are named image/glance; none of them is changed"),
        "\(run.output)"
      )
    }
  }
}
