import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

@Suite struct ConnectionOptionsTests {
  @Test func everyOptionIsHeard() throws {
    for setting in ConnectionSetting.allCases {
      guard let option = setting.option else { continue }
      let options = try ConnectionOptions.parse([option, "value"])
      #expect(options[setting] == "value", "\(option)")
      for other in ConnectionSetting.allCases where other != setting {
        #expect(options[other] == nil, "\(option) and \(other)")
      }
    }
  }

  @Test(arguments: [
    ("--os-project-name", ConnectionSetting.tenantName), ("--os-project-id", .tenantID),
  ])
  func tenantMayBeCalledAProject(option: String, setting: ConnectionSetting) throws {
    #expect(try ConnectionOptions.parse([option, "value"])[setting] == "value")
  }

  @Test func emptyValueCountsAsUnset() throws {
    #expect(try ConnectionOptions.parse(["--os-token", ""])[.token] == nil)
  }

  @Test func tokenIsASecret() throws {
    let options = try ConnectionOptions.parse(["--os-token", "s3cret"])
    var dumped = ""
    dump(options, to: &dumped)
    #expect(!"\(options) \(dumped)".contains("s3cret"))
  }

  @Test(arguments: [
    ["--os-password", "s3cret"], ["--os-password=s3cret"], ["--os_password", "s3cret"],
  ])
  func passwordIsRefusedWithAReasonAndNotShown(arguments: [String]) async {
    let screen = Screen()
    let status = await Program.run(
      arguments,
      in: .test(screen: screen),
      as: ConnectionProbe.self
    )
    #expect(status == .usage)
    #expect(screen.error.contains("OS_PASSWORD"))
    #expect(!screen.error.contains("s3cret"))
  }

  @Test(arguments: ["0", "-5", "soon"])
  func timeoutIsATime(value: String) {
    #expect(throws: (any Error).self) {
      try ConnectionOptions.parse(["--timeout=\(value)"])
    }
  }
}

private struct ConnectionProbe: ParsableCommand {
  @OptionGroup var connection: ConnectionOptions
}
