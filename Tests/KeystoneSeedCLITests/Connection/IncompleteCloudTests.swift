import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

@Suite struct IncompleteCloudTests {
  /// What a command says that asks for the cloud `c`, whose entry begins in line 2.
  private func error(
    of entry: String,
    _ command: String = "plan",
    environment: [String: String] = [:]
  ) async throws -> (lab: Lab, run: Lab.Run) {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      try lab.directory.write("clouds:\n  c: \(entry)\n", to: "clouds.yaml")
      try lab.directory.write("# Moved to the vault.\n\n", to: "secure.yaml")
      let nothing = ["OS_SERVICE_TOKEN": "", "OS_SERVICE_ENDPOINT": ""]
      let variables = nothing.merging(environment) { $1 }
      let run = await lab.run(command, "--os-cloud", "c", environment: variables)
      return (lab, run)
    }
  }

  @Test(arguments: ["{region_name: r}", "{auth: {}}", "{auth: }"])
  func `an entry that says nothing is named`(entry: String) async throws {
    let (lab, run) = try await error(of: entry)
    #expect(run.status == .usage)
    #expect(
      run.error == """
        error: the cloud c says neither where to log in nor as whom
          Its entry is at \(lab.directory.path)/clouds.yaml:2:3.
          The auth URL: auth.auth_url in the entry, or --os-auth-url.
          The user name: auth.username in the entry, or --os-username, OS_USERNAME.
          The password: auth.password in the entry, or OS_PASSWORD.

        """
    )
  }

  @Test(arguments: [
    ("{auht: {auth_url: \"http://a\"}}", "2:7", "auht", "auth"),
    ("{auth: {auth_url: \"http://a\", usrname: u, password: p}}", "2:36", "usrname", "username"),
    ("{auth: {auth_url: \"http://a\", username: u, pasword: p}}", "2:49", "pasword", "password"),
  ])
  func `a key that is misspelt is shown`(
    entry: String,
    place: String,
    word: String,
    suggestion: String
  ) async throws {
    let (lab, run) = try await error(of: entry)
    #expect(run.status == .usage)
    let line =
      "\n  \(lab.directory.path)/clouds.yaml:\(place): \"\(word)\" means nothing here; did you "
      + "mean \"\(suggestion)\"?\n"
    #expect(run.error.contains(line), "\(run.error)")
  }

  @Test func `a variable that is not used is not asked for`() async throws {
    let entry = "{auth: {auth_url: \"http://a\", username: u}}"
    let (_, run) = try await error(
      of: entry,
      environment: ["OS_USERNAME": "other", "OS_PASSWORD": "secret"]
    )
    #expect(run.error.hasPrefix("warning: OS_USERNAME, OS_PASSWORD in the environment: not used"))
    #expect(run.error.hasSuffix("\n  The password: auth.password in the entry.\n"))
    let (_, without) = try await error(of: entry)
    let places = "  The password: auth.password in the entry, or OS_PASSWORD.\n"
    #expect(without.error.hasSuffix(places))
  }

  @Test func `a profile that is nowhere is said to be`() async throws {
    let (_, run) = try await error(of: "{profile: vendor, auth: {username: u, password: p}}")
    #expect(run.error.hasPrefix("warning: the cloud c stands on the profile vendor, and no "))
    let words = "error: the login of the cloud c is incomplete: there is no auth URL\n"
    #expect(run.error.contains(words))
  }

  @Test func `an application credential without its secret is called one`() async throws {
    let (_, run) = try await error(
      of: "{auth: {auth_url: \"http://a\", application_credential_id: x}}"
    )
    #expect(run.status == .usage)
    #expect(
      run.error.contains("there is no secret of the application credential\n"),
      "\(run.error)"
    )
  }

  @Test func `one that is complete logs in over v3`() async throws {
    let (_, run) = try await error(
      of: """
        {auth: {auth_url: "http://127.0.0.1:1", application_credential_id: x, \
        application_credential_secret: hidden}}
        """,
      "user-list"
    )
    #expect(run.status == .failure)
    #expect(run.error.contains("POST http://127.0.0.1:1/v3/auth/tokens"), "\(run.error)")
    #expect(!run.error.contains("hidden"))
  }
}
