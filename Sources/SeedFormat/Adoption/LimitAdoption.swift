internal import IdentityModel

/// What a seed can say of the limits of a live cloud.
struct LimitAdoption {
  private(set) var limits: [Limit] = []
  private(set) var remarks: [AdoptionRemark] = []

  private let names: LimitNames
  private let services: Set<ServiceKey>
  private let regions: Set<Name>
  private let tenants: Set<QualifiedName>
  private let domains: Set<Name>

  /// Adopts limits.
  ///
  /// - Parameters:
  ///   - live: What the cloud holds.
  ///   - desired: What a seed can say of all else.
  init(_ live: LiveState, beside desired: DesiredState) {
    names = LimitNames(live)
    services = Set(desired.services.map(\.key))
    regions = desired.regionNames.union(desired.endpoints.map(\.region)).union([""])
    tenants = Set(desired.tenants.map(\.name))
    domains = Set(desired.domains.map(\.name.name)).union([Domain.defaultName.name])
    let rows = live.limits.map { (names.key(of: $0), $0) }.sorted { $0.0 < $1.0 }
    adopt(rows.filter { $0.0.holder == nil })
    adopt(rows.filter { $0.0.holder != nil })
  }

  private mutating func adopt(_ rows: [(LimitKey, LiveLimit)]) {
    let registered = Set(limits.map(\.key))
    for (key, row) in rows {
      var rule = NameAdoption(rule: .resource, place: .asKey)
      if let reason = rule.refusal(of: key.resource) {
        leaveOut(key, row, reason, liveIDs: [row.id])
      } else if let reason = refusal(of: key, row, registered) {
        // What it goes with may be there, and not have been looked at.
        leaveOut(key, row, reason, liveIDs: [])
      } else {
        limits.append(Limit(key, value: row.value))
      }
    }
  }

  private mutating func leaveOut(
    _ key: LimitKey,
    _ row: LiveLimit,
    _ reason: String,
    liveIDs: [String]
  ) {
    let remark = AdoptionRemark(
      .leftOut,
      ResourceKey.limit(key).kind,
      key.description,
      reason,
      rows: ["id \(row.id)"],
      liveIDs: liveIDs
    )
    remarks.append(remark)
  }

  private func refusal(
    of key: LimitKey,
    _ row: LiveLimit,
    _ registered: Set<LimitKey>
  ) -> String? {
    guard names.service(of: row) != nil else { return "is of a service that is gone" }
    guard services.contains(key.service) else { return "goes with a service that is left out" }
    guard regions.contains(key.region) else {
      return "is in a region that is gone or left out"
    }
    if let holder = key.holder {
      guard names.holder(of: row) != nil, isDeclared(holder) else {
        return "goes with a \(holder.key.kind.rawValue) that is left out"
      }
      guard registered.contains(key.registered) else {
        return "needs a registered one that is left out"
      }
    }
    return nil
  }

  private func isDeclared(_ holder: LimitHolder) -> Bool {
    switch holder {
    case .tenant(let name): tenants.contains(name)
    case .domain(let name): domains.contains(name)
    }
  }
}
