import Glibc
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("A signal that ends a run before it has written anything")
struct EndingNoticeTests {
  private static let words: [Int32: String] = [
    SIGINT: "interrupted; nothing was changed\n", SIGTERM: "terminated; nothing was changed\n",
  ]

  /// Ends a command when its first request for users arrives.
  private func ending(
    _ command: String,
    by signal: Int32,
    seed change: (String) -> String = { $0 }
  ) async throws -> ProgramProcess.Ending {
    let ambush = Ambush { victim in Ambush.end(victim, by: signal) }
    return try await withLab(SandboxConfiguration(recordLine: ambush.requestCame)) { lab in
      var lab = lab
      lab.environment.merge(ArticleCloud.passwords) { $1 }
      try lab.declare(change(try ArticleCloud.seed))
      ambush.arm(1, words: #""GET""#, #""/v2.0/users""#)
      let run = try ProgramProcess([command], in: lab)
      ambush.aim(at: run.id)
      let ending = try await run.ending
      ambush.disarm()
      #expect(lab.sandbox.recorder.requests.allSatisfy { $0.method == "GET" })
      return ending
    }
  }

  @Test(arguments: ["plan", "apply", "verify"], [SIGINT, SIGTERM])
  func `says that nothing was changed, and ends of the signal`(
    command: String,
    signal: Int32
  ) async throws {
    let ending = try await ending(command, by: signal)
    #expect(ending.signal == signal)
    #expect(ending.output.isEmpty)
    #expect(ending.error == Self.words[signal])
  }

  @Test func `a list ends without a word`() async throws {
    let ending = try await ending("user-list", by: SIGINT)
    #expect(ending.signal == SIGINT && ending.error.isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `while a command that has a password runs it is the same`(signal: Int32) async throws {
    let name = signal == SIGINT ? "INT" : "TERM"
    try await withLab { lab in
      try lab.declare(
        "users: {a: {password: {command: [sh, -c, 'kill -\(name) $PPID; exec sleep 1000']}}}\n"
      )
      let ending = try await ProgramProcess.run("plan", in: lab)
      #expect(ending.signal == signal)
      #expect(ending.error == Self.words[signal])
    }
  }

  @Test func `after a command that has a password has ended it is said still`() async throws {
    let ending = try await ending("plan", by: SIGINT) { seed in
      seed.replacing("{env: SERVICE_PASSWORD}", with: "{command: [echo, a secret]}")
    }
    #expect(ending.error == Self.words[SIGINT])
  }

  @Test func `a signal that is ignored stays so`() async throws {
    try await withLab { lab in
      try lab.declare("users: {a: {password: {command: [sh, -c, 'kill -INT $PPID; echo star']}}}\n")
      let script = "trap '' INT; exec \(ProgramProcess.path) plan"
      let shell = ["/bin/bash", "-c", "cd \(lab.directory.path); \(script)"]
      let (id, output) = try ChildProcess.spawn(shell, lab.environment)
      defer { output.close() }
      let text = try output.readToEnd(limit: 1 << 20)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      #expect(status == 0)
      #expect(String(decoding: text, as: UTF8.self).contains("  + user a\n"))
    }
  }
}
