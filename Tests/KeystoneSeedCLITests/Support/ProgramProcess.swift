import FoundationEssentials
import Glibc

@testable import KeystoneSeedCLI

/// The program itself in a process of its own, as a script runs it.
struct ProgramProcess: Sendable {
  /// How a process ended and what it left behind.
  struct Ending: Sendable {
    /// What it exited with, or nil where a signal ended it.
    let exitStatus: Int32?
    let signal: Int32?
    /// Whether the kernel wrote its memory to a core file, or to the handler of those.
    let hasDumpedCore: Bool
    let output: String
    let error: String
  }

  /// Beside the tests, where the same build has put it.
  static let path = path(of: "keystone-seed")

  /// Where the same build has put that program.
  static func path(of program: String) -> String {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let directory = (tests ?? "").split(separator: "/").dropLast().joined(separator: "/")
    return "/\(directory)/\(program)"
  }

  /// What a bash says first that is started here: it has inherited listening sockets of other tests,
  /// and would keep their ports taken.
  static let lettingGo = """
    for file in /proc/self/fd/*; do
      number=${file##*/}
      ((number < 3)) || eval "exec $number>&-"
    done
    """

  /// The name of the file that its standard error goes to.
  static let errors = "errors"

  let id: pid_t
  private let running: Background<Ending>

  /// Starts the program where a lab has its seed, with the lab's environment and nothing of ours.
  ///
  /// The diary is the file that ``errors`` is written to, to be read meanwhile.
  init(
    _ arguments: [String],
    in lab: Lab,
    environment: [String: String] = [:],
    diary: TemporaryDirectory? = nil
  ) throws {
    let diary = try diary ?? TemporaryDirectory()
    // The shell becomes the program, whose process it is from then on.
    let script = """
      \(Self.lettingGo)
      ulimit -c unlimited
      cd "$0" && exec "$@" 2>"$ERRORS"
      """
    let shell = ["/bin/bash", "-c", script, lab.directory.path]
    var variables = lab.environment.merging(environment) { $1 }
    variables["ERRORS"] = "\(diary.path)/\(Self.errors)"
    let (id, output) = try ChildProcess.spawn(shell + [Self.path] + arguments, variables)
    self.id = id
    running = Background {
      defer { output.close() }
      let text = try output.readToEnd(limit: 1 << 20)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0 {
        guard errno == EINTR else { throw SystemError.last }
      }
      let signal = status & 0x7F
      return Ending(
        exitStatus: signal == 0 ? (status >> 8) & 0xFF : nil,
        signal: signal == 0 ? nil : signal,
        hasDumpedCore: status & 0x80 != 0,
        output: String(decoding: text, as: UTF8.self),
        error: try diary.content(of: Self.errors)
      )
    }
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: String...,
    in lab: Lab,
    environment: [String: String] = [:]
  ) async throws -> Ending {
    try await ProgramProcess(arguments, in: lab, environment: environment).ending
  }

  /// How it ends; it can be asked for once.
  var ending: Ending {
    get async throws { try await running.value }
  }
}
