import IdentityModel
import Reconciliation

extension BackendCapabilities {
  static let v2 = BackendCapabilities(
    name: "v2.0",
    updatesServices: false,
    updatesEndpoints: false
  )
  static let v3 = BackendCapabilities(name: "v3", updatesServices: true, updatesEndpoints: true)
}

extension Plan {
  /// The plan from one state to the other, as a run of the tool makes it.
  static func make(
    _ desired: DesiredState,
    _ live: LiveState,
    passwords: [Name: PasswordCheck] = [:],
    capabilities: BackendCapabilities = .v2,
    options: PlanOptions = .unlimited,
    caller: Caller? = nil
  ) throws(PlanError) -> Plan {
    let difference = Differ.difference(
      desired: desired,
      live: live,
      passwords: passwords,
      kinds: options.kinds
    )
    let planner = Planner(capabilities: capabilities, options: options, caller: caller)
    return try planner.plan(difference, desired: desired, live: live)
  }

  /// What the plan does, a line for each change: enough to tell changes apart in a test.
  var lines: [String] {
    changes.map { change in
      [
        change.action.mark, change.key.kind.rawValue, change.key.description,
        change.liveID.map { "id \($0)" }, change.reason?.rawValue,
      ].compactMap { $0 }.joined(separator: " ")
    }
  }
}

extension PlanOptions {
  /// Without pruning, and with no limit to what is absent or there twice.
  static let unlimited = PlanOptions(maximumDeletions: .max)
  static let pruning = PlanOptions(prunes: true, maximumDeletions: .max)
}
