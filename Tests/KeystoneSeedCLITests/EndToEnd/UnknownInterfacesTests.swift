import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite("What v3 does not tell of the catalog is said, and what is behind its limit is asked for")
struct UnknownInterfacesTests {
  private static let refusal = Fault.before(
    "GET",
    "/v3/endpoints",
    times: nil,
    .status(
      403,
      contentType: "application/json",
      body: #"{"error": {"message": "No.", "code": 403, "title": "Forbidden"}}"#
    )
  )

  private static let note =
    "  ! whether an interface of compute/nova in RegionOne is disabled by itself, or has a second URL, "
    + "is not known: v3 does not list its endpoints (403 Forbidden: No.); what v2.0 lists was "
    + "compared\n"

  @Test func `verify and plan say of which endpoints they do not know all, and go on`() async throws
  {
    try await withVerifiedCloud { lab in
      lab.sandbox.faults.add(Self.refusal)
      let verify = await lab.verify()
      #expect(verify.status == .success)
      #expect(verify.output.contains(Self.note))
      #expect(verify.output.contains("\nNo drift: "))
      for options in [[], ["--prune"]] {
        let plan = await lab.run(["plan", "--detailed-exitcode"] + options)
        #expect(plan.status == .success)
        #expect(plan.output.contains(Self.note))
      }
      let json = await lab.run("plan", "--output", "json")
      #expect(json.output.contains("is not known: v3 does not list its endpoints (403 Forbidden"))
    }
  }

  @Test func `verify still finds what v2.0 shows`() async throws {
    try await withVerifiedCloud { lab in
      lab.sandbox.faults.add(Self.refusal)
      let row = try #require(try await lab.outsider.endpoints().only)
      try lab.sandbox.setEndpoint(row.id, isEnabled: false)
      let verify = await lab.verify()
      #expect(verify.status == .changesPending)
      #expect(verify.output.contains(Self.note))
      #expect(
        verify.output.contains(
          """
          Not as the seed says in the catalog of admin in admin, nova in service:
            lacks compute/nova in RegionOne (public, internal: disabled)

          """
        )
      )
      #expect(verify.output.contains("      enabled     false -> true\n"))
    }
  }

  @Test func `a dump says what it does not know, on the screen and in the seed`() async throws {
    try await withVerifiedCloud { lab in
      lab.sandbox.faults.add(Self.refusal)
      let run = await lab.run("dump")
      #expect(run.status == .success)
      #expect(
        run.error.hasPrefix(
          "warning: it is not known whether an interface of the endpoints is disabled by itself, or "
            + "has a second URL: v3 does not list its endpoints (403 Forbidden: No.)\n"
            + "warning: it is not known which endpoints were made through v3, "
        )
      )
      #expect(run.output.contains("\n# Not known, so that the seed may say it wrongly:\n#\n"))
      lab.sandbox.faults.removeAll()
      #expect(await lab.run("dump").error.isEmpty)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `an interface that is disabled is found however short v3's lists are`(
    limit: Int
  ) async throws {
    try await withLab(SandboxConfiguration(listLimit: limit)) { lab in
      try lab.declare(
        """
        regions: {R: {public: "http://p", internal: "http://i", admin: "http://a"}}
        services:
          nova: {type: compute, endpoints: ":8774"}
          glance: {type: image, endpoints: ":9292"}
        """
      )
      #expect(await lab.run("apply").status == .success)
      let service = try #require(
        try await lab.outsider.services().filter { $0.name == "nova" }.only
      )
      let row = try #require(
        try await lab.outsider.endpoints().filter { $0.serviceID == service.id }.only
      )
      try lab.sandbox.setEndpoint(row.id, interfaces: [.admin], isEnabled: false)
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.contains("  +/- endpoint compute/nova in R "))
      #expect(plan.output.contains("      enabled     false -> true\n"))
      #expect(!plan.output.contains("not known"))
      let dump = await lab.run("dump")
      #expect(
        dump.output.contains("endpoint compute/nova in R is disabled, which a seed cannot say")
      )
      #expect(await lab.run("apply", "--yes").status == .success)
      #expect(await lab.run("plan", "--detailed-exitcode").status == .success)
    }
  }
}
