import KeystoneClient
import Testing

@testable import KeystoneSandbox

@Suite struct KeystoneSandboxTests {
  @Test func appsListenOnPortsOfTheirOwn() async throws {
    try await withSandbox { sandbox, client in
      #expect(sandbox.adminURL != sandbox.publicURL)
      let onAdmin = try await client.send(.get, "/users")
      #expect(onAdmin.status == 200)
      let onPublic = HTTPRequest(.get, url: sandbox.publicURL + "/users")
      #expect(try await client.transport.send(onPublic).status == 404)
    }
  }

  @Test func onePortMayServeBothAndAdminWins() async throws {
    try await withSandbox(SandboxConfiguration(singlePort: true)) { sandbox, client in
      #expect(sandbox.adminURL == sandbox.publicURL)
      #expect(try await client.send(.get, "/tenants").status == 200)
      let own = try await client.send(.patch, "/OS-KSCRUD/users/x", "{\"user\": {}}")
      #expect(String(decoding: own.body, as: UTF8.self).contains("Could not find token"))
    }
  }

  @Test(arguments: [SandboxRelease.zed, .current])
  func releasesAfterPikeHaveOnePortAndWhatBootstrapMakes(release: SandboxRelease) async throws {
    let configuration = SandboxConfiguration(release: release, adminPassword: "W")
    try await withSandbox(configuration) { sandbox, client in
      #expect(sandbox.adminURL == sandbox.publicURL)
      #expect(sandbox.adminURL == sandbox.version3URL)
      let user = #"{"name": "admin", "domain": {"id": "default"}, "password": "W"}"#
      let scope = #"{"project": {"name": "admin", "domain": {"name": "Default"}}}"#
      let login =
        #"{"auth": {"identity": {"methods": ["password"], "password": {"user": "#
        + user + #"}}, "scope": "# + scope + "}}"
      let answer = try await client.send(.post, "/auth/tokens", login)
      #expect(answer.status == 201)
      #expect(String(decoding: answer.body, as: UTF8.self).contains(sandbox.version3URL))
      #expect(try await client.send(.get, "/users").status == 401)
      #expect(sandbox.recorder.requests.map(\.app) == [.public, .public])
    }
  }

  @Test func faultsStrikeVersion3AsWell() async throws {
    let fault = Fault(
      "POST",
      "/v3/users",
      when: .beforeCommit,
      effect: .status(503, contentType: "text/plain", body: "")
    )
    let configuration = SandboxConfiguration(
      release: .current,
      adminToken: "ADMIN",
      faults: [fault]
    )
    try await withSandbox(configuration) { _, client in
      let user = #"{"user": {"name": "u", "domain_id": "default"}}"#
      let struck = try await client.send(.post, "/users", user)
      #expect(struck.status == 503)
      let next = try await client.send(.post, "/users", user)
      #expect(next.status == 201)
    }
  }

