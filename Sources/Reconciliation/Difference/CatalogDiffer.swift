import IdentityModel

/// Compares services and endpoints, of which Keystone keeps no name unique: whatever is declared
/// may be live any number of times.
///
/// One row survives, the same one whoever looks, so that runs that race agree on it. The seed's
/// silence about an endpoint of a declared service is kept even where the service's row has to go:
/// such an endpoint moves.
struct CatalogDiffer {
  let desired: DesiredState
  let live: LiveState
  let services: ServiceSurvivors
  /// The declared endpoints, as many of each as the backend has rows for it.
  let declaredEndpoints: [Endpoint]
  let endpoints: [EndpointKey: [LiveEndpoint]]
  /// Whether a row of the endpoint table may go over to another service.
  ///
  /// One that holds all interfaces is made and deleted as a whole.
  let movesRows: Bool
  /// How many rows there are of somebody else's services that are there several times: which of them is
  /// meant would be a guess.
  let ambiguous: [ServiceKey: Int]

  /// Makes a differ.
  ///
  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - live: What Keystone holds.
  ///   - groupsEndpoints: Whether all interfaces of an endpoint are one row. That has to be known
  ///     before rows are compared: which of two such rows stays is a matter of all its URLs.
  init(desired: DesiredState, live: LiveState, groupsEndpoints: Bool) {
    self.desired = desired
    self.live = live
    movesRows = !groupsEndpoints
    declaredEndpoints =
      groupsEndpoints ? desired.endpoints : desired.endpoints.flatMap(\.rows)
    let services = ServiceSurvivors(desired: desired.services, live: live.services)
    self.services = services
    endpoints = Dictionary(grouping: live.endpoints) { services.key(of: $0) }
    let others = live.services.map(\.value.key).filter { desired.existing.contains(.service($0)) }
    ambiguous = Dictionary(grouping: others) { $0 }.mapValues(\.count).filter { $0.value > 1 }
  }

  func append(
    to difference: inout Difference,
    kinds: Set<ResourceKind>,
    scope: PlanScope = .everything
  ) {
    func isLookedAt(_ key: ResourceKey) -> Bool { kinds.contains(key.kind) && scope.contains(key) }
    var found = Difference()
    compareServices(into: &found)
    compareDeclaredEndpoints(into: &found)
    compareOtherEndpoints(into: &found)
    difference.notes += found.notes.filter { $0.isAbout(kinds) && $0.isAbout(scope) }
    if kinds.contains(.service) {
      difference.missing += found.missing.filter { scope.contains($0.key) }
      difference.renameConflicts += renameConflicts.filter { scope.contains($0.new) }
    }
    if kinds.contains(.endpoint) {
      difference.notes += (strayNotes + unknownNotes).filter { $0.isAbout(scope) }
    }
    let deletions = found.changes.filter { $0.deletesService && isLookedAt($0.key) }
    let deleted = keysOfEndpointsOnServices(deletedBy: deletions)
    difference.changes += found.changes.filter { isLookedAt($0.key) || deleted.contains($0.key) }
    difference.unmanaged += found.unmanaged.filter { isLookedAt($0.key) }
  }

  /// The endpoints that a deletion of their service takes along, so that they belong to it even
  /// where endpoints are not looked at.
  private func keysOfEndpointsOnServices(deletedBy changes: [Change]) -> Set<ResourceKey> {
    let deleted = Set(changes.compactMap(\.liveID))
    let rows = live.endpoints.filter { deleted.contains($0.serviceID) }
    return Set(rows.map { .endpoint(services.key(of: $0)) })
  }

  /// Whether a row can go over to another service.
  func isMovable(_ row: LiveEndpoint) -> Bool {
    movesRows && row.isManageable && live.unreachableRows[row.id] == nil
  }

  // MARK: What the seed says of a key

  func isSomebodyElses(_ key: ServiceKey) -> Bool {
    desired.existing.contains(.service(key))
  }

  func isAbsent(_ key: ServiceKey) -> Bool {
    desired.absent.services.contains(ServicePattern(name: key.name))
      || desired.absent.services.contains(ServicePattern(name: key.name, type: key.type))
  }
}

extension PlanNote {
  /// Whether it says that a row of one of these kinds cannot be named.
  fileprivate func isAbout(_ kinds: Set<ResourceKind>) -> Bool {
    guard case .unreachable(let key, _) = self else { return true }
    return kinds.contains(key.kind)
  }
}

extension Change {
  fileprivate var deletesService: Bool { action == .delete && key.kind == .service }
}

extension ServiceReference {
  /// The live service of that ID; where there is none, the one that is made.
  init(_ id: String?) { self = id.map { .live($0) } ?? .made }
}

extension FieldChange {
  /// The catalog shows what it did not, or the other way round.
  static func showing(_ isShown: Bool) -> FieldChange {
    FieldChange(.enabled, from: .flag(!isShown), to: .flag(isShown))
  }

  /// A row of the endpoint table goes from one service to another, by their IDs.
  static func service(from old: String, to new: String) -> FieldChange {
    FieldChange(.service, from: .text(old), to: .text(new))
  }
}
