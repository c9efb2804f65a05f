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

  private func isAbsent(_ key: EndpointKey) -> Bool {
    isAbsent(key.service) || desired.absent.regions.contains(key.region)
      || desired.absent.endpoints.contains { $0.matches(key) }
  }
}
