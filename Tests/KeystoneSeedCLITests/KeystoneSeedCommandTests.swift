import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

struct KeystoneSeedCommandTests {
  @Test func seedInTheHelpIsOne() async throws {
    let discussion = KeystoneSeedCommand.configuration.discussion
    let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("  regions:") })
    let seed = lines[start...].prefix { $0.hasPrefix("  ") }.map { $0.dropFirst(2) }
    let screen = Screen()
    let status = await Program.run(
      ["validate", "-"],
      in: .test(screen: screen, input: seed.joined(separator: "\n"))
    )
    #expect(status == .success)
    #expect(screen.error.isEmpty)
    #expect(screen.output.contains("1 service, 1 endpoint"))
  }

  @Test func everyCommandIsOneThatTheProgramRuns() {
    for command in KeystoneSeedCommand.configuration.subcommands {
      #expect(command is any ContextualCommand.Type)
    }
  }
}
