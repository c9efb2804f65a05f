import ArgumentParser
import KeystoneSandbox
import Testing

@testable import keystone_sandbox

@Suite struct SandboxCommandTests {
  @Test func defaultsAreKeystonesPortsAndToken() throws {
    let command = try SandboxCommand.parse([])
    #expect(command.publicPort == 5000)
    #expect(command.adminPort == 35357)
    #expect(command.adminToken == "ADMIN")
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
      "--change-password-upon-first-use", "--list-limit", "2", "--names-as-mariadb",
    ])
    #expect(command.lockoutFailureAttempts == 3)
    #expect(command.lockoutDuration == 0)
    #expect(command.changePasswordUponFirstUse)
    #expect(command.listLimit == 2)
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
    ["--list-limit", "0"],
  ])
  func wrongUsageIs64(arguments: [String]) throws {
    let error = try #require(throws: (any Error).self) {
      try SandboxCommand.parse(arguments)
    }
    #expect(SandboxCommand.exitCode(for: error).rawValue == 64)
  }

  @Test func helpExplainsFaults() {
    #expect(SandboxCommand.helpMessage().contains("METHOD PATH"))
  }
}
