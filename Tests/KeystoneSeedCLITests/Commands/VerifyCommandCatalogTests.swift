import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

/// What verify finds in the catalog.
@Suite struct VerifyCommandCatalogTests {
  @Test func `a changed URL is found`() async throws {
    try await withVerifiedCloud { lab in
      let endpoints = try await lab.outsider.endpoints()
      let row = try #require(endpoints.only)
      try await lab.outsider.deleteEndpoint(id: row.id)
      let other = NewEndpoint(
        serviceID: try #require(row.serviceID),
        region: "RegionOne",
        publicURL: "http://192.0.2.1:8774"
      )
      _ = try await lab.outsider.createEndpoint(other)
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  +/- endpoint compute/nova in RegionOne"))
      #expect(run.output.hasSuffix("\nDrift: \(lab.sandbox.adminURL) is not as the seed says.\n"))
    }
  }

  @Test func `a duplicate endpoint is found, and whose interfaces users see`() async throws {
    try await withVerifiedCloud { lab in
      let endpoints = try await lab.outsider.endpoints()
      let row = try #require(endpoints.only)
      let duplicate = NewEndpoint(
        serviceID: try #require(row.serviceID),
        region: "RegionOne",
        publicURL: "http://192.0.2.1:8774"
      )
      let added = try await lab.outsider.createEndpoint(duplicate)
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("duplicate, id \(added.id)"))
      let ids = [row.id, added.id].sorted().joined(separator: ", ")
      #expect(
        run.output.contains(
          """
            ! compute in RegionOne is 2 endpoints in one entry: \(ids); public from \(added.id), \
          internal from \(row.id)

          """
        )
      )
    }
  }

  @Test func `what another run has half done for a moment is no drift`() async throws {
    try await withVerifiedCloud { lab in
      var lab = lab
      lab.wrapTransport = { transport in
        RewrittenAnswers(transport, to: "/v2.0/endpoints") { body, turn in
          turn == 1 ? body.replacing("internalurl", with: "not-yet-made") : body
        }
      }
      let run = await lab.verify()
      #expect(run.status == .success)
      #expect(run.output.contains("No drift: "))
    }
  }

  @Test func `an endpoint that is hidden from users is found`() async throws {
    try await withVerifiedCloud { lab in
      let endpoints = try await lab.outsider.endpoints()
      let row = try #require(endpoints.only)
      try await lab.outsider.deleteEndpoint(id: row.id)
      let hidden = NewEndpoint(
        serviceID: try #require(row.serviceID),
        region: "RegionOne",
        publicURL: row.publicURL,
        internalURL: row.internalURL,
        enabled: false
      )
      _ = try await lab.outsider.createEndpoint(hidden)
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(
        run.output.contains("  +/- endpoint compute/nova in RegionOne    v2.0 cannot change an ")
      )
      #expect(run.output.contains("      enabled     false -> true\n"))
      #expect(await lab.run("plan", "--detailed-exitcode").status == .changesPending)
      #expect(await lab.run("apply", "--yes").status == .success)
      #expect(await lab.verify().status == .success)
    }
  }

  @Test func `an interface that v3 has disabled alone is found`() async throws {
    try await withVerifiedCloud { lab in
      var lab = lab
      lab.wrapTransport = { transport in
        RewrittenAnswers(transport, to: "/v3/endpoints") { body, _ in
          body.split(separator: "},").map { row in
            row.contains("http://10.1.0.10")
              ? String(row).replacing("\"enabled\": true", with: "\"enabled\": false") : String(row)
          }.joined(separator: "},")
        }
      }
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  +/- endpoint compute/nova in RegionOne "))
      #expect(run.output.contains("      enabled     false -> true\n"))
    }
  }

  @Test func `a service that is disabled is found, by the plan and by the login`() async throws {
    try await withVerifiedCloud { lab in
      let services = try await lab.outsider.services()
      try await lab.outsider.deleteService(id: try #require(services.only).id)
      let service = try await lab.outsider.createService(
        NewService(name: "nova", type: "compute", enabled: false)
      )
      _ = try await lab.outsider.createEndpoint(
        NewEndpoint(
          serviceID: service.id,
          region: "RegionOne",
          publicURL: "http://203.0.113.10:8774/v2/$(tenant_id)s",
          internalURL: "http://10.1.0.10:8774/v2/$(tenant_id)s"
        )
      )
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(run.output.contains("  ! service compute/nova, id \(service.id), is disabled, "))
      #expect(
        run.output.contains(
          """
          Not as the seed says in the catalog of admin in admin, nova in service:
            lacks compute/nova in RegionOne (public, internal: its service is disabled)

          """
        )
      )
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.hasSuffix("\nNo changes can be made; see the notes above.\n"))
      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .failure)
      #expect(apply.writes == [])
      #expect(
        apply.error
          == "error: some differences cannot be changed through this API; see the plan's notes\n"
      )
    }
  }

  @Test func `a URL that users see in place of the seed's is found, whichever version lists it`()
    async throws
  {
    try await withVerifiedCloud { lab in
      let services = try await lab.outsider.services()
      // v2.0 does not list it: it has no public URL.
      try lab.sandbox.addForeignEndpoint(
        serviceID: try #require(services.only).id,
        region: "RegionOne",
        publicURL: nil,
        internalURL: "http://192.0.2.66:8774"
      )
      let run = await lab.verify()
      #expect(run.status == .changesPending)
      #expect(
        run.output.contains(
          "  internal of compute/nova in RegionOne is http://192.0.2.66:8774, and the seed says "
            + "http://10.1.0.10:8774/v2/<tenant ID>\n"
        )
      )
      let note = "  ! endpoint compute/nova in RegionOne has another internal URL, "
      #expect(run.output.contains(note + "http://192.0.2.66:8774, id "))
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.contains(note))
      let document = await lab.verify(as: .json)
      #expect(document.output.contains("\"seen\" : \"http://192.0.2.66:8774\""))
    }
  }
}
