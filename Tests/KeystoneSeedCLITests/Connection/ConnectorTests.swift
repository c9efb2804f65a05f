import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

struct ConnectorTests {
  private static let starting = Fault.Effect.status(
    503,
    contentType: "text/html",
    body: "<html></html>"
  )

  private func withRole(_ body: (Lab) async throws -> Void) async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      try await body(lab)
    }
  }

  @Test func keystoneThatIsStillStartingIsWaitedForWhereThatIsWanted() async throws {
    try await withRole { lab in
      lab.sandbox.faults.add(.before("GET", "*", times: 8, Self.starting))
      #expect(await lab.run("plan", "--retry-for", "0").status == .failure)
      lab.sandbox.faults.removeAll()
      lab.sandbox.faults.add(.before("GET", "*", times: 8, Self.starting))
      #expect(await lab.run("plan", "--retry-for", "0", "--wait", "60").status == .success)
    }
  }

  @Test("A7 a wait that is over is a failure, not a start (os-cloud-config)")
  func waitIsOver() async throws {
    try await withRole { lab in
      lab.sandbox.faults.add(.before("GET", "*", times: nil, Self.starting))
      let run = await lab.run("apply", "--wait", "600")
      #expect(run.status == .failure)
      #expect(run.error.hasPrefix("waiting for Keystone, 0 s of at most 600 s: GET "))
      #expect(run.complaints.hasPrefix("error: GET \(lab.sandbox.adminURL)"))
      #expect(run.error.contains("503 with an HTML page"))
      #expect(run.writes == [])
    }
  }

  @Test(arguments: [["--retry-for", "60"], ["--retry-for=50"]])
  func timeToTryCountsFromTheFirstAnswerOn(option: [String]) async throws {
    try await withRole { lab in
      lab.sandbox.faults.add(.before("GET", "*", times: 8, Self.starting))
      let run = await lab.run(["plan"] + option)
      #expect(run.status == .success, "\(run.error)")
    }
  }

  @Test func serverThatAsksForMoreThanIsAllowedIsQuoted() async throws {
    let server = try CannedServer(
      saying: "HTTP/1.1 503 Away\r\nRetry-After: 70\r\nContent-Length: 0\r\n"
        + "Connection: close\r\n\r\n"
    )
    try await withRole { lab in
      let environment = ["OS_SERVICE_ENDPOINT": server.url]
      let run = await lab.run("plan", environment: environment)
      #expect(run.status == .failure)
      #expect(run.error.contains("  It asks to wait 70 s; --retry-for 80 would.\n"))
      let patient = await lab.run("plan", "--retry-for", "80", environment: environment)
      #expect(patient.status == .failure)
      // It asks for as much once more; how long was waited by then, all requests have in common.
      #expect(patient.error.contains("  It asks to wait 70 s; --retry-for "))
      let starting = await lab.run("plan", "--wait", "30", environment: environment)
      #expect(starting.error.contains("  It asks to wait 70 s; --wait 110 would.\n"))
    }
    try await server.stop()
  }

  @Test func whoHasWaitedIsNotToldToWait() async throws {
    let server = try CannedServer(saying: nil)
    try await withRole { lab in
      let environment = ["OS_SERVICE_ENDPOINT": server.url]
      for (arguments, isTold) in [(["plan"], true), (["plan", "--wait", "1"], false)] {
        let run = await lab.run(arguments, environment: environment)
        #expect(run.status == .failure)
        #expect(run.error.contains("cannot connect"))
        #expect(run.error.contains("--wait SECONDS") == isTold)
      }
    }
    try await server.stop()
  }

  @Test func cloudsFileNamesTheKeystone() async throws {
    try await withRole { lab in
      try lab.directory.write(
        """
        clouds:
          lab:
            auth_type: admin_token
            auth: {token: ADMIN, endpoint: "\(lab.sandbox.adminURL)"}
        """,
        to: "clouds.yaml"
      )
      let environment = ["OS_SERVICE_TOKEN": "", "OS_SERVICE_ENDPOINT": ""]
      let named = await lab.run("plan", "--os-cloud", "lab", environment: environment)
      #expect(named.status == .success, "\(named.error)")
      let other = await lab.run("plan", "--os-cloud", "other", environment: environment)
      #expect(other.status == .usage)
      #expect(other.error.contains("It has lab."))
    }
  }

  @Test(arguments: [
    (["OS_SERVICE_TOKEN": ""], "there is an endpoint but no token for it"),
    (["OS_SERVICE_ENDPOINT": ""], "there is a token but no endpoint that it is for"),
    (
      ["OS_SERVICE_TOKEN": "", "OS_SERVICE_ENDPOINT": ""],
      "nothing says which Keystone to talk to"
    ),
  ])
  func settingThatIsMissingIsNamedBeforeAnythingIsSent(
    environment: [String: String],
    words: String
  ) async throws {
    try await withRole { lab in
      let run = await lab.run("plan", environment: environment)
      #expect(run.status == .usage)
      #expect(run.error.hasPrefix("error: \(words)\n"))
      #expect(run.requests.isEmpty)
    }
  }

  @Test func whatGoesOverTheWireIsShownWhereThatIsWanted() async throws {
    try await withRole { lab in
      let run = await lab.run("plan", "--debug")
      #expect(run.status == .success)
      #expect(run.error.contains("> GET \(lab.sandbox.adminURL)/users\n"))
      #expect(run.error.contains("> X-Auth-Token: (sensitive)\n"))
      #expect(run.error.contains("< 200 to GET \(lab.sandbox.adminURL)/users\n"))
    }
  }

  @Test func serverIsToldWhoAsks() async throws {
    try await withRole { lab in
      let run = await lab.run("plan")
      let agents = Set(run.requests.map { $0.header("User-Agent") })
      #expect(agents == ["keystone-seed/\(Version.number)"])
    }
  }

  @Test func certificateWithoutItsKeyIsSaidToBe() async throws {
    let certificate = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n"
    let key = "-----BEGIN PRIVATE KEY-----\nMA==\n-----END PRIVATE KEY-----\n"
    try await withRole { lab in
      let alone = try lab.directory.write(certificate, to: "certificate.pem")
      let both = try lab.directory.write(certificate + key, to: "both.pem")
      let words = "there is a client certificate but no key: "
      for (path, isSaid) in [(alone, true), (both, false)] {
        let run = await lab.run(
          "plan",
          "--os-cert",
          path,
          environment: ["OS_SERVICE_ENDPOINT": "https://127.0.0.1:1/v2.0"]
        )
        #expect(run.status != .success)
        #expect(run.error.contains("\(words)\(path) holds none\n") == isSaid)
        #expect(run.error.contains("The client key: --os-key, OS_KEY, or key in") == isSaid)
      }
    }
  }

  @Test func certificateThatIsNotThereIsSaidToBe() async throws {
    try await withRole { lab in
      let run = await lab.run(
        "plan",
        "--os-cacert",
        "\(lab.directory.path)/missing.pem",
        environment: ["OS_SERVICE_ENDPOINT": "https://127.0.0.1:1/v2.0"]
      )
      #expect(run.status == .failure)
      #expect(run.error.contains("missing.pem"), "\(run.error)")
      #expect(run.error.contains("OS_CACERT"))
      #expect(run.error.contains("the CA certificate of --os-cacert is not there"))
      #expect(!run.error.contains("GET http"))
    }
  }

  @Test func certificateOfACloudThatIsNotThereIsSaidWithItsPlace() async throws {
    try await withRole { lab in
      try lab.directory.write(
        """
        clouds:
          lab:
            auth_type: admin_token
            auth: {token: ADMIN, endpoint: "https://127.0.0.1:1/v2.0"}
            cacert: /missing/ca.pem
        """,
        to: "clouds.yaml"
      )
      let environment = ["OS_SERVICE_TOKEN": "", "OS_SERVICE_ENDPOINT": ""]
      let run = await lab.run("plan", "--os-cloud", "lab", environment: environment)
      #expect(run.status == .failure)
      #expect(run.error.contains("the CA certificate of cacert in "), "\(run.error)")
      #expect(run.error.contains("clouds.yaml:5:13 is not there: /missing/ca.pem"))
      #expect(!run.error.contains("GET http"))
    }
  }
}
