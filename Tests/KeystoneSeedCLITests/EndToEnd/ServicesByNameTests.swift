import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

/// Somebody else's services that a seed refers to by their names alone.
@Suite struct ServicesByNameTests {
  private static let seed = """
    regions: {Edge: {public: 'http://edge'}}
    services:
      nova: {exists: true, endpoints: {Edge: ':8774'}}
    """

  @Test func `it gets an endpoint, keeps what it has, and is seen by users`() async throws {
    try await withVerifiedCloud { lab in
      let whole = try lab.directory.content(of: "keystone-seed.yaml")
      try lab.declare(Self.seed)
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  + endpoint compute/nova in Edge\n"), "\(plan.error)")
      #expect(plan.output.contains("Plan: 1 to create, 0 to update, 0 to replace, 0 to delete."))
      let apply = await lab.run("apply")
      #expect(apply.status == .success, "\(apply.error)")
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
      #expect(await lab.run("verify").status == .success)
      try lab.declare(whole)
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }

  @Test func `one that is not there is named with what may be meant`() async throws {
    try await withVerifiedCloud { lab in
      try lab.declare(Self.seed.replacing("nova:", with: "nowa:"))
      let run = await lab.run("plan")
      #expect(run.status == .failure)
      #expect(
        run.error == """
          error: service nowa must exist and is not there
            Did you mean nova?

          """
      )
    }
  }

  @Test func `of several of the name one has to be meant`() async throws {
    try await withVerifiedCloud { lab in
      _ = try await lab.outsider.createService(NewService(name: "nova", type: "computev3"))
      try lab.declare(Self.seed)
      for command in ["plan", "verify"] {
        let run = await lab.run(command)
        #expect(run.status == .failure)
        #expect(
          run.error == """
            error: service nova must exist, and several of that name do: compute/nova, computev3/nova
              Say the type of the one that is meant.

            """
        )
      }
    }
  }

  @Test(arguments: [
    ("nova: {endpoints: {Edge: ':1'}}", "a service must have the key \"type\""),
    (
      "nova: {exists: true}, other: {name: nova, type: compute}",
      "several services have the name \"nova\", so that the type has to be said"
    ),
  ])
  func `where a name is not enough, the type has to be said`(
    services: String,
    message: String
  ) async throws {
    try await withLab { lab in
      try lab.declare("regions: {Edge: {public: 'http://e'}}\nservices: {\(services)}\n")
      let run = await lab.run("validate")
      #expect(run.status == .failure)
      #expect(run.error.contains(message), "\(run.error)")
    }
  }
}
