import IdentityModel

/// Compares services and endpoints, of which Keystone keeps no name unique: whatever is declared
/// may be live any number of times.
///
/// One row survives, the same one whoever looks, so that runs that race agree on it. The seed's
/// silence about an endpoint of a declared service is kept even where the service's row has to go:
/// such an endpoint moves.
struct CatalogDiffer {
  private let desired: DesiredState
  private let live: LiveState
  private let services: ServiceSurvivors
  /// The declared endpoints, as many of each as the backend has rows for it.
  private let declaredEndpoints: [Endpoint]
  private let endpoints: [EndpointKey: [LiveEndpoint]]
  /// How many rows there are of somebody else's services that are there several times: which of them is
  /// meant would be a guess.
  private let ambiguous: [ServiceKey: Int]

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
      difference.missing += found.missing.filter { $0.key.map(scope.contains) == true }
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

  // MARK: Services

  private func compareServices(into difference: inout Difference) {
    for service in desired.services {
      guard let survivor = services.survivor(of: service.key) else {
        guard !isSomebodyElses(service.key) else {
          let keys = live.services.map(\.value.key.description)
          let key = ResourceKey.service(service.key)
          difference.missing.append(MissingObject(.object(key), among: keys))
          continue
        }
        difference.changes.append(.create(.service(service)))
        continue
      }
      if let shown = live.unreachableRows[survivor.id] {
        difference.notes.append(.unreachable(.service(service.key), id: shown))
        continue
      }
      guard !isSomebodyElses(service.key) else {
        if let count = ambiguous[service.key] {
          difference.notes.append(.ambiguous(.service(service.key), count: count))
        }
        continue
      }
      var fields = FieldChange.between(desired: service.fields, live: survivor.value.fields)
      fields += renaming(to: service.key)
      if !survivor.value.isShown { fields.append(.showing) }
      guard !fields.isEmpty else { continue }
      difference.changes.append(
        .update(
          .service(service.over(survivor.value)),
          row: survivor.id,
          fields: fields.inFieldOrder
        )
      )
    }
    for row in live.services where !services.isSurvivor(row) {
      let key = ResourceKey.service(row.value.key)
      if isSomebodyElses(row.value.key) {
        continue
      } else if services.isDeclared(row.value.key) {
        difference.changes.append(.delete(key, row: row.id, because: .duplicate))
      } else if isAbsent(row.value.key) {
        difference.changes.append(.delete(key, row: row.id, because: .declaredAbsent))
      } else {
        difference.unmanaged.append(.delete(key, row: row.id, because: .unmanaged))
      }
    }
  }

  private func isAbsent(_ key: ServiceKey) -> Bool {
    desired.absent.services.contains(ServicePattern(name: key.name))
      || desired.absent.services.contains(ServicePattern(name: key.name, type: key.type))
  }

  // MARK: Endpoints that the seed declares

  private func compareDeclaredEndpoints(into difference: inout Difference) {
    let several = Dictionary(grouping: declaredEndpoints, by: \.key).filter { $0.value.count > 1 }
    var compared: Set<EndpointKey> = []
    for endpoint in declaredEndpoints where ambiguous[endpoint.service] == nil {
      if let all = several[endpoint.key] {
        guard compared.insert(endpoint.key).inserted else { continue }
        compareSeveral(all, endpoint.key, into: &difference)
        continue
      }
      let rows = endpoints[endpoint.key] ?? []
      let keeper = services.survivor(of: endpoint.service)?.id
      let survivor = EndpointSurvivor(of: endpoint, among: rows, onService: keeper)
      if let row = survivor.row {
        appendUpdate(of: row, to: endpoint, into: &difference)
      } else {
        difference.changes.append(creation(of: endpoint, on: keeper, like: survivor.model))
      }
      for row in rows where row.id != survivor.row?.id {
        difference.changes.append(.deletion(of: row, endpoint.key, because: .duplicate))
      }
    }
  }

  /// Compares the rows of one interface that is to have several: those that fit stay, others become
  /// what is lacking, and what is left over goes.
  private func compareSeveral(
    _ declared: [Endpoint],
    _ key: EndpointKey,
    into difference: inout Difference
  ) {
    let keeper = services.survivor(of: key.service)?.id
    var free = endpoints[key] ?? []
    var lacking: [Endpoint] = []
    for endpoint in declared {
      let fitting = free.filter {
        FieldChange.between(desired: endpoint.fields, live: $0.fields).isEmpty
      }
      let survivor = EndpointSurvivor(of: endpoint, among: fitting, onService: keeper)
      guard let row = survivor.row else {
        lacking.append(endpoint)
        continue
      }
      free.removeAll { $0.id == row.id }
      appendUpdate(of: row, to: endpoint, into: &difference)
    }
    for endpoint in lacking {
      let survivor = EndpointSurvivor(of: endpoint, among: free, onService: keeper)
      guard let row = survivor.row else {
        difference.changes.append(creation(of: endpoint, on: keeper, like: nil))
        continue
      }
      free.removeAll { $0.id == row.id }
      appendUpdate(of: row, to: endpoint, into: &difference)
    }
    difference.changes += free.map { .deletion(of: $0, key, because: .duplicate) }
  }

