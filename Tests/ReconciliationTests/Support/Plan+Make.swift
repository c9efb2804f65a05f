import IdentityModel
import Reconciliation
import Testing

extension BackendCapabilities {
  /// It replaces what it cannot update, shows three URLs as one row, and makes things by itself.
  static let v2 = BackendCapabilities(
    name: "v2.0",
    kinds: Set(ResourceKind.allCases).subtracting([.region, .registeredLimit, .limit]),
    updatesServices: false,
    updatesEndpoints: false,
    groupsEndpoints: true,
    endpointsMakeRegions: true,
    listsGrants: false,
    defaultTenantRole: BackendCapabilities.DefaultTenantRole(
      name: Role.memberName,
      id: SimulatedKeystone.memberID
    )
  )
  /// It updates in place, knows each interface, and makes nothing that it is not asked for.
  static let v3 = BackendCapabilities(
    name: "v3",
    updatesServices: true,
    updatesEndpoints: true,
    groupsEndpoints: false,
    endpointsMakeRegions: false,
    listsGrants: true,
    defaultTenantRole: nil
  )
  static let both = [v2, v3]
}

extension BackendCapabilities: CustomTestStringConvertible {
  /// What a test calls it.
  public var testDescription: String { name }
}

extension Plan {
  /// The plan from one state to the other, as a run of the tool makes it; where the backend has a row
  /// for each interface, so has the live state.
  static func make(
    _ desired: DesiredState,
    _ live: LiveState,
    passwords: [QualifiedName: PasswordCheck] = [:],
    capabilities: BackendCapabilities = .v2,
    options: PlanOptions = .unlimited,
    caller: Caller? = nil
  ) throws(PlanError) -> Plan {
    let live = capabilities.groupsEndpoints ? live : live.separatingInterfaces
    var options = options
    options.kinds.formIntersection(capabilities.kinds)
    let difference = Differ.difference(
      desired: desired,
      live: live,
      passwords: passwords,
      kinds: options.kinds,
      memberRole: capabilities.defaultTenantRole?.name,
      groupsEndpoints: capabilities.groupsEndpoints
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
