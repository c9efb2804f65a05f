import ArgumentParser
import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct ProgramTests {
  let screen = Screen()

  @Test func versionGoesToStandardOutput() async {
    let status = await Program.run(["--version"], in: .test(screen: screen))
    #expect(status == .success)
    #expect(screen.output == "\(Version.lines)\n")
    #expect(screen.error.isEmpty)
  }

  @Test(arguments: [["--help"], ["-h"], []])
  func helpGoesToStandardOutput(arguments: [String]) async {
    let status = await Program.run(arguments, in: .test(screen: screen))
    #expect(status == .success)
    #expect(screen.output.contains("USAGE: keystone-seed"))
    #expect(screen.output.contains("No secret is taken from the command line"))
    #expect(screen.error.isEmpty)
  }

  @Test func helpFitsTheTerminal() async {
    var narrow = Terminal.absent
    narrow.width = 50
    _ = await Program.run(
      ["probe", "--help"],
      in: .test(screen: screen, terminal: narrow),
      as: Root.self
    )
    #expect(screen.output.split(separator: "\n").allSatisfy { $0.count <= 50 })
  }

  @Test(arguments: [
    ["--bogus"], ["bogus"], ["probe", "--times", "many"], ["probe", "one", "two"],
  ])
  func wrongArgumentsEndWithTheUsageStatus(arguments: [String]) async {
    let status = await Program.run(arguments, in: .test(screen: screen), as: Root.self)
    #expect(status == .usage)
    #expect(screen.output.isEmpty)
    #expect(screen.error.hasPrefix("error: "))
    #expect(screen.error.contains("Usage: "))
  }

  @Test func commandGetsTheContextAndGivesTheStatus() async {
    let status = await Program.run(
      ["probe", "--times", "2"],
      in: .test(screen: screen),
      as: Root.self
    )
    #expect(status == .changesPending)
    #expect(screen.output == "probed\nprobed\n")
  }

  @Test func errorThatACommandThrowsIsWorded() async {
    let status = await Program.run(
      ["probe", "--times", "0"],
      in: .test(screen: screen),
      as: Root.self
    )
    #expect(status == .usage)
    #expect(screen.output.isEmpty)
    #expect(
      screen.error == """
        error: there is a client key but no client certificate
          The client certificate: --os-cert, OS_CERT, or cert in clouds.yaml.

        """
    )
  }

  @Test func errorIsRedOnATerminalUnlessColorIsRefused() async {
    let context = CommandContext.test(screen: screen, terminal: .present)
    _ = await Program.run(["--bogus"], in: context)
    #expect(screen.error.hasPrefix("\u{1B}[31merror:\u{1B}[0m "))
    let plain = Screen()
    _ = await Program.run(
      ["--bogus", "--no-color"],
      in: .test(screen: plain, terminal: .present)
    )
    #expect(plain.error.hasPrefix("error: "))
  }

  @Test func closedPipeEndsQuietlyAsAFailure() async {
    let screen = screen
    let context = CommandContext.test { stream, bytes throws(SystemError) in
      guard stream == .error else { throw SystemError(EPIPE) }
      screen.write(stream, bytes)
    }
    #expect(await Program.run(["--version"], in: context) == .failure)
    #expect(screen.error.isEmpty)
  }

  @Test func fullDiskIsReported() async {
    let screen = screen
    let context = CommandContext.test { stream, bytes throws(SystemError) in
      guard stream == .error else { throw SystemError(ENOSPC) }
      screen.write(stream, bytes)
    }
    #expect(await Program.run(["--version"], in: context) == .failure)
    #expect(screen.error == "error: cannot write to standard output: No space left on device\n")
  }
}

private struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keystone-seed",
    subcommands: [Probe.self]
  )
}

private struct Probe: ContextualCommand {
  @Option var times = 1
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: CommandContext) async throws -> ExitStatus {
    guard times > 0 else { throw ConnectionError.keyWithoutCertificate }
    for _ in 0..<times { context.emit("probed\n") }
    return .changesPending
  }
}
