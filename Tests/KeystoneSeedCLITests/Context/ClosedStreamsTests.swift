import Glibc
import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct ClosedStreamsTests {
  @Test func openAndClosedAreToldApart() {
    let number = fcntl(0, F_DUPFD_CLOEXEC, 900)
    #expect(!ClosedStreams.isClosed(number))
    close(number)
    #expect(ClosedStreams.isClosed(number))
  }

  @Test func reportIsNotWrittenToWhatIsOpenedInThePlaceOfStandardOutput() async throws {
    try await withLab { lab in
      try lab.declare("roles: [admin]")
      let script = "exec '\(ProgramProcess.path)' apply >&- 2>errors"
      let shell = ["/bin/bash", "-c", "\(ProgramProcess.lettingGo)\n\(script)"]
      let (directory, environment) = (lab.directory.path, lab.environment)
      await #expect(throws: ChildProcess.Failure.exited(status: 1)) {
        try await Background {
          try ChildProcess(shell, environment: environment, directory: directory)
            .standardOutput(limit: 1000)
        }
        .value
      }
      #expect(
        try lab.directory.content(of: "errors") == """
          Everything was applied; the report could not be written to standard output:
          Applied: 1 created, 0 updated, 0 replaced, 0 deleted.
          error: cannot write to standard output: it is closed

          """
      )
      #expect(try await lab.outsider.roles().map(\.name).contains("admin"))
    }
  }
}