  private func appendUpdate(
    of row: LiveEndpoint,
    to endpoint: Endpoint,
    into difference: inout Difference
  ) {
    if let shown = live.unreachableRows[row.id] {
      difference.notes.append(.unreachable(.endpoint(endpoint.key), id: shown))
      return
    }
    var fields = FieldChange.between(desired: endpoint.fields, live: row.fields)
    if !row.shows(endpoint) { fields.append(.showing) }
    guard !fields.isEmpty else { return }
    var goal = endpoint.urls(over: row)
    goal.isShown = row.isShown || fields.contains(.showing)
    difference.changes.append(
      .update(
        .endpoint(EndpointRow(goal, on: .live(row.serviceID))),
        row: row.id,
        fields: fields.inFieldOrder
      )
    )
  }

  /// A new row, with the URLs that an old one on a duplicate of its service has and the seed leaves
  /// alone.
  private func creation(
    of endpoint: Endpoint,
    on serviceID: String?,
    like old: LiveEndpoint?
  ) -> Change {
    let service = ServiceReference(serviceID)
    guard let old else { return .create(.endpoint(EndpointRow(endpoint, on: service))) }
    let all = endpoint.urls(over: old)
    let carried = Set(all.interfaces).subtracting(endpoint.interfaces)
    return .create(.endpoint(EndpointRow(all, on: service, carried: Set(carried.map(\.field)))))
  }

  /// The interfaces beside a declared endpoint that no list of endpoints shows, and of which a
  /// catalog may show one in place of the seed's.
  private var strayNotes: [PlanNote] {
    let declared = Dictionary(desired.endpoints.map { ($0.key, $0) }) { first, _ in first }
    return live.strayInterfaces.compactMap { row in
      let key = services.key(ofService: row.serviceID, in: row.region)
      guard row.isShown, let url = declared[key]?.url(of: row.interface),
        !url.isEquivalent(to: row.url)
      else { return nil }
      return .strayInterface(key, row.interface, id: row.id, url: row.url)
    }
  }

  /// The declared endpoints of live services of which nobody tells what v3 alone knows.
  private var unknownNotes: [PlanNote] {
    guard let unknown = live.unknownInterfaces else { return [] }
    let asked = Set(
      live.services.filter { unknown.covers(serviceID: $0.id) }.map(\.value.key)
    )
    let keys = desired.endpoints.map(\.key).filter { asked.contains($0.service) }
    return keys.isEmpty ? [] : [.interfacesUnknown(keys.sorted(), unknown.reason)]
  }

  // MARK: Services of others, and renamed ones

  private func isSomebodyElses(_ key: ServiceKey) -> Bool {
    desired.existing.contains(.service(key))
  }

  private func renaming(to key: ServiceKey) -> [FieldChange] {
    guard case .service(let old) = live.renamed[.service(key)] else { return [] }
    return [
      FieldChange(.name, from: .text(old.name.text), to: .text(key.name.text)),
      FieldChange(.type, from: .text(old.type.text), to: .text(key.type.text)),
    ].filter { $0.from != $0.to }
  }

  private var renameConflicts: [RenameConflict] {
    let former = desired.former.filter { $0.key.kind == .service }
    return RenameConflict.find(
      former,
      among: former.isEmpty ? [] : live.services.map(\.value.resourceKey)
    )
  }

  // MARK: Endpoints that the seed does not declare

  private func compareOtherEndpoints(into difference: inout Difference) {
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

extension ServiceReference {
  /// The live service of that ID; where there is none, the one that is made.
  fileprivate init(_ id: String?) { self = id.map { .live($0) } ?? .made }
}

extension Service {
  /// A row that holds what the seed declares, and the live row's description where it does not.
  fileprivate func over(_ row: Service) -> Service {
    Service(type: type, name: name, description: description ?? row.description)
  }
}

extension FieldChange {
  /// What is declared is declared to be seen.
  fileprivate static let showing = FieldChange(.enabled, from: .flag(false), to: .flag(true))
}

extension LiveEndpoint {
  /// Whether users see all that the seed declares of it.
  fileprivate func shows(_ endpoint: Endpoint) -> Bool {
    isShown && endpoint.interfaces.allSatisfy { hiddenRows[$0] == nil }
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
