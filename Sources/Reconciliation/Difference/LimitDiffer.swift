import IdentityModel

/// Compares limits, those registered for all and those of tenants and domains.
///
/// They are given: of those that the seed does not name, only those of a service, tenant or domain whose
/// `limits` it declares are unmanaged. What is in a region, or of a service, that must not be there goes
/// before it: Keystone would leave it behind, naming what is gone.
struct LimitDiffer {
  let desired: DesiredState
  let live: LiveState
  private let services: ServiceSurvivors
  private let rows: [LimitKey: [LiveLimit]]

  init(desired: DesiredState, live: LiveState) {
    self.desired = desired
    self.live = live
    services = ServiceSurvivors(desired: desired.services, live: live.services)
    let names = LimitNames(live)
    rows = Dictionary(grouping: live.limits) { names.key(of: $0) }
  }

  func append(to difference: inout Difference) {
    guard !desired.limits.isEmpty || !live.limits.isEmpty else { return }
    for limit in desired.limits where isReachable(limit.key) {
      compare(limit, with: rows[limit.key] ?? [], into: &difference)
    }
    let declared = Set(desired.limits.map(\.key))
    for (key, rows) in rows where !declared.contains(key) {
      if isAbsent(key) {
        difference.changes += rows.map { .deletion(of: $0, key, because: .declaredAbsent) }
      } else if desired.declaresAll(like: key), !goesWithItsHolder(key) {
        difference.unmanaged += rows.map { .deletion(of: $0, key, because: .unmanaged) }
      }
    }
  }

  /// Has the row of the service that stays hold what is declared, and takes others away.
  private func compare(_ limit: Limit, with rows: [LiveLimit], into difference: inout Difference) {
    let serviceID = services.survivor(of: limit.key.service)?.id
    let row = rows.first { $0.serviceID == serviceID }
    if let row {
      let fields = FieldChange.between(desired: limit.fields, live: row.fields)
      if !fields.isEmpty {
        let goal = LimitRow(limit, on: .live(row.serviceID))
        difference.changes.append(.update(.limit(goal), row: row.id, fields: fields))
      }
    } else {
      difference.changes.append(.create(.limit(LimitRow(limit, on: ServiceReference(serviceID)))))
    }
    for other in rows where other.id != row?.id {
      difference.changes.append(.deletion(of: other, limit.key, because: .duplicate))
    }
  }

  /// Whether requests can name what it is of; where not, or where several services may be meant, a note
  /// says so of that.
  private func isReachable(_ key: LimitKey) -> Bool {
    guard key.parts.allSatisfy({ live.unreachable[$0] == nil }) else { return false }
    if let id = services.survivor(of: key.service)?.id, live.unreachableRows[id] != nil {
      return false
    }
    return !desired.existing.contains(.service(key.service))
      || live.services.count { $0.value.key == key.service } < 2
  }

  private func isAbsent(_ key: LimitKey) -> Bool {
    desired.absent.limits.contains { $0.matches(key) }
      || (key.region != "" && desired.absent.regions.contains(key.region))
      || desired.absent.services.contains { $0.matches(key.service) }
  }

  /// Whether whoever has it is declared absent, and takes it along.
  private func goesWithItsHolder(_ key: LimitKey) -> Bool {
    switch key.holder {
    case .tenant(let name): desired.absent.tenants.contains(name)
    case .domain(let name): desired.absent.domains.contains(QualifiedName(name))
    case nil: false
    }
  }
}

extension Change {
  /// Takes a limit away.
  static func deletion(
    of row: LiveLimit,
    _ key: LimitKey,
    because reason: ChangeReason
  ) -> Change {
    .delete(.limit(key), row: row.id, because: reason)
  }
}
