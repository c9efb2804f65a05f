import Glibc
import Testing

@testable import KeystoneSeedCLI

@Suite struct ProcessGroupsTests {
  /// Each writes down whom it leaves behind: itself, a child that ignores SIGINT, as a shell's in the
  /// background do, one that will not go when it is asked to, or one in a session of its own.
  static let scripts = [
    "echo $$ > new; mv new command; exec sleep 1000",
    "sleep 1000 & echo $! > new; mv new command; wait",
    "trap \"\" TERM INT HUP; echo $$ > new; mv new command; exec sleep 1000",
    #"setsid --wait sh -c "trap \"\" TERM INT HUP; echo \$\$ > new; mv new command; exec sleep 1000""#,
  ]

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP], scripts)
  func commandEndsWithTheProgramThatASignalEnds(signal: Int32, script: String) async throws {
    try await withLab { lab in
      try lab.declare(
        """
        users:
          a: {password: {command: [sh, -c, '\(script)']}}
        """
      )
      let program = try ProgramProcess(["plan"], in: lab)
      let path = "\(lab.directory.path)/command"
      // On a thread of its own: among many tests this one may rest for longer than the program waits for
      // its command.
      let hasSent = try await Background {
        while !InputFile.exists(path) { usleep(10_000) }
        return kill(program.id, signal) == 0
      }.value
      #expect(hasSent)
      #expect(try await program.ending.signal == signal)
      let command = try #require(pid_t(try lab.directory.content(of: "command").filter(\.isNumber)))
      while try isRunning(command) { try await Task.sleep(for: .milliseconds(10)) }
    }
  }

  @Test func aSignalThatComesWhileAProgramStartsFindsItsGroup() throws {
    try withSignalsLetThrough {
      var hasHandler = false
      let (id, output) = try ProcessGroups.start { () throws(SystemError) in
        var action = sigaction()
        sigaction(SIGTERM, nil, &action)
        hasHandler = action.__sigaction_handler.sa_handler != nil
        // Here the handler would wait for the group that this thread is about to make known.
        #expect(blocksSignal(SIGTERM))
        return try ChildProcess.spawn(["true"], [:])
      }
      output.close()
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      ProcessGroups.remove(id)
      #expect(hasHandler)
      #expect(!blocksSignal(SIGTERM))
    }
  }

  @Test func aProgramThatDoesNotStartLeavesNothingBehind() {
    withSignalsLetThrough {
      #expect(throws: SystemError(ENOENT)) {
        try ProcessGroups.start { () throws(SystemError) -> (id: pid_t, output: Int) in
          throw SystemError(ENOENT)
        }
      }
      #expect(!blocksSignal(SIGINT))
    }
  }

  /// Whether it runs; its status may not have been taken yet.
  private func isRunning(_ id: pid_t) throws -> Bool {
    do throws(InputFileError) {
      let text = String(decoding: try InputFile.read("/proc/\(id)/stat"), as: UTF8.self)
      return !text.contains(") Z ")
    } catch {
      guard error.reason == .missing || error.reason == .system(SystemError(ESRCH)) else {
        throw error
      }
      return false
    }
  }
}
