import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("A bad server is one clear message, a failure, and no write")
struct BadServerTests {
  private static let page = "<html><body><h1>503</h1></body></html>"

  /// What every list is answered with, how the message goes on after the request, and what the
  /// hint holds.
  private static let answers: [(Fault.Effect, String, String)] = [
    (
      .status(503, contentType: "text/html", body: page), "503 with an HTML page",
      "A proxy or a load balancer answered, not Keystone"
    ),
    (
      .body(Array(page.utf8), contentType: "text/html"), "the answer (200) is an HTML page",
      "A proxy or a load balancer answered, not Keystone"
    ),
    (
      .body(Array("{\"roles\": [{\"id\"".utf8), contentType: "application/json"),
      "the answer (200) is cut off", "changes Keystone's answers"
    ),
    (.truncate(afterBytes: 1), "the answer ends before its announced length", "given up"),
    (
      .body([], contentType: "application/json"), "the answer (200) is empty",
      "changes Keystone's answers"
    ),
    (
      .body(Array("[]".utf8), contentType: "application/json"),
      "the answer (200) has another shape", "changes Keystone's answers"
    ),
    (
      .status(300, contentType: "application/json", body: "{\"versions\": {\"values\": []}}"),
      "the answer (300) is a list of versions", "End the address with /v3 or /v2.0."
    ),
    (.close, "the connection was closed without an answer", "given up"),
    (.reset, "the connection broke off", "given up"),
    (
      .status(500, contentType: "text/plain", body: "oops"), "500: oops",
      "run the same command again"
    ),
  ]

  @Test("A10 a list that cannot be read is not an empty one (openstack-helm)", arguments: answers)
  func garbage(effect: Fault.Effect, words: String, hint: String) async throws {
    try await withLab { lab in
      try lab.declare(SmallCloud.seed.replacing("{env: NOVA_PASSWORD}", with: "x-secret"))
      lab.sandbox.faults.add(.before("GET", "/v2.0/OS-KSADM/roles", times: nil, effect))
      for command in ["plan", "apply"] {
        let run = await lab.run(command)
        #expect(run.status == .failure)
        #expect(run.output.isEmpty)
        let request = "error: GET \(lab.sandbox.adminURL)/OS-KSADM/roles: "
        let error = run.complaints
        #expect(error.hasPrefix(request + words), "\(run.error)")
        #expect(error.contains(hint), "\(run.error)")
        #expect(errorCount(run) == 1)
        #expect(run.writes == [])
      }
    }
  }

  @Test(
    "A10 any one of the lists that fails is enough",
    arguments: [
      "/v2.0/tenants", "/v2.0/users", "/v2.0/OS-KSADM/services", "/v2.0/endpoints",
      "/v2.0/tenants/*/users/*/roles",
    ]
  )
  func anyList(path: String) async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing("[admin, Member]", with: "[admin, Member, new]"))
      lab.sandbox.faults.add(.before("GET", PathGlob(path), times: nil, .reset))
      let run = await lab.run("apply")
      #expect(run.status == .failure)
      #expect(errorCount(run) == 1)
      #expect(run.writes == [])
    }
  }

  @Test func tokenThatIsNotAccepted() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let run = await lab.run("apply", environment: ["OS_SERVICE_TOKEN": "wrong-t0ken"])
      #expect(run.status == .failure)
      #expect(run.error.contains(": 401 "), "\(run.error)")
      #expect(run.error.contains("admin_token"))
      #expect(!run.error.contains("wrong-t0ken"))
      #expect(errorCount(run) == 1)
      #expect(run.writes == [])
    }
  }

  @Test func userWithoutTheRole() async throws {
    try await withSmallCloud { lab in
      try lab.declare("roles: [new]")
      let ops = try #require(try await lab.outsider.tenants().filter { $0.name == "ops" }.only)
      _ = try await lab.outsider.createUser(
        NewUser(name: "guest", password: Secret("guest's secret"), tenantID: ops.id)
      )
      let run = await lab.run(
        "apply",
        environment: lab.login(as: "guest", "guest's secret", tenant: "ops")
      )
      #expect(run.status == .failure)
      #expect(run.error.contains(": 403 "), "\(run.error)")
      #expect(run.error.contains("lacks the role admin"))
      #expect(errorCount(run) == 1)
      #expect(run.writes == [])
    }
  }

  @Test func publicPortInPlaceOfTheAdminOne() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let run = await lab.run(
        "apply",
        environment: ["OS_SERVICE_ENDPOINT": lab.sandbox.publicURL]
      )
      #expect(run.status == .failure)
      #expect(run.error.contains("this is not the admin API of Identity v2.0"), "\(run.error)")
      #expect(run.error.contains("OS_SERVICE_ENDPOINT"))
      #expect(errorCount(run) == 1)
      #expect(run.writes == [])
    }
  }

  @Test func nobodyListens() async throws {
    try await withAnswer(nil) { run, server in
      #expect(run.status == .failure)
      #expect(run.error.contains(": cannot connect"), "\(run.error)")
      #expect(run.error.contains("--wait SECONDS"))
      #expect(errorCount(run) == 1)
    }
  }

  @Test(arguments: ["plan", "apply", "verify", "dump", "role-list"])
  func whereNobodyListensNothingIsWaitedFor(command: String) async throws {
    let server = try CannedServer(saying: nil)
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let run = await lab.run(command, environment: ["OS_SERVICE_ENDPOINT": server.url])
      #expect(run.status == .failure)
      #expect(!run.error.contains("waiting for Keystone"), "\(run.error)")
      #expect(errorCount(run) == 1)
    }
    try await server.stop()
  }

  @Test func redirectToAnotherHostIsNotFollowed() async throws {
    let answer = """
      HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:35357/v2.0/users\r\nContent-Length: 0\r\n\r\n
      """
    try await withAnswer(answer) { run, server in
      #expect(run.status == .failure)
      #expect(
        run.error.contains("the answer (302) redirects to http://127.0.0.2:35357"),
        "\(run.error)"
      )
      #expect(run.error.contains("the token least of all"))
      #expect(errorCount(run) == 1)
      #expect(server.requests.allSatisfy { $0.hasPrefix("GET ") })
    }
  }

  @Test func whatDoesNotSpeakHTTP() async throws {
    try await withAnswer("SSH-2.0-OpenSSH_9.2\r\n") { run, server in
      #expect(run.status == .failure)
      #expect(run.error.contains("does not speak HTTP"), "\(run.error)")
      #expect(errorCount(run) == 1)
    }
  }

  @Test func answerWithoutAnEnd() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      lab.sandbox.faults.add(.before("GET", "/v2.0/OS-KSADM/roles", times: nil, .endlessBody))
      let run = await lab.run("apply")
      #expect(run.status == .failure)
      #expect(run.error.contains("the answer is too large"), "\(run.error)")
      #expect(errorCount(run) == 1)
      #expect(run.writes == [])
    }
  }

  /// Applies a seed to a server that says only this.
  private func withAnswer(
    _ answer: String?,
    _ check: (Lab.Run, CannedServer) -> Void
  ) async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let server = try CannedServer(saying: answer)
      let run = await lab.run("apply", environment: ["OS_SERVICE_ENDPOINT": server.url])
      try await server.stop()
      #expect(run.output.isEmpty)
      check(run, server)
    }
  }

  private func errorCount(_ run: Lab.Run) -> Int {
    run.error.split(separator: "\n").count { $0.hasPrefix("error: ") }
  }
}
