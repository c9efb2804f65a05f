import Convergence
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("A write that is done after the program has given its answer up is still done once")
struct LateAnswerTests {
  @Test(arguments: Fault.Moment.allCases)
  func `the answer comes too late`(moment: Fault.Moment) async throws {
    let writes = Write.creating + Write.changing
    _ = try await writes.concurrentMap(limit: writes.count) { write in
      try await holds(write, moment)
    }
  }

  private func holds(_ write: Write, _ moment: Fault.Moment) async throws {
    let comment: Comment = "\(moment.rawValue), \(write.name)"
    try await withLab { lab in
      var lab = lab
      lab.environment.merge(ArticleCloud.passwords) { $1 }
      if write.changes {
        for seed in [try ArticleCloud.seed, ArticleCloud.strangers] {
          try lab.declare(seed)
          let run = await lab.run("apply")
          try #require(run.status == .success, comment)
        }
      }
      try lab.declare(write.changes ? try ArticleCloud.changedSeed : try ArticleCloud.seed)
      lab.sandbox.faults.add(
        Fault(write.method, write.path, when: moment, effect: .delay(milliseconds: 2500))
      )
      // The real program, since the time that passes is what this is about.
      let run = try await ProgramProcess.run("apply", "--yes", "--timeout", "1", in: lab)
      let isTruthful = run.exitStatus == 1 && run.error.contains("error: ")
      #expect(run.exitStatus == 0 || isTruthful, "\(comment): \(run.error)")
      lab.sandbox.faults.removeAll()
      if run.exitStatus != 0 {
        let next = try await ProgramProcess.run("apply", "--yes", in: lab)
        #expect(next.exitStatus == 0, "\(comment): \(next.error)")
      }
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .success, "\(comment): \(plan.output)")
      try await ArticleCloud.expectWhole(lab, comment)
    }
  }
}
