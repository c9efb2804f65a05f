import KeystoneClient
import KeystoneSandbox
import Testing

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
    let first = try await KeystoneSandbox.start()
    let port = try #require(Int(first.adminURL.split(separator: ":")[2].prefix { $0.isNumber }))
    await first.stop()
    await first.stop()
    let second = try await KeystoneSandbox.start(SandboxConfiguration(adminPort: port))
    #expect(second.adminURL == first.adminURL)
    await second.stop()
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
}
