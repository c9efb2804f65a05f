import Testing

@testable import KeystoneSandbox
@testable import KeystoneSeedCLI

@Suite("Whatever befalls a write, and when, the run goes on: all is done in the end, and once")
struct WriteFailureTests {
  @Test(arguments: WriteFailure.allCases, Fault.Moment.allCases)
  func `while a cloud is made`(failure: WriteFailure, moment: Fault.Moment) async throws {
    try await hold(Write.creating, failure, moment, seed: try ArticleCloud.seed) { _ in }
  }

  @Test(arguments: WriteFailure.allCases, Fault.Moment.allCases)
  func `while a cloud is changed`(failure: WriteFailure, moment: Fault.Moment) async throws {
    let seed = try ArticleCloud.changedSeed
    try await hold(Write.changing, failure, moment, seed: seed) { lab in
      for seed in [try ArticleCloud.seed, ArticleCloud.strangers] {
        try lab.declare(seed)
        let run = await lab.run("apply")
        try #require(run.status == .success, "\(run.error)")
      }
    }
  }

  /// Applies a seed once for each of the writes, the first of which goes wrong.
  private func hold(
    _ writes: [Write],
    _ failure: WriteFailure,
    _ moment: Fault.Moment,
    seed: String,
    after prepare: (Lab) async throws -> Void
  ) async throws {
    let armed = ArmedFailure(failure, moment)
    try await withLab(SandboxConfiguration(recordLine: { _ in armed.requestCame() })) { lab in
      var lab = lab
      lab.environment.merge(ArticleCloud.passwords) { $1 }
      try await prepare(lab)
      try lab.declare(seed)
      lab.environment["SERVICE_PASSWORD"] = "services' new secret"
      let before = lab.sandbox.core.withState { $0 }
      for write in writes {
        lab.sandbox.core.withState { $0 = before }
        let comment: Comment = "\(failure.rawValue), \(moment.rawValue), \(write.name)"
        armed.arm(for: write, in: lab.sandbox)
        let run = await lab.run("apply", "--yes")
        #expect(armed.hasStruck, comment)
        lab.sandbox.faults.removeAll()
        #expect(run.status == .success, "\(comment): \(run.shown)")
        #expect(run.complaints.isEmpty, comment)
        try await ArticleCloud.expectWhole(lab, comment)
        let plan = await lab.run("plan", "--detailed-exitcode")
        #expect(plan.status == .success, "\(comment): \(plan.output)")
      }
    }
  }
}
