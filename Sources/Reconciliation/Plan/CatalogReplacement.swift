import IdentityModel

/// Replaces what the backend cannot update, and leaves out what it cannot delete.
///
/// A service takes its endpoints with it when it is deleted, so replacing one moves all of them,
/// declared or not, and a service with an endpoint that the backend cannot make again stays.
struct CatalogReplacement {
  private let capabilities: BackendCapabilities
  private let rowsByService: [String: [LiveEndpoint]]
  private let serviceOfRow: [String: String]
  private let foreignRows: Set<String>
  /// The rows that no request can name, with their IDs as they may be shown.
  private let unreachableRows: [String: String]
  /// The IDs of the rows that v3 made and no list of endpoints shows, by their service.
  private let strayRows: [String: [String]]
  /// The IDs of the rows to be enabled, by the ID of the endpoint that they are listed as.
  private let hiddenRows: [String: [String]]

  init(live: LiveState, capabilities: BackendCapabilities) {
    self.capabilities = capabilities
    rowsByService = Dictionary(grouping: live.endpoints, by: \.serviceID)
    serviceOfRow = live.serviceOfRow
    unreachableRows = live.unreachableRows
    strayRows = Dictionary(grouping: live.strayInterfaces, by: \.serviceID).mapValues {
      $0.map(\.id)
    }
    let foreign = live.endpoints.filter { !$0.isManageable }
    foreignRows = Set(foreign.map(\.id))
    let hidden = foreign.map { ($0.id, $0.hiddenRows.values.joined().sorted()) }
    hiddenRows = Dictionary(hidden.filter { !$0.1.isEmpty }) { first, _ in first }
  }

  func apply(to changes: [Change]) -> (changes: [Change], notes: [PlanNote]) {
    var kept: [Change] = []
    kept.reserveCapacity(changes.count)
    var notes: [PlanNote] = []
    for change in changes {
      let (change, disabled) = withoutEnabling(change)
      notes += disabled
      guard let change else { continue }
      let obstacle = obstacle(to: change)
      if let obstacle { notes.append(obstacle) } else { kept.append(change) }
      if let note = enabling(change, despite: obstacle) { notes.append(note) }
    }
    let services = kept.filter(isServiceReplacement)
    let moves = moves(off: services, beside: kept)
    let replacedServices = Set(services.compactMap(\.liveID))
    // In place: of a large plan each copy is what takes memory to its peak.
    for index in kept.indices where kept[index].isOfCatalog {
      kept[index] = moving(kept[index], off: replacedServices)
    }
    kept += moves
    return (kept, notes)
  }

  // MARK: What cannot be done

  /// What is left of a change where the backend cannot make users see a row again.
  ///
  /// A new endpoint would do, a new service would not: it would take all endpoints along, for one
  /// bit that somebody else has set on purpose. One that is replaced anyway is seen again.
  private func withoutEnabling(_ change: Change) -> (Change?, [PlanNote]) {
    guard change.action == .update, change.sets(.enabled), let id = change.liveID else {
      return (change, [])
    }
    switch change.kind {
    case .endpoint where foreignRows.contains(id): break
    case .service where !capabilities.updatesServices && change.fields.count == 1: break
    default: return (change, [])
    }
    let notes = (hiddenRows[id] ?? [id]).map { PlanNote.disabled(change.key, id: $0) }
    return (change.leavingHidden, notes)
  }

  /// What becomes of a disabled service that differs in something else as well.
  ///
  /// Whoever has disabled it may have meant it, and the new one is not.
  private func enabling(_ change: Change, despite obstacle: PlanNote?) -> PlanNote? {
    guard isServiceReplacement(change), change.sets(.enabled), let id = change.liveID else {
      return nil
    }
    return switch obstacle {
    case nil: .enabledByReplacement(change.key, id: id)
    case .pinned: .disabled(change.key, id: id)
    // v3 cannot enable what no request can name either.
    default: nil
    }
  }

