import IdentityModel
import TestSupport
import Testing

@testable import Convergence
@testable import Reconciliation

struct ScheduleRunTests {
  private static let failure = StepFailure.request(.keystone(403))

  private func plan(_ actions: Action...) -> Plan {
    Plan(
      changes: actions.enumerated().map { index, action in
        Change(action, .role(QualifiedName("role \(index)")), liveID: "\(index)")
      }
    )
  }

  private func lines(_ run: ScheduleRun, _ plan: Plan) -> [String] {
    var run = run
    return run.end(of: plan).compactMap { $0.line.split(separator: ": ").last.map(String.init) }
  }

  @Test("an operation starts when all that it waits for is done")
  func order() {
    var run = ScheduleRun([
      Operation(change: 0, part: .whole, after: [], afterSettled: []),
      Operation(change: 1, part: .whole, after: [0], afterSettled: []),
      Operation(change: 2, part: .whole, after: [0, 1], afterSettled: []),
    ])
    #expect(run.nextReady(isStopped: false) == 0)
    #expect(run.nextReady(isStopped: false) == nil)
    run.succeed(0)
    #expect(run.nextReady(isStopped: false) == 1)
    #expect(run.nextReady(isStopped: false) == nil)
    run.succeed(1)
    #expect(run.nextReady(isStopped: false) == 2)
    run.succeed(2)
    #expect(run.endedCount == 3)
  }

  @Test("a failure stops what needs it, through others too, and nothing else")
  func failure() {
    let plan = plan(.create, .create, .create, .create)
    var run = ScheduleRun([
      Operation(change: 0, part: .whole, after: [], afterSettled: []),
      Operation(change: 1, part: .whole, after: [0], afterSettled: []),
      Operation(change: 2, part: .whole, after: [1], afterSettled: []),
      Operation(change: 3, part: .whole, after: [], afterSettled: []),
    ])
    #expect(run.nextReady(isStopped: false) == 0)
    run.fail(0, Self.failure)
    #expect(run.nextReady(isStopped: false) == 3)
    run.succeed(3)
    #expect(run.nextReady(isStopped: false) == nil)
    #expect(lines(run, plan) == ["failed, 403", "not tried", "not tried", "done"])
    #expect(run.endedCount == 4)
  }

  @Test("what only waits for others to end starts whatever became of them")
  func settled() {
    let plan = plan(.create, .create, .create)
    var run = ScheduleRun([
      Operation(change: 0, part: .whole, after: [], afterSettled: []),
      Operation(change: 1, part: .whole, after: [0], afterSettled: []),
      Operation(change: 2, part: .whole, after: [], afterSettled: [0, 1]),
    ])
    #expect(run.nextReady(isStopped: false) == 0)
    #expect(run.nextReady(isStopped: false) == nil)
    run.fail(0, Self.failure)
    #expect(run.nextReady(isStopped: false) == 2)
    run.succeed(2)
    #expect(lines(run, plan) == ["failed, 403", "not tried", "done"])
  }

  @Test("once stopped nothing is started, and what is under way still counts")
  func stopped() {
    let plan = plan(.create, .create, .create)
    var run = ScheduleRun([
      Operation(change: 0, part: .whole, after: [], afterSettled: []),
      Operation(change: 1, part: .whole, after: [], afterSettled: []),
      Operation(change: 2, part: .whole, after: [0], afterSettled: []),
    ])
    #expect(run.nextReady(isStopped: false) == 0)
    #expect(run.nextReady(isStopped: true) == nil)
    run.succeed(0)
    #expect(run.nextReady(isStopped: true) == nil)
    #expect(lines(run, plan) == ["done", "not tried", "not tried"])
    #expect(run.endedCount == 3)
  }

  struct Halves: Sendable {
    let make: Bool?
    let retire: Bool?
    let line: String
  }

  static let halves = [
    Halves(make: true, retire: true, line: "done"),
    Halves(make: true, retire: false, line: "half done, 403"),
    Halves(make: true, retire: nil, line: "not retired"),
    Halves(make: false, retire: nil, line: "failed, 403"),
    Halves(make: nil, retire: nil, line: "not tried"),
  ]

  @Test("a replacement says how far it got", arguments: halves)
  func replacement(_ halves: Halves) {
    let plan = plan(.replace)
    var run = ScheduleRun([
      Operation(change: 0, part: .make, after: [], afterSettled: []),
      Operation(change: 0, part: .retire, after: [0], afterSettled: []),
    ])
    for (index, isDone) in [halves.make, halves.retire].enumerated() {
      guard run.nextReady(isStopped: isDone == nil) == index, let isDone else { continue }
      if isDone { run.succeed(index) } else { run.fail(index, Self.failure) }
    }
    #expect(lines(run, plan) == [halves.line])
  }
}