  @Test func takenPortIsSaidToBeTaken() async throws {
    try await withSandbox { sandbox, _ in
      let port = try #require(
        Int(sandbox.adminURL.split(separator: ":")[2].prefix { $0.isNumber })
      )
      let refusal = await #expect(throws: SandboxError.self) {
        _ = try await KeystoneSandbox.start(SandboxConfiguration(adminPort: port))
      }
      guard case .portUnavailable(port, _) = refusal else {
        Issue.record("another error: \(String(describing: refusal))")
        return
      }
    }
  }

  @Test func stoppingTwiceDoesNoHarmAndFreesThePort() async throws {
    // The kernel may hand a free port to another test first, though hardly ever one after the other.
    var isFree = false
    for _ in 1...20 where !isFree {
      let sandbox = try await KeystoneSandbox.start()
      let port = try #require(Int(sandbox.adminURL.split(separator: ":")[2].prefix { $0.isNumber }))
      await sandbox.stop()
      await sandbox.stop()
      isFree = try await self.isFree(port)
    }
    #expect(isFree)
  }

  /// Whether a sandbox can listen on this port.
  private func isFree(_ port: Int) async throws -> Bool {
    let sandbox: KeystoneSandbox
    do {
      sandbox = try await KeystoneSandbox.start(SandboxConfiguration(adminPort: port))
    } catch SandboxError.portUnavailable {
      return false
    }
    await sandbox.stop()
    return true
  }

  @Test func everySandboxHasAStoreOfItsOwn() async throws {
    try await withSandbox { _, first in
      try await withSandbox { _, second in
        let made = try await first.makeTenant("t")
        #expect(made.status == 200)
        #expect(try await !second.hasTenant("t"))
      }
    }
  }

  @Test func foreignEndpointIsListedAndStays() async throws {
    try await withSandbox { sandbox, client in
      #expect(throws: SandboxError.unknownService("nope")) {
        try sandbox.addForeignEndpoint(serviceID: "nope", region: nil, publicURL: "http://p")
      }
      let made = try await client.send(
        .post,
        "/OS-KSADM/services",
        "{\"OS-KSADM:service\": {\"type\": \"t\"}}"
      )
      let text = String(decoding: made.body, as: UTF8.self)
      let service = try #require(text.firstMatch(of: /[0-9a-f]{32}/)).output
      let id = try #require(
        try sandbox.addForeignEndpoint(
          serviceID: String(service),
          region: "R",
          publicURL: "http://p",
          adminURL: "http://a"
        )
      )
      let list = try await client.send(.get, "/endpoints")
      #expect(String(decoding: list.body, as: UTF8.self).contains(id))
      #expect(try await client.send(.delete, "/endpoints/\(id)").status == 404)
      #expect(
        try sandbox.addForeignEndpoint(
          serviceID: String(service),
          region: "R2",
          publicURL: nil,
          adminURL: "http://a"
        ) == nil
      )
    }
  }

  @Test func hooksOfV3ChangeWhatV2Shows() async throws {
    try await withSandbox { sandbox, client in
      let made = sandbox.core.withState { state -> [String] in
        guard let user = try? state.createUser(["name": "u"]),
          let tenant = try? state.createTenant(["name": "t"]),
          let first = try? state.createRole(["name": "group"]),
          let second = try? state.createRole(["name": "inherited"]),
          let third = try? state.createRole(["name": "implied"])
        else { return [] }
        return [user.id, tenant.id, first.id, second.id, third.id]
      }
      try #require(made.count == 5)
      try sandbox.grantByGroup(roleID: made[2], userID: made[0], tenantID: made[1])
      try sandbox.grantInherited(roleID: made[3], userID: made[0])
      try sandbox.imply(made[4], by: made[3])
      let roles = try await client.send(.get, "/tenants/\(made[1])/users/\(made[0])/roles")
      let text = String(decoding: roles.body, as: UTF8.self)
      for name in ["group", "inherited", "implied"] {
        #expect(text.contains(name))
      }
      #expect(throws: SandboxError.refused("Could not find role: nope.")) {
        try sandbox.grantInherited(roleID: "nope", userID: made[0])
      }
    }
  }

  @Test func endpointsAndServicesAreSwitchedOff() async throws {
    try await withSandbox { sandbox, client in
      let id = sandbox.core.withState { state -> String? in
        state.services.store(Service(id: "s", name: "", type: "t", enabled: true, extra: [:]))
        return (try? state.createEndpoint(["service_id": "s", "publicurl": "http://p"]))?["id"]?
          .string
      }
      let endpoint = try #require(id)
      try sandbox.setEndpoint(endpoint, isEnabled: false)
      try sandbox.setService("s", isEnabled: false)
      for path in ["/endpoints", "/OS-KSADM/services"] {
        let list = try await client.send(.get, path)
        #expect(String(decoding: list.body, as: UTF8.self).contains("\"enabled\": false"))
      }
      try sandbox.setEndpoint(endpoint, interfaces: [.admin], isEnabled: true)
      #expect(sandbox.core.withState { $0.endpoints.all.allSatisfy { !$0.enabled } })
      #expect(throws: SandboxError.refused("Could not find endpoint: nope.")) {
        try sandbox.setEndpoint("nope", isEnabled: false)
      }
    }
  }
}