  private func obstacle(to change: Change) -> PlanNote? {
    guard let id = change.liveID else { return nil }
    if let shown = unreachableRows[id] { return .unreachable(change.key, id: shown) }
    switch change.kind {
    case .endpoint:
      return foreignRows.contains(id) ? .unmanageable(change.key, id: id) : nil
    case .service:
      let deletesRow = change.action == .delete || isServiceReplacement(change)
      guard deletesRow else { return nil }
      let rows = (rowsByService[id] ?? []).filter {
        !$0.isManageable || unreachableRows[$0.id] != nil
      }
      // Beside a duplicate it may as well be a row that another run is just making.
      let strays = change.reason == .duplicate ? [] : strayRows[id] ?? []
      let pinning = (rows.map(\.id) + strays).min()
      return pinning.map { .pinned(change.key, byEndpoint: $0) }
    default:
      return nil
    }
  }

  // MARK: What is replaced

  private func isServiceReplacement(_ change: Change) -> Bool {
    change.kind == .service && change.action == .update && !capabilities.updatesServices
  }

  /// The change as a replacement where the backend has no update, and off a service that is
  /// replaced.
  private func moving(_ change: Change, off replacedServices: Set<String>) -> Change {
    switch change {
    case .update(let service, let row, let fields)
    where change.kind == .service && !capabilities.updatesServices:
      return .replace(service, row: row, fields: fields)
    case .update(.endpoint(let endpoint), let row, let fields):
      let moved = endpoint.moved(off: replacedServices)
      return moved == endpoint && capabilities.updatesEndpoints
        ? change : .replace(.endpoint(moved), row: row, fields: fields)
    case .replace(.endpoint(let endpoint), let row, let fields, let reason):
      let moved = endpoint.moved(off: replacedServices)
      if capabilities.updatesEndpoints, reason == .movesFromDuplicate,
        let change = movingInPlace(moved, row, fields)
      {
        return change
      }
      return .replace(.endpoint(moved), row: row, fields: fields, because: reason)
    case .create(.endpoint(let endpoint)):
      return .create(.endpoint(endpoint.moved(off: replacedServices)))
    case .create, .update, .replace, .delete:
      return change
    }
  }

  /// The row with another service, where that is live and the row keeps its ID.
  private func movingInPlace(
    _ endpoint: EndpointRow,
    _ row: String,
    _ fields: [FieldChange]
  ) -> Change? {
    guard case .live(let new) = endpoint.service, let old = serviceOfRow[row] else { return nil }
    let fields = (fields + [.service(from: old, to: new)]).inFieldOrder
    return .update(.endpoint(endpoint), row: row, fields: fields)
  }

  private func moves(off services: [Change], beside planned: [Change]) -> [Change] {
    guard !services.isEmpty else { return [] }
    let catalog = planned.lazy.filter(\.isOfCatalog)
    let plannedRows = Set(catalog.compactMap(\.liveID))
    let made = Set(catalog.filter { $0.action != .delete }.map(\.key))
    return services.flatMap { change -> [Change] in
      guard case .service(let service) = change.key, let id = change.liveID else { return [] }
      let rows = (rowsByService[id] ?? []).filter { !plannedRows.contains($0.id) }
      let byKey = Dictionary(grouping: rows) { row in
        EndpointKey(service: service, region: row.region ?? "", interface: row.interface)
      }
      return byKey.flatMap { key, rows in
        let isMade = made.contains(.endpoint(key))
        return Change.moving(rows, key, to: .made, because: .movesWithService, isThere: isMade)
      }
    }
  }
}

extension Change {
  fileprivate var isOfCatalog: Bool { kind == .service || kind == .endpoint }

  /// What is left of the update of a row that stays hidden; nil where nothing is.
  fileprivate var leavingHidden: Change? {
    guard case .update(let resource, let row, let fields) = self else { return self }
    let rest = fields.filter { $0.field != .enabled }
    return rest.isEmpty ? nil : .update(resource.hidden, row: row, fields: rest)
  }
}

extension AnyResource {
  /// The same service or endpoint as the catalog does not show it.
  fileprivate var hidden: AnyResource {
    switch self {
    case .service(var service):
      service.isShown = false
      return .service(service)
    case .endpoint(var row):
      row.endpoint.isShown = false
      return .endpoint(row)
    case .named, .implication, .membership, .assignment, .limit:
      return self
    }
  }
}

extension EndpointRow {
  /// The row on the service that takes the place of the one that it is to hang on, if one does.
  fileprivate func moved(off replacedServices: Set<String>) -> EndpointRow {
    guard case .live(let id) = service, replacedServices.contains(id) else { return self }
    var row = self
    row.service = .made
    return row
  }
}
