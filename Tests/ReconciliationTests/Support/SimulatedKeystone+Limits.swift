import IdentityModel
import Reconciliation

extension SimulatedKeystone {
  mutating func createLimit(_ limit: Limit, _ change: Change, on serviceID: String?) {
    guard let serviceID, live.services.contains(where: { $0.id == serviceID }) else {
      return refuse("a limit without its service", change)
    }
    let row = LiveLimit(
      id: nextID(),
      serviceID: serviceID,
      region: limit.key.region == "" ? nil : limit.key.region,
      resource: limit.key.resource,
      holderID: holderID(of: limit.key.holder),
      value: limit.value
    )
    guard (row.holderID == nil) == (limit.key.holder == nil) else {
      return refuse("a limit of nobody", change)
    }
    guard row.holderID == nil || live.limits.contains(where: { row.isOwn(for: $0) }) else {
      return refuse("403: a limit that is not registered", change)
    }
    guard !live.limits.contains(where: { $0.isSame(as: row) }) else {
      return refuse("409: a limit that is there", change)
    }
    live.limits.append(row)
  }

  mutating func updateLimit(_ limit: Limit, _ change: Change) {
    guard let index = live.limits.firstIndex(where: { $0.id == change.liveID }) else {
      return refuse("no such row", change)
    }
    let row = live.limits[index]
    refuseWhileOthersHaveTheirOwn(row, change)
    live.limits[index] = LiveLimit(
      id: row.id,
      serviceID: row.serviceID,
      region: row.region,
      resource: row.resource,
      holderID: row.holderID,
      value: limit.value
    )
  }

  mutating func deleteLimit(_ change: Change) {
    guard let row = live.limits.first(where: { $0.id == change.liveID }) else { return }
    refuseWhileOthersHaveTheirOwn(row, change)
    live.limits.removeAll { $0.id == row.id }
  }

  private mutating func refuseWhileOthersHaveTheirOwn(_ row: LiveLimit, _ change: Change) {
    guard live.limits.contains(where: { $0.isOwn(for: row) }) else { return }
    refuse("403: somebody has a limit of its own", change)
  }

  private func holderID(of holder: LimitHolder?) -> LiveLimit.HolderID? {
    switch holder {
    case .tenant(let name): live.tenants.first { $0.value.name == name }.map { .tenant($0.id) }
    case .domain(let name):
      live.domains.first { $0.value.name == QualifiedName(name) }.map { .domain($0.id) }
    case nil: nil
    }
  }
}

extension LiveLimit {
  fileprivate func isSame(as other: LiveLimit) -> Bool {
    serviceID == other.serviceID && region == other.region && resource == other.resource
      && holderID == other.holderID
  }
}
