import IdentityModel

extension CatalogDiffer {
  /// Compares the endpoints that the seed does not declare: they stay, move or go.
  func compareOtherEndpoints(into difference: inout Difference) {
    let declared = Set(declaredEndpoints.map(\.key))
    for (key, rows) in endpoints where !declared.contains(key) {
      if isAbsent(key) {
        difference.changes += rows.map { .deletion(of: $0, key, because: .declaredAbsent) }
        continue
      }
      // Of several rows of somebody else's service, each has what it has.
      let keeper = isSomebodyElses(key.service) ? nil : services.survivor(of: key.service)?.id
      let staying = rows.filter { keeper == nil || $0.serviceID == keeper }
      difference.changes += staying.compactMap { withoutAbsentInterfaces($0, key) }
      difference.unmanaged += staying.map { .deletion(of: $0, key, because: .unmanaged) }
      let leaving = rows.filter { keeper != nil && $0.serviceID != keeper }
      let isSeen = leaving.contains(where: \.isShown)
      difference.changes += Change.moving(
        leaving,
        key,
        to: ServiceReference(keeper),
        because: .movesFromDuplicate,
        isThere: staying.contains { $0.isShown || !isSeen }
      )
    }
  }

  /// Takes from a row of all interfaces those that must be absent; nil where it has none of them.
  private func withoutAbsentInterfaces(_ row: LiveEndpoint, _ key: EndpointKey) -> Change? {
    let absent = absentInterfaces(of: row, key)
    guard !absent.isEmpty else { return nil }
    var goal = Endpoint(row, key)
    for interface in absent { goal.set(nil, of: interface) }
    guard !goal.interfaces.isEmpty else {
      return .deletion(of: row, key, because: .declaredAbsent)
    }
    return .update(
      .endpoint(EndpointRow(goal, on: .live(row.serviceID))),
      row: row.id,
      fields: absent.map { .removal(of: $0, from: row) }
    )
  }

  /// The interfaces that must be absent of those that a row holds beside others.
  func absentInterfaces(of row: LiveEndpoint, _ key: EndpointKey) -> [EndpointInterface] {
    guard key.interface == nil, !desired.absent.endpoints.isEmpty else { return [] }
    let absent = desired.absent.interfaces(of: key)
    return row.interfaces.filter { absent.contains($0) }
  }

  private func isAbsent(_ key: EndpointKey) -> Bool {
    isAbsent(key.service) || desired.absent.regions.contains(key.region)
      || desired.absent.endpoints.contains { $0.matches(key) }
  }
}

extension FieldChange {
  /// An interface has no URL any more.
  static func removal(of interface: EndpointInterface, from row: LiveEndpoint) -> FieldChange {
    FieldChange(interface.field, from: row.url(of: interface).map { .template($0) }, to: nil)
  }
}
