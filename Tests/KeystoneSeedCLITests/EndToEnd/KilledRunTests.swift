import Convergence
import Glibc
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("Wherever the program is killed, the next run finishes and makes no duplicate")
struct KilledRunTests {
  /// When SIGKILL comes, as far as the request is concerned that has just arrived.
  enum Moment: CaseIterable {
    case beforeItIsHandled
    case afterItIsDone
  }

  @Test(arguments: Moment.allCases)
  func `an empty cloud is made`(moment: Moment) async throws {
    let count = try await killEverywhere(moment) { lab in
      try lab.declare(try ArticleCloud.seed)
    }
    // Each of the 25 things that the seed declares takes a write.
    #expect(count > 25)
  }

  @Test func `a cloud is changed`() async throws {
    let count = try await killEverywhere(.afterItIsDone) { lab in
      for seed in [try ArticleCloud.seed, ArticleCloud.strangers] {
        try lab.declare(seed)
        let run = await lab.run("apply")
        try #require(run.status == .success, "\(run.error)")
      }
      try lab.declare(try ArticleCloud.changedSeed)
    }
    #expect(count > 25)
  }

  /// Kills a run at its first request, another one at its second, and so on until one ends by
  /// itself, each on a cloud of its own.
  ///
  /// - Returns: How many were killed.
  private func killEverywhere(
    _ moment: Moment,
    _ prepare: @escaping @Sendable (Lab) async throws -> Void
  ) async throws -> Int {
    let atOnce = 4
    var count = 0
    while true {
      let turns = Array(count + 1...count + atOnce)
      let killed = try await turns.concurrentMap(limit: atOnce) { turn in
        try await isKilled(turn, moment, prepare)
      }
      count += killed.count { $0 }
      if !killed.allSatisfy(\.self) { return count }
    }
  }

  private func isKilled(
    _ turn: Int,
    _ moment: Moment,
    _ prepare: (Lab) async throws -> Void
  ) async throws -> Bool {
    let ambush = Ambush { Ambush.end($0, by: SIGKILL) }
    let configuration = SandboxConfiguration(recordLine: ambush.requestCame)
    return try await withLab(configuration) { lab in
      var lab = lab
      lab.environment.merge(ArticleCloud.passwords) { $1 }
      try await prepare(lab)
      ambush.arm(turn)
      if moment == .beforeItIsHandled {
        lab.sandbox.faults.add(Fault(nth: turn, when: .beforeCommit, effect: .close))
      }
      let victim = try ProgramProcess(["apply", "--yes"], in: lab)
      ambush.aim(at: victim.id)
      let ending = try await victim.ending
      ambush.disarm()
      lab.sandbox.faults.removeAll()
      guard ending.signal == SIGKILL else {
        #expect(ending.exitStatus == 0, "\(ending.error)")
        return false
      }
      let next = try await ProgramProcess.run("apply", "--yes", in: lab)
      #expect(next.exitStatus == 0, "after request \(turn): \(next.error)")
      let plan = try await ProgramProcess.run("plan", "--detailed-exitcode", in: lab)
      #expect(plan.exitStatus == 0, "after request \(turn): \(plan.output)")
      try await ArticleCloud.expectWhole(lab, "after request \(turn)")
      return true
    }
  }
}
