import Glibc

/// A program that runs without a shell and prints something for us.
///
/// Standard input is empty. Standard error and the terminal are ours: programs that keep passwords
/// ask for their own there, and say there what is wrong.
struct ChildProcess: ~Copyable {
  /// Why there is no output.
  enum Failure: Error, Hashable, Sendable {
    case notStarted(SystemError)
    case exited(status: Int32)
    case killed(signal: Int32)
    case timedOut(Duration)
    case tooMuchOutput(limit: Int)
    case unreadable(SystemError)
  }

  private let id: pid_t
  private let output: Descriptor
  private let start = ContinuousClock.now
  private let timeout: Duration

  /// Starts the program, which is looked up in `PATH` unless its name holds a slash.
  init(
    _ command: [String],
    environment: [String: String],
    timeout: Duration
  ) throws(Failure) {
    do throws(SystemError) {
      (id, output) = try Self.spawn(command, environment)
    } catch {
      throw .notStarted(error)
    }
    self.timeout = timeout
  }

  deinit {
    output.close()
  }

  /// All that the program prints, once it has ended well.
  consuming func standardOutput(limit: Int) throws(Failure) -> [UInt8] {
    do throws(Failure) {
      let bytes = try readToEnd(limit: limit)
      try waitForExit()
      return bytes
    } catch {
      switch error {
      case .notStarted, .exited, .killed: break
      case .timedOut, .tooMuchOutput, .unreadable: end()
      }
      throw error
    }
  }

  private func readToEnd(limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      try waitForOutput()
      let chunk: [UInt8]
      do throws(SystemError) {
        chunk = try output.read(atMost: 65_536)
      } catch {
        throw .unreadable(error)
      }
      if chunk.isEmpty { return bytes }
      bytes += chunk
      guard bytes.count <= limit else { throw .tooMuchOutput(limit: limit) }
    }
  }

  private func waitForOutput() throws(Failure) {
    while true {
      var request = pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)
      switch poll(&request, 1, Self.milliseconds(try remainingTime())) {
      case 0: throw .timedOut(timeout)
      case 1...: return
      default: if errno != EINTR { throw .unreadable(.last) }
      }
    }
  }

  /// Waits for the end of a program that has closed its output, which need not be at once.
  private func waitForExit() throws(Failure) {
    var status: Int32 = 0
    while true {
      switch waitpid(id, &status, WNOHANG) {
      case id: return try Self.check(status)
      case 0: usleep(UInt32(min(5, Self.milliseconds(try remainingTime()))) * 1000)
      default: if errno != EINTR { throw .unreadable(.last) }
      }
    }
  }

  private func remainingTime() throws(Failure) -> Duration {
    let remaining = timeout - (ContinuousClock.now - start)
    guard remaining > .zero else { throw .timedOut(timeout) }
    return remaining
  }

  /// Ends a program of which nothing more is expected, and takes its status so that no zombie stays.
  private func end() {
    kill(id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  /// Reads the status as the macros of `<sys/wait.h>` do, which Swift does not see.
  private static func check(_ status: Int32) throws(Failure) {
    let signal = status & 0x7F
    guard signal == 0 else { throw .killed(signal: signal) }
    let exitStatus = (status >> 8) & 0xFF
    guard exitStatus == 0 else { throw .exited(status: exitStatus) }
  }

  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }
}
