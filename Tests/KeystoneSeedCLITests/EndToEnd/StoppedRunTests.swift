import Glibc
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Ctrl-C and SIGTERM: what is in flight ends, and the report is true")
struct StoppedRunTests {
  private static func notice(_ signal: Int32) -> String {
    "stopping after the requests in flight; "
      + (signal == SIGINT ? "press Ctrl-C again to quit now\n" : "a second SIGTERM ends it now\n")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `nothing new is sent, and all is said`(signal: Int32) async throws {
    try await stopping([signal], "--parallelism", "1") { ending, later in
      #expect(ending.exitStatus == 1)
      #expect(later.isEmpty)
      let report = ending.output.split(separator: "\nDone:\n").last ?? ""
      let lists = report.split(separator: "\nNot tried:\n")
      try #require(lists.count == 2, "\(ending.output)")
      #expect(lists[0].contains("  + user nova\n"))
      #expect(lists[1].contains("  + user test\n"))
      #expect(lists[1].contains("  + endpoint volume/cinder in regionOne\n"))
      #expect(lists[1].hasSuffix(" 0 updated, 0 replaced, 0 deleted.\n"))
      #expect(!ending.output.contains("Unknown:"))
      #expect(
        ending.error == Self.notice(signal) + """
          error: stopped before everything was done
            Run the same command again to finish; what was done is not done twice.

          """
      )
    }
  }

  @Test func `what is in flight at the same time ends as well`() async throws {
    try await stopping([SIGINT], "--parallelism", "4") { ending, later in
      #expect(ending.exitStatus == 1)
      // The other three were on their way.
      #expect(later.count <= 3)
      #expect(!ending.output.contains("Failed:"))
      #expect(!ending.output.contains("Unknown:"))
    }
  }

  @Test func `a lost answer is not looked into any more`() async throws {
    try await stopping([SIGINT], "--parallelism", "1") { lab in
      lab.sandbox.faults.add(.after("POST", "/v2.0/users", nth: 4, .close))
    } _: { ending, later in
      #expect(ending.exitStatus == 1)
      #expect(later.isEmpty)
      #expect(ending.output.contains("\nUnknown:\n  + user nova\n"))
      #expect(!ending.output.contains("Failed:"))
      #expect(ending.error.contains("It is not known whether it was done"))
    }
  }

  @Test func `a script reads the same`() async throws {
    try await stopping([SIGTERM], "--parallelism", "1", "--output", "json") { lab in
      lab.sandbox.faults.add(.before("POST", "/v2.0/users", nth: 4, .reset))
    } _: { ending, _ in
      #expect(ending.exitStatus == 1)
      #expect(ending.output.contains(#""ending" : "stopped""#))
      for word in ["done", "unknown", "not-tried"] {
        #expect(ending.output.contains("\"result\" : \"\(word)\""))
      }
    }
  }

  private static let insistence: [([Int32], Int32)] = [
    ([SIGINT, SIGINT], 130), ([SIGINT, SIGTERM], 143), ([SIGTERM, SIGTERM], 143),
  ]

  @Test(arguments: insistence)
  func `who insists is obeyed`(signals: [Int32], exitStatus: Int32) async throws {
    try await stopping(signals) { ending, _ in
      #expect(ending.exitStatus == exitStatus)
      #expect(ending.error == Self.notice(signals[0]))
    }
  }

  /// Stops the program when its fourth user arrives, before that is handled.
  ///
  /// A second signal is sent once the program has said what the first one does. The check is given
  /// how it ended, and the requests that came after the one that it was stopped at.
  private func stopping(
    _ signals: [Int32],
    _ options: String...,
    prepare: (Lab) throws -> Void = { _ in },
    _ check: (ProgramProcess.Ending, [RecordedRequest]) throws -> Void
  ) async throws {
    let diary = try TemporaryDirectory()
    let ambush = Ambush { victim in
      kill(victim, signals[0])
      Self.wait(for: victim) { Self.isSaid(signals[0], in: diary) }
      guard let second = signals.dropFirst().first else { return }
      kill(victim, second)
      Self.wait(for: victim) { false }
    }
    try await withLab(SandboxConfiguration(recordLine: ambush.requestCame)) { lab in
      var lab = lab
      lab.environment.merge(ArticleCloud.passwords) { $1 }
      try lab.declare(try ArticleCloud.seed)
      try prepare(lab)
      ambush.arm(4, words: #""POST""#, #""/v2.0/users""#)
      let run = try ProgramProcess(["apply"] + options, in: lab, diary: diary)
      ambush.aim(at: run.id)
      let ending = try await run.ending
      ambush.disarm()
      let requests = lab.sandbox.recorder.requests
      let users = requests.indices.filter {
        requests[$0].method == "POST" && requests[$0].path == "/v2.0/users"
      }
      try check(ending, Array(requests[(users[3] + 1)...]))

      lab.sandbox.faults.removeAll()
      let next = try await ProgramProcess.run("apply", in: lab)
      #expect(next.exitStatus == 0, "\(next.error)")
      let plan = try await ProgramProcess.run("plan", "--detailed-exitcode", in: lab)
      #expect(plan.exitStatus == 0, "\(plan.output)")
      try await ArticleCloud.expectWhole(lab, "after the next run")
    }
  }

  /// Waits until something is so, or the process has ended and will never make it so.
  private static func wait(for victim: pid_t, _ isSo: () -> Bool) {
    while !isSo(), kill(victim, 0) == 0 { usleep(1000) }
  }

  private static func isSaid(_ signal: Int32, in diary: TemporaryDirectory) -> Bool {
    (try? diary.content(of: ProgramProcess.errors)) == notice(signal)
  }
}
