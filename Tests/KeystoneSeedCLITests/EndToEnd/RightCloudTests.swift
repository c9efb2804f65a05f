import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Nobody's cloud but the one that was asked for is reached")
struct RightCloudTests {
  /// A sandbox that the environment leads to, and a staging cloud without a listener.
  private func withStaging(
    _ body: (_ lab: Lab, _ stagingURL: String) async throws -> Void
  ) async throws {
    let staging = try CannedServer(saying: nil)
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      try lab.directory.write(
        "clouds: {staging: {auth: {auth_url: \"\(staging.url)\", username: u, password: file}}}",
        to: "clouds.yaml"
      )
      try await body(lab, staging.url)
    }
    try await staging.stop()
  }

  @Test func theEnvironmentsTokenLeadsNoOptionAstray() async throws {
    try await withStaging { lab, staging in
      let run = await lab.run("apply", "--yes", "--os-cloud", "staging")
      #expect(run.status == .failure)
      #expect(run.requests.isEmpty)
      #expect(run.error.contains("error: POST \(staging)/tokens: cannot connect"))
      #expect(
        run.error.hasPrefix(
          "warning: OS_SERVICE_TOKEN, OS_SERVICE_ENDPOINT in the environment: not used, since "
            + "--os-cloud asks for staging\n"
        )
      )
    }
  }

  @Test func theEnvironmentsLoginLeadsNoOptionAstray() async throws {
    try await withStaging { lab, staging in
      let environment = lab.login(as: "admin", "secret", tenant: "admin")
      let run = await lab.run("plan", "--os-cloud", "staging", environment: environment)
      #expect(run.status == .failure)
      #expect(run.requests.isEmpty)
      #expect(run.error.contains("POST \(staging)/tokens"), "\(run.error)")
      #expect(!run.error.contains("secret"))
    }
  }

  @Test func whichOfTwoAddressesIsUsedIsSaid() async throws {
    try await withStaging { lab, staging in
      let run = await lab.run("plan", environment: ["OS_ENDPOINT": staging])
      #expect(run.status == .success)
      #expect(
        run.error.hasPrefix(
          "warning: OS_ENDPOINT in the environment: not used, since OS_SERVICE_ENDPOINT says "
            + "something else\n"
        )
      )
    }
  }

  @Test func aPasswordThatAnOptionSendsElsewhereIsSaidToBe() async throws {
    try await withStaging { lab, _ in
      let address = lab.sandbox.adminURL
      let run = await lab.run("plan", "--os-cloud", "staging", "--os-auth-url", address)
      #expect(
        run.error.contains("warning: the password of the cloud staging is sent to \(address), as ")
      )
    }
  }

  @Test func twoVariablesThatNameTwoCloudsAreAContradiction() async throws {
    try await withStaging { lab, staging in
      for environment in [[:], lab.login(as: "admin", "secret", tenant: "admin")] {
        let run = await lab.run(
          "plan",
          environment: environment.merging(["OS_CLOUD": "staging"]) { $1 }
        )
        #expect(run.status == .usage)
        #expect(run.requests.isEmpty)
        #expect(run.error.contains("OS_CLOUD names the cloud staging, at \(staging)"))
      }
    }
  }

  @Test func aMistakeInTheEntryEndsTheRun() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let path = try lab.directory.write(
        """
        clouds:
          c:
            verify: maybe
            auth:
              auth_url: "\(lab.sandbox.adminURL)"
              username: first
              username: second
              password: p
        """,
        to: "clouds.yaml"
      )
      let run = await lab.run("plan", "--os-cloud", "c")
      #expect(run.status == .failure)
      #expect(run.requests.isEmpty)
      #expect(
        run.error.contains("\(path):3:13: error: verify must be true or false, without quotes")
      )
      #expect(run.error.contains("\(path):7:7: error: the key \"username\" is already in line 6"))
    }
  }

  @Test func aTokenWithALineEndIsNotSent() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      for (token, words) in [
        ("ADMIN\r", "ends in a carriage return"), ("ADMIN\n", "ends in a line end"),
        ("ADMIN ", "ends in a blank"),
      ] {
        let run = await lab.run("plan", environment: ["OS_SERVICE_TOKEN": token])
        #expect(run.status == .usage)
        #expect(run.requests.isEmpty)
        #expect(run.error.hasPrefix("error: the token of OS_SERVICE_TOKEN \(words)\n"))
      }
    }
  }

  @Test(arguments: ["/v2", "/V2.0", "/v2.0/tokens", "/v2.0/v2.0", "/v2.0/"])
  func anAddressWithTooMuchOrTooLittleIsUnderstood(path: String) async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let root = lab.sandbox.adminURL.dropLast("/v2.0".count)
      let run = await lab.run("plan", environment: ["OS_SERVICE_ENDPOINT": root + path])
      #expect(run.status == .success, "\(run.error)")
    }
  }

  @Test(arguments: [["plan"], ["plan", "--wait", "5"]])
  func aKeystoneWithoutVersion2IsSaidToBeOne(arguments: [String]) async throws {
    try await withLab { lab in
      var lab = lab
      try lab.declare("roles: [admin]")
      lab.wrapTransport = { _ in NewKeystone() }
      for environment in [[:], lab.login(as: "admin", "secret", tenant: "admin")] {
        let run = await lab.run(arguments, environment: environment)
        #expect(run.status == .failure)
        #expect(run.error.contains(" offers v3.14 only\n"), "\(run.error)")
        #expect(run.error.contains("For v3: --os-identity-api-version 3, or the address "))
        #expect(!run.error.contains("proxy"))
      }
    }
  }
}
