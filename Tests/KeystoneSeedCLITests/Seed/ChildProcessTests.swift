import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct ChildProcessTests {
  @Test func outputIsReadWhole() throws {
    #expect(try output(of: ["head", "-c", "100000", "/dev/zero"]).count == 100_000)
  }

  @Test func argumentsPassNoShell() throws {
    let argument = "$HOME `id` * ; 'x' \"y\""
    #expect(try output(of: ["printf", "%s", argument]) == Array(argument.utf8))
  }

  @Test func environmentIsTheOneGiven() throws {
    #expect(
      try output(of: ["env"], environment: ["A": "1", "B": ""]).split(separator: 10).count == 2
    )
  }

  @Test func standardInputIsEmpty() throws {
    #expect(try output(of: ["cat"]) == [])
  }

  @Test func ignoredSignalsAreNotInherited() throws {
    signal(SIGPIPE, SIG_IGN)
    // With SIGPIPE ignored, the shell would go on.
    let script = "kill -PIPE $$; echo still alive"
    #expect(throws: ChildProcess.Failure.killed(signal: SIGPIPE)) {
      try output(of: ["sh", "-c", script])
    }
  }

  @Test(arguments: [["/nowhere/program"], ["no-such-program-anywhere"], []])
  func missingProgramIsReported(command: [String]) {
    #expect(throws: ChildProcess.Failure.notStarted(SystemError(ENOENT))) {
      try output(of: command)
    }
  }

  @Test func failureIsTheStatus() {
    #expect(throws: ChildProcess.Failure.exited(status: 7)) {
      try output(of: ["sh", "-c", "exit 7"])
    }
  }

  @Test(arguments: ["exec sleep 1000", "exec >&-; exec sleep 1000"])
  func programThatDoesNotEndIsEnded(script: String) {
    let timeout = Duration.milliseconds(50)
    #expect(throws: ChildProcess.Failure.timedOut(timeout)) {
      try output(of: ["sh", "-c", script], timeout: timeout)
    }
  }

  @Test func endlessOutputIsCutOff() {
    #expect(throws: ChildProcess.Failure.tooMuchOutput(limit: 1000)) {
      try output(of: ["cat", "/dev/zero"], limit: 1000)
    }
  }

  private func output(
    of command: [String],
    environment: [String: String] = [:],
    timeout: Duration = .seconds(600),
    limit: Int = 1 << 20
  ) throws(ChildProcess.Failure) -> [UInt8] {
    try ChildProcess(command, environment: environment, timeout: timeout)
      .standardOutput(limit: limit)
  }
}
