import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("A run that does not end well says how far it got, and the next one finishes it")
struct InterruptedRunTests {
  private func withEmptyCloud(
    _ configuration: SandboxConfiguration = SandboxConfiguration(),
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withLab(configuration) { lab in
      var lab = lab
      lab.environment["NOVA_PASSWORD"] = SmallCloud.password
      try lab.declare(SmallCloud.seed)
      try await body(lab)
    }
  }

  private func expectToFinish(_ lab: Lab) async throws {
    lab.sandbox.faults.removeAll()
    let finish = await lab.run("apply", "--yes")
    #expect(finish.status == .success)
    let again = await lab.run("apply")
    #expect(again.output.hasSuffix("No changes.\n"))
    #expect(again.writes == [])
    let tenants = try await lab.outsider.tenants().map(\.name)
    let users = try await lab.outsider.users().map(\.name)
    let services = try await lab.outsider.services()
    let endpoints = try await lab.outsider.endpoints()
    #expect(tenants.sorted() == ["ops", "service"])
    #expect(users == ["nova"])
    #expect(services.count == 1)
    #expect(endpoints.count == 1)
  }

  @Test("A25 what needs what failed is not tried, all else is done (crowbar goes on)")
  func halfWay() async throws {
    try await withEmptyCloud { lab in
      let refusal = Fault.Effect.status(403, contentType: "text/plain", body: "no")
      lab.sandbox.faults.add(.before("POST", "/v2.0/users", times: nil, refusal))
      let run = await lab.run("apply")
      #expect(run.status == .failure)
      let report = run.output.split(separator: "Done:\n").last.map(String.init) ?? ""
      #expect(
        report == """
            + role Member
            + role admin
            + tenant ops
            + tenant service
            + service compute/nova
            + endpoint compute/nova in one

          Failed:
            + user nova

          Not tried:
            + assignment nova has admin in service

          Applied in part: 6 created, 0 updated, 0 replaced, 0 deleted.

          """
      )
      #expect(run.error.hasPrefix("error: user nova: POST \(lab.sandbox.adminURL)/users: 403"))
      try await expectToFinish(lab)
    }
  }

  @Test(
    "A36 an answer to a create that is lost is looked into, not repeated (monasca)",
    arguments: [
      "/v2.0/OS-KSADM/roles", "/v2.0/tenants", "/v2.0/users", "/v2.0/OS-KSADM/services",
      "/v2.0/endpoints",
    ]
  )
  func lostAnswer(path: String) async throws {
    try await withEmptyCloud { lab in
      lab.sandbox.faults.add(.after("POST", PathGlob(path), .close))
      let run = await lab.run("apply")
      #expect(run.status == .success)
      #expect(run.error.isEmpty)
      #expect(run.writes.count == 8)
      try await expectToFinish(lab)
    }
  }

  @Test("A24 a refused token is not tried again (crowbar)")
  func refusedToken() async throws {
    try await withEmptyCloud { lab in
      let refusal = Fault.Effect.status(
        401,
        contentType: "application/json",
        body: "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": \"no\"}}"
      )
      lab.sandbox.faults.add(.before("GET", "/v2.0/OS-KSADM/roles", times: nil, refusal))
      let run = await lab.run("apply")
      #expect(run.status == .failure)
      #expect(run.counts["GET /v2.0/OS-KSADM/roles"] == 1)
      #expect(run.writes == [])
    }
  }

  @Test("A24 what passes is tried again")
  func passing() async throws {
    try await withEmptyCloud { lab in
      let unavailable = Fault.Effect.status(503, contentType: "text/html", body: "<html></html>")
      lab.sandbox.faults.add(.before("GET", "/v2.0/endpoints", nth: 2, times: 3, unavailable))
      let run = await lab.run("apply")
      #expect(run.status == .success)
      #expect(run.complaints.isEmpty)
      #expect(run.error.hasPrefix("waiting for Keystone, 0 s of at most 60 s: GET "))
      #expect(run.error.contains("503"))
      try await expectToFinish(lab)
    }
  }

  @Test("A39 no endpoint is sent for a service that was not made, so no region is left behind")
  func noService() async throws {
    try await withEmptyCloud { lab in
      let refusal = Fault.Effect.status(403, contentType: "text/plain", body: "no")
      lab.sandbox.faults.add(.before("POST", "/v2.0/OS-KSADM/services", times: nil, refusal))
      let run = await lab.run("apply")
      #expect(run.status == .failure)
      #expect(!run.writes.contains("POST /v2.0/endpoints"))
      #expect(run.output.contains("Not tried:\n  + endpoint compute/nova in one\n"))
      try await expectToFinish(lab)
    }
  }

  @Test("A25 an old service stays while an old endpoint of it does (crowbar's failed delete)")
  func failedDeletion() async throws {
    try await withEmptyCloud { lab in
      _ = await lab.run("apply")
      let refusal = Fault.Effect.status(403, contentType: "text/plain", body: "no")
      lab.sandbox.faults.add(.before("DELETE", "/v2.0/endpoints/*", times: nil, refusal))
      let seed = SmallCloud.seed.replacing("description: Compute", with: "description: VMs")
      try lab.declare(seed)
      let run = await lab.run("apply", "--yes")
      #expect(run.status == .failure)
      #expect(!run.writes.contains("DELETE /v2.0/OS-KSADM/services/*"))
      #expect(run.output.contains("Failed:\n"))
      try await expectToFinish(lab)
    }
  }

  @Test func interruptBeforeTheFirstWriteChangesNothing() async throws {
    try await withEmptyCloud { lab in
      let interrupt = Interrupt { _ in }
      interrupt.receive(.interrupt)
      let run = await lab.run("apply", interrupt: interrupt)
      #expect(run.status == .failure)
      #expect(run.writes == [])
      #expect(run.output.contains("Not tried:\n  + role Member\n"))
      #expect(
        run.error == """
          stopping after the requests in flight; press Ctrl-C again to quit now
          error: stopped before everything was done
            Run the same command again to finish; what was done is not done twice.

          """
      )
      try await expectToFinish(lab)
    }
  }

  @Test func interruptLetsTheRequestsInFlightEndAndReports() async throws {
    let interrupt = Interrupt { _ in }
    let configuration = SandboxConfiguration { line in
      if line.contains("/v2.0/users"), line.contains("POST") { interrupt.receive(.interrupt) }
    }
    try await withEmptyCloud(configuration) { lab in
      let run = await lab.run("apply", "--parallelism", "1", interrupt: interrupt)
      #expect(run.status == .failure)
      // The user, whose password takes Keystone longest, and the tenant that it needs go first.
      #expect(run.output.contains("Done:\n  + tenant service\n  + user nova\n\nNot tried:\n"))
      let notTried = try #require(run.output.split(separator: "Not tried:\n").last)
      #expect(notTried.contains("  + assignment nova has admin in service\n"))
      #expect(run.error.contains("\nerror: stopped before everything was done\n"))
      #expect(!run.writes.contains { $0.hasPrefix("PUT ") })
      try await expectToFinish(lab)
    }
  }
}
