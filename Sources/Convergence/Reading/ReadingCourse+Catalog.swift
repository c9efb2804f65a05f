import IdentityModel
import Reconciliation

/// What to ask because of the lists of services, endpoints and regions.
extension ReadingCourse {
  /// What to ask once one more list is there.
  mutating func questionsAboutCatalog(_ kind: ResourceKind, _ list: LiveState) -> [Question] {
    (kind == .service ? questionsAboutInterfaces() : [])
      + (kind == .endpoint ? questionsAboutRegions() : []) + questionsAboutLimits(beside: list)
  }

  /// What to ask where users may not see a declared endpoint as the list of endpoints has it: only
  /// where its service is live, so that a new cloud costs no request for it.
  private func questionsAboutInterfaces() -> [Question] {
    guard readsInterfaces, options.plan.kinds.contains(.endpoint) else { return [] }
    // What cannot be told from each other by name ends the plan, and not its reading.
    let desired = try? desired.namingServices(of: lists.live)
    let declared = Set((desired?.endpoints ?? []).map(\.service))
    return lists.live.services.contains { declared.contains($0.value.key) } ? [.interfaces] : []
  }

  /// What to ask once the regions are known that endpoints are in, where nobody has asked for all.
  private mutating func questionsAboutRegions() -> [Question] {
    let regions = RegionReading(desired, options)
    guard regions.isLooked, !regions.isNeeded else { return [] }
    let named = Set(lists.live.endpoints.compactMap(\.region))
    guard regions.declared.isSubset(of: named) else {
      missing.append(.region)
      return [.list(.region)]
    }
    lists.live.regions = named.sorted().map { Live(id: $0.text, Region(name: $0)) }
    return []
  }

  /// What to ask where the seed says nothing of limits, and a service or region goes that may have some:
  /// Keystone would leave them behind.
  private mutating func questionsAboutLimits(beside list: LiveState) -> [Question] {
    let absent = desired.absent
    guard asksForLimits,
      list.regions.contains(where: { absent.regions.contains($0.value.name.name) })
        || mayTakeAway(list.services)
    else { return [] }
    asksForLimits = false
    missing += LiveLists.limits
    return LiveLists.limits.map { .list($0) }
  }

  /// Whether any of the services is declared absent, or may be pruned.
  private func mayTakeAway(_ services: [Live<Service>]) -> Bool {
    let absent = desired.absent.services
    let keys = services.map(\.value.key)
    if !absent.isEmpty, keys.contains(where: { key in absent.contains { $0.matches(key) } }) {
      return true
    }
    guard options.plan.prunes, options.plan.kinds.contains(.service) else { return false }
    let declared = Set(desired.services.map(\.key))
    return !declared.isEmpty && !declared.isSuperset(of: keys)
  }
}
