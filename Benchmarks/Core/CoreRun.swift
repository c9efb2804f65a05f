import IdentityBackends
import IdentityModel
import Reconciliation
import SeedFormat
import Texts

/// The way from a seed's bytes to a schedule, stage by stage, without any server.
struct CoreRun {
  let cloud: Cloud

  /// A seed that is refused measures nothing.
  struct Refused: Error {
    let message: String
  }

  func run() throws {
    let bytes = Array(cloud.seed.utf8)
    let live = cloud.live
    var lines = Lines()
    var desired = try read(bytes, &lines)
    let checks = addPasswords(to: &desired)

    lines.start()
    let capabilities = V2Backend.capabilities
    let difference = Differ.difference(
      desired: desired,
      live: live,
      passwords: checks,
      memberRole: capabilities.defaultTenantRole?.name,
      groupsEndpoints: capabilities.groupsEndpoints
    )
    lines.end("diff", objects: difference.changes.count + difference.unmanaged.count)
    let planner = Planner(capabilities: capabilities, options: PlanOptions(), caller: nil)
    let plan = try planner.plan(difference, desired: desired, live: live)
    lines.end("plan", objects: plan.changes.count)
    let schedule = Schedule(plan, live: live, caller: nil, capabilities: capabilities)
    lines.end("schedule", objects: schedule.operations.count)
    let fingerprint = LiveFingerprint.of(live)
    lines.end("fingerprint", objects: fingerprint.isEmpty ? 0 : live.users.count)
    Lines.writePeak()
  }

  private func read(_ bytes: [UInt8], _ lines: inout Lines) throws -> DesiredState {
    lines.start()
    let reading = Seed.load([SeedText(name: "seed.yaml", directory: "/", bytes: bytes)]) { stage in
      lines.end(stage.rawValue, objects: cloud.userCount)
    }
    guard let desired = reading.desired else {
      throw Refused(message: reading.diagnostics.first?.description ?? "no seed")
    }
    return desired
  }

  /// Every user has a password, and one in two hundred no longer logs in with it.
  private func addPasswords(to desired: inout DesiredState) -> [QualifiedName: PasswordCheck] {
    var checks: [QualifiedName: PasswordCheck] = [:]
    for (index, user) in desired.users.enumerated() {
      desired.passwords[user.name] = Secret("password of \(user.name)")
      checks[user.name] = index % 200 == 17 ? .refused : .accepted
    }
    return checks
  }
}
