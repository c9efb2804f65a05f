import IdentityModel
import Reconciliation
import TestSupport

/// A random cloud, with what an operator might ask for.
struct Scenario {
  let seed: Int
  let desired: DesiredState
  let capabilities: BackendCapabilities
  let options: PlanOptions
  var keystone: SimulatedKeystone
  var generator: SeededGenerator

  init(
    seed: Int,
    _ capabilities: BackendCapabilities,
    strangeness: RandomCloud.Strangeness = RandomCloud.Strangeness(),
    choosesKinds: Bool = false
  ) {
    var cloud = RandomCloud(seed: seed, strangeness: strangeness)
    if !capabilities.kinds.contains(.region) { cloud.forgetTrees() }
    self.seed = seed
    desired = cloud.desired
    self.capabilities = capabilities
    keystone = SimulatedKeystone(
      capabilities.groupsEndpoints ? cloud.live : cloud.live.separatingInterfaces,
      passwords: cloud.passwords,
      capabilities: capabilities
    )
    generator = cloud.generator
    let kinds = choosesKinds ? generator.some(ResourceKind.allCases, 50) : ResourceKind.allCases
    keystone.makesRegions = !kinds.contains(.region)
    options = PlanOptions(
      kinds: Set(kinds),
      prunes: generator.chance(40),
      maximumDeletions: .max
    )
  }

  /// The plan from what is live now; nil where it is refused.
  func plan() -> Plan? {
    do {
      return try Plan.make(
        desired,
        keystone.live,
        passwords: keystone.checks(of: desired.passwords),
        capabilities: capabilities,
        options: options
      )
    } catch {
      return nil
    }
  }

  /// A run of that plan on what is live now.
  func run(_ plan: Plan) -> SimulatedRun {
    SimulatedRun(
      plan,
      on: keystone.live,
      secrets: desired.passwords,
      capabilities: capabilities
    )
  }

  /// Carries a plan out in a random order.
  mutating func apply(_ plan: Plan) {
    var run = run(plan)
    for index in run.order(using: &generator) { run.perform(index, on: &keystone) }
  }

  /// Plans and applies until nothing is left, a few runs at most.
  mutating func finish() {
    for _ in 0..<3 {
      guard let plan = plan(), !plan.isEmpty else { return }
      apply(plan)
    }
  }

  /// Whether one run may not be enough: a password is checked only once its user is enabled, and
  /// Keystone takes the role away that came with the old one from a user whose default tenant changes.
  func mayNeedAnotherRun(after plan: Plan) -> Bool {
    plan.notes.contains { if case .passwordOfDisabledUser = $0 { true } else { false } }
      || desired.assignments.contains { $0.role == capabilities.defaultTenantRole?.name }
  }

  /// What the cloud comes to, a line for each object, without IDs and without what the seed leaves
  /// open.
  var outcome: [String: Int] {
    let live = keystone.live
    let services = Dictionary(live.services.map { ($0.id, "\($0.value.key)") }) { first, _ in first
    }
    var lines = live.regions.map { "region \($0.value.name) \($0.value.fields)" }
    lines += live.roles.map { "role \($0.value.name)" }
    lines += live.tenants.map { "tenant \($0.value.name) \($0.value.fields)" }
    lines += live.users.map { "user \($0.value.name) \($0.value.fields)" }
    lines += live.assignments.map { "assignment \($0)" }
    lines += live.services.map { "service \($0.value.key)" }
    lines += live.endpoints.map {
      let key = "\(services[$0.serviceID] ?? "gone") in \($0.region?.text ?? "")"
      return "endpoint \(key)" + ($0.interface.map { " \($0)" } ?? "")
    }
    return Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The lines of the outcome that the declared endpoints make, one for each row.
  var endpointLines: [String] {
    desired.endpoints.flatMap { capabilities.groupsEndpoints ? [$0] : $0.rows }.map { row in
      "endpoint \(row.key)" + (row.interface.map { " \($0)" } ?? "")
    }
  }

  /// How the outcomes of two runs differ.
  func difference(from other: Scenario) -> [String] {
    let (left, right) = (outcome, other.outcome)
    return Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }
      .map { "\(left[$0] ?? 0) instead of \(right[$0] ?? 0) of \($0)" }
  }
}
