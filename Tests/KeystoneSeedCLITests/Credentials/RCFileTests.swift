import IdentityModel
import Testing

@testable import KeystoneSeedCLI

/// What a shell makes of the file is what counts: the real ones are asked.
@Suite struct RCFileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(
    .enabled(if: InstalledShell.missing.isEmpty, "missing: \(InstalledShell.missing)")
  )
  func `every shell of Debian's is asked`() {
    #expect(InstalledShell.present.count == InstalledShell.all.count)
  }

  @Test(arguments: InstalledShell.present)
  func `every password survives`(shell: InstalledShell) async throws {
    for password in HardPassword.all where !password.isEmpty {
      let credentials = try CloudCredentials.make(password: password)
      let environment = try await sourced(credentials, by: shell)
      #expect(
        environment["OS_PASSWORD"].map { Array($0.utf8) } == Array(password.utf8),
        "\(password.debugDescription)"
      )
    }
  }

  @Test(arguments: InstalledShell.present)
  func `a password survives where the locale knows nothing of UTF-8`(
    shell: InstalledShell
  ) async throws {
    let credentials = try CloudCredentials.make(password: "é'!\\🔑\n")
    let environment = try await sourced(credentials, by: shell, given: ["LC_ALL": "C"])
    #expect(environment["OS_PASSWORD"] == "é'!\\🔑\n")
  }

  @Test(arguments: InstalledShell.present)
  func `every name survives`(shell: InstalledShell) async throws {
    let credentials = try CloudCredentials.make(
      user: "o'neil !",
      tenant: "-$x",
      region: "\\#",
      caCertificate: "/a b/*.pem"
    )
    let environment = try await sourced(credentials, by: shell)
    #expect(environment["OS_USERNAME"] == "o'neil !")
    #expect(environment["OS_TENANT_NAME"] == "-$x")
    #expect(environment["OS_AUTH_URL"] == "http://192.0.2.1:5000/v2.0")
    #expect(environment["OS_REGION_NAME"] == "\\#")
    #expect(environment["OS_CACERT"] == "/a b/*.pem")
  }

  @Test(arguments: InstalledShell.present)
  func `nothing is left of another file`(shell: InstalledShell) async throws {
    let leftovers = [
      "OS_TOKEN", "OS_SERVICE_TOKEN", "OS_SERVICE_ENDPOINT", "SERVICE_TOKEN", "SERVICE_ENDPOINT",
      "OS_CLOUD", "OS_TENANT_ID", "OS_PROJECT_NAME", "OS_PROJECT_ID", "OS_USER_DOMAIN_NAME",
      "ST_AUTH", "ST_USER", "ST_KEY", "OS_STORAGE_URL", "OS_AUTH_TOKEN", "OS_INSECURE",
      "OS_PROJECT_DOMAIN_ID", "OS_IDENTITY_API_VERSION", "OS_CACERT", "OS_REGION_NAME",
    ]
    let environment = try await sourced(
      try CloudCredentials.make(region: nil),
      by: shell,
      given: Dictionary(uniqueKeysWithValues: leftovers.map { ($0, "left over") })
    )
    #expect(
      environment.keys.filter { name in
        ["OS_", "ST_", "SERVICE_"].contains { name.hasPrefix($0) }
      }.sorted()
        == ["OS_AUTH_URL", "OS_PASSWORD", "OS_PROJECT_NAME", "OS_TENANT_NAME", "OS_USERNAME"]
    )
  }

  @Test(arguments: InstalledShell.present)
  func `a start-up file sources it, and is none the worse without it`(
    shell: InstalledShell
  ) async throws {
    let path = "\(directory.path)/it's a !file"
    let line = shell.family.source(path)
    let without = try await Background { try shell.environment(after: line) }.value
    #expect(without["OS_USERNAME"] == nil)
    let text = RCFile(credentials: try .make(), shell: shell.family).text
    try directory.write(text, to: "it's a !file")
    let with = try await Background { try shell.environment(after: line) }.value
    #expect(with["OS_USERNAME"] == "admin")
  }

  @Test func `it begins with what it clears and ends with what it sets`() throws {
    let lines = RCFile(credentials: try .make(password: "it's"), shell: .sh).text
      .split(separator: "\n")
    #expect(lines.dropFirst().first?.hasPrefix("unset SERVICE_TOKEN SERVICE_ENDPOINT ") == true)
    #expect(
      lines.suffix(6) == [
        "export OS_USERNAME='admin'",
        #"export OS_PASSWORD='it'\''s'"#,
        "export OS_TENANT_NAME='admin'",
        "export OS_PROJECT_NAME='admin'",
        "export OS_AUTH_URL='http://192.0.2.1:5000/v2.0'",
        "export OS_REGION_NAME='regionOne'",
      ]
    )
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `PowerShell gets its own words`() throws {
    let text = RCFile(credentials: try .make(password: "it's"), shell: .powershell).text
    #expect(text.contains("\n$Env:OS_TOKEN = $null\n"))
    #expect(text.contains("\n$Env:OS_PASSWORD = 'it''s'\n"))
  }

  private func sourced(
    _ credentials: CloudCredentials,
    by shell: InstalledShell,
    given environment: [String: String] = [:]
  ) async throws -> [String: String] {
    let path = try directory.write(
      RCFile(credentials: credentials, shell: shell.family).text,
      to: "rc"
    )
    let command = shell.family == .sh ? "." : "source"
    return try await Background {
      try shell.environment(after: "\(command) \(path)", given: environment)
    }.value
  }
}
