import Convergence
import IdentityModel
import Reconciliation
import SeedFormat
import Texts

/// An apply of a cloud's people on a Keystone that holds nothing, without any server.
///
/// The catalog is left out, whose size does not follow from the number of users.
struct ApplyRun {
  let cloud: Cloud

  func run() async throws {
    var lines = Lines()
    lines.start()
    let reading = Seed.load(cloud.seed, file: "seed.yaml", directory: "/")
    guard var desired = reading.desired else {
      throw CoreRun.Refused(message: reading.diagnostics.first?.description ?? "no seed")
    }
    for user in desired.users {
      desired.passwords[user.name] = Secret("password of \(user.name)")
    }
    lines.end("seed", objects: cloud.userCount)

    let options = ConvergenceOptions(
      plan: PlanOptions(kinds: [.role, .tenant, .user, .assignment])
    )
    let converger = Converger(backend: MemoryBackend(), options: options)
    let planned = try await converger.plan(desired)
    lines.end("first plan", objects: planned.plan.changes.count)
    let monitor = ApplyMonitor(
      isStopped: { false },
      progress: { _, _ in },
      allowsDestructiveRounds: false
    )
    let result = await converger.apply(planned, desired: desired, monitor: monitor)
    lines.end("apply", objects: result.outcomes.count)
    guard case .converged = result.ending else {
      throw CoreRun.Refused(message: "the apply did not end well: \(result.ending)")
    }
    let again = try await converger.plan(desired)
    lines.end("no-op plan", objects: again.plan.changes.count)
    guard again.plan.isEmpty else {
      throw CoreRun.Refused(message: "the second plan has \(again.plan.changes.count) changes")
    }
  }
}
