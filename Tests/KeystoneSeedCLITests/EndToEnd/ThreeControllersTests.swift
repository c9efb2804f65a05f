import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("The article's cloud, on a sandbox that begins empty")
struct ThreeControllersTests {
  private func withCloud(_ body: (Lab) async throws -> Void) async throws {
    try await withLab { lab in
      var lab = lab
      lab.environment.merge(ArticleCloud.passwords) { $1 }
      try lab.declare(try ArticleCloud.seed)
      let first = await lab.run("apply")
      #expect(first.status == .success)
      #expect(first.output.hasSuffix("\nApplied: 25 created, 0 updated, 0 replaced, 0 deleted.\n"))
      #expect(first.error.isEmpty)
      try await body(lab)
    }
  }

  @Test("A1 the second run sends no write (sample_data.sh makes duplicates)")
  func secondRun() async throws {
    try await withCloud { lab in
      let second = await lab.run("apply")
      #expect(second.status == .success)
      #expect(second.output == "No changes.\n")
      #expect(second.error.isEmpty)
      #expect(second.writes == [])
      let services = try await lab.outsider.services()
      let endpoints = try await lab.outsider.endpoints()
      #expect(services.count == 5)
      #expect(endpoints.count == 5)
    }
  }

  @Test("a plan without changes asks for each list, each pair and each password once")
  func cost() async throws {
    try await withCloud { lab in
      let before = lab.sandbox.recorder.connectionCount
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .success)
      #expect(
        plan.counts == [
          "GET /v2.0/OS-KSADM/roles": 1, "GET /v2.0/OS-KSADM/services": 1,
          "GET /v2.0/endpoints": 1, "GET /v3/endpoints": 1, "GET /v2.0/tenants": 1,
          "GET /v2.0/users": 1,
          "GET /v2.0/tenants/*/users/*/roles": 5, "POST /v2.0/tokens": 4,
        ]
      )
      #expect(lab.sandbox.recorder.connectionCount - before <= 8)
    }
  }

  @Test("one URL that somebody changed by hand is pending, and a script gets to know")
  func changedByHand() async throws {
    try await withCloud { lab in
      let services = try await lab.outsider.services()
      let image = try #require(services.filter { $0.type == "image" }.only)
      let rows = try await lab.outsider.endpoints()
      let row = try #require(rows.filter { $0.serviceID == image.id }.only)
      try await lab.outsider.deleteEndpoint(id: row.id)
      _ = try await lab.outsider.createEndpoint(
        NewEndpoint(
          serviceID: image.id,
          region: "regionOne",
          publicURL: "http://192.0.2.1:9292",
          internalURL: row.internalURL,
          adminURL: row.adminURL
        )
      )
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(
        plan.output.contains(
          "      public      http://192.0.2.1:9292 -> http://203.0.113.10:9292\n"
        )
      )
      #expect(plan.writes == [])
    }
  }

  @Test("A17 a token from before an apply works after it (ansible's os_user sets every password)")
  func tokensSurvive() async throws {
    try await withCloud { lab in
      let transport = try CurlTransport(configuration: CurlConfiguration())
      defer { transport.shutdown() }
      let nova = KeystoneClient(
        endpoint: lab.sandbox.publicURL,
        authentication: .password(
          PasswordCredentials(
            user: .name("nova"),
            password: Secret("services' secret"),
            scope: .tenantName("service")
          ),
          authURL: lab.sandbox.publicURL
        ),
        transport: transport
      )
      let before = try await nova.tenants()
      #expect(before.map(\.name) == ["service"])
      let seed = try contentOfProjectFile("Seeds/three-controllers.yaml")
      try lab.declare(seed.replacing("nova@example.com", with: "nova@example.org"))
      let change = await lab.run("apply")
      #expect(change.writes == ["PUT /v2.0/users/*"])
      lab.sandbox.recorder.reset()
      let after = try await nova.tenants()
      #expect(after == before)
      #expect(lab.sandbox.recorder.requests.map(\.method) == ["GET"])
    }
  }

  @Test("A2 A12 the interfaces stay apart: public and admin outside, internal inside")
  func interfaces() async throws {
    try await withCloud { lab in
      for row in try await lab.outsider.endpoints() {
        #expect(row.publicURL?.hasPrefix("http://203.0.113.10:") == true)
        #expect(row.internalURL?.hasPrefix("http://10.1.0.10:") == true)
        #expect(row.adminURL?.hasPrefix("http://203.0.113.10:") == true)
      }
    }
  }
}
