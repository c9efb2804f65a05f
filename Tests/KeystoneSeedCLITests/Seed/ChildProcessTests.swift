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

  @Test(arguments: ["wait", "exec sleep 1000", "trap '' TERM; wait"])
  func whatItStartedEndsWithAProgramThatDoesNotEnd(script: String) throws {
    let directory = try TemporaryDirectory()
    let child = "sleep 1000 & echo $! > '\(directory.path)/child'; "
    #expect(throws: ChildProcess.Failure.timedOut(.milliseconds(500))) {
      try output(of: ["sh", "-c", child + script], timeout: .milliseconds(500))
    }
    try expectGone(try directory.content(of: "child"))
  }

  @Test func programThatHasEndedIsNotHeldUpByItsChildren() throws {
    let directory = try TemporaryDirectory()
    let script = "sleep 1000 & echo $! > '\(directory.path)/child'; echo secret"
    #expect(try output(of: ["sh", "-c", script]) == Array("secret\n".utf8))
    try expectGone(try directory.content(of: "child"))
  }

  @Test func agentThatIsASessionOfItsOwnStays() throws {
    let directory = try TemporaryDirectory()
    let agent = "echo $$ > '\(directory.path)/agent'; exec sleep 1000"
    let script =
      "setsid sh -c \"\(agent.replacing("$", with: "\\$"))\" >/dev/null & "
      + "while ! test -s '\(directory.path)/agent'; do sleep 0.01; done; echo secret"
    #expect(try output(of: ["sh", "-c", script]) == Array("secret\n".utf8))
    let id = try #require(pid_t(try directory.content(of: "agent").filter(\.isNumber)))
    #expect(kill(id, 0) == 0)
    kill(id, SIGKILL)
  }

  @Test func childThatIsASessionOfItsOwnEndsWithItsParent() throws {
    let directory = try TemporaryDirectory()
    let child = "trap '' TERM; echo $$ > '\(directory.path)/child'; exec cat /dev/zero"
    #expect(throws: ChildProcess.Failure.tooMuchOutput(limit: 1000)) {
      try output(of: ["sh", "-c", #"setsid --wait sh -c "$0"; :"#, child], limit: 1000)
    }
    try expectGone(try directory.content(of: "child"))
  }

  @Test func programWorksInTheGivenDirectoryAndIsLookedForThere() throws {
    let directory = try TemporaryDirectory()
    // A program that was just written may still be open in what another test is starting, and then
    // cannot be run.
    #expect(symlink("/bin/pwd", "\(directory.path)/where") == 0)
    let printed = try output(of: ["./where"], directory: directory.path)
    #expect(String(decoding: printed, as: UTF8.self).hasSuffix("\(directory.path)\n"))
  }

  /// The process that takes a killed one's status in place of its parent may need a moment.
  private func expectGone(_ id: String) throws {
    let id = try #require(pid_t(id.filter(\.isNumber)))
    for _ in 0..<1000 where kill(id, 0) == 0 && !isZombie(id) { usleep(10_000) }
    #expect(kill(id, 0) != 0 || isZombie(id))
  }

  private func isZombie(_ id: pid_t) -> Bool {
    let text = try? InputFile.beginning(of: "/proc/\(id)/stat", count: 1000)
    return String(decoding: text ?? [], as: UTF8.self).contains(") Z ")
  }

  private func output(
    of command: [String],
    environment: [String: String] = [:],
    directory: String? = nil,
    timeout: Duration = .seconds(600),
    limit: Int = 1 << 20
  ) throws(ChildProcess.Failure) -> [UInt8] {
    try ChildProcess(
      command,
      environment: environment,
      directory: directory,
      patience: Patience(limit: timeout)
    )
    .standardOutput(limit: limit)
  }
}
