import ArgumentParser
import KeystoneSandbox
import Testing

@testable import keystone_sandbox

@Suite struct SandboxCommandTests {
  @Test func defaultsAreKeystonesPortsAndToken() throws {
    let command = try SandboxCommand.parse([])
    #expect(command.publicPort == 5000)
    #expect(command.adminPort == 35357)
    #expect(command.release == .pike)
    #expect(command.adminToken == nil)
    #expect(command.adminPassword == nil)
    #expect(command.port == nil)
    #expect(command.tokenLifetime == 3600)
    #expect(!command.singlePort)
    #expect(command.record == nil)
    #expect(command.fault.isEmpty)
  }

  @Test func optionsAreRead() throws {
    let command = try SandboxCommand.parse([
      "--public-port", "0", "--admin-port=1", "--admin-token", "t", "--token-lifetime", "5",
      "--single-port", "--record", "file", "--fault", "any * before close", "--fault",
      "any /x after reset", "--lockout-failure-attempts", "3", "--lockout-duration", "0",
      "--change-password-upon-first-use", "--list-limit", "2", "--max-db-limit",
      "4", "--names-as-mariadb",
    ])
    #expect(command.lockoutFailureAttempts == 3)
    #expect(command.lockoutDuration == 0)
    #expect(command.changePasswordUponFirstUse)
    #expect(command.listLimit == 2)
    #expect(command.maxDbLimit == 4)
    #expect(command.namesAsMariadb)
    #expect(command.publicPort == 0)
    #expect(command.adminPort == 1)
    #expect(command.adminToken == "t")
    #expect(command.tokenLifetime == 5)
    #expect(command.singlePort)
    #expect(command.record == "file")
    #expect(command.fault.map(\.fault.path) == ["*", "/x"])
  }

  @Test(arguments: [
    ["--admin-port", "65536"], ["--public-port", "-1"], ["--public-port", "x"],
    ["--admin-token", ""], ["--token-lifetime", "0"], ["--fault", "nonsense"], ["extra"],
    ["--nope"], ["--lockout-failure-attempts", "0"], ["--lockout-duration=-1"],
    ["--list-limit", "0"], ["--release", "27", "--admin-password", "x"], ["--release", "30"],
    ["--port", "65536"], ["--max-db-limit", "0"],
  ])
  func wrongUsageIs64(arguments: [String]) throws {
    let error = try #require(throws: (any Error).self) {
      try SandboxCommand.parse(arguments)
    }
    #expect(SandboxCommand.exitCode(for: error).rawValue == 64)
  }

  @Test(arguments: ["30", "22", "pike"])
  func releaseIsNamedByItsNumber(name: String) throws {
    let command = try SandboxCommand.parse([
      "--release", name, "--port", "5300", "--admin-password", "W",
    ])
    #expect(command.release.rawValue == name)
    #expect(command.port == 5300)
    #expect(command.adminPassword == "W")
  }

  @Test func helpExplainsReleases() {
    #expect(SandboxCommand.helpMessage().contains("Releases: pike is Keystone 12"))
  }

  @Test func helpExplainsFaults() {
    #expect(SandboxCommand.helpMessage().contains("METHOD PATH"))
  }
}
