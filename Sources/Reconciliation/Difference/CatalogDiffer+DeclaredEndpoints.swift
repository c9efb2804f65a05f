import IdentityModel

extension CatalogDiffer {
  /// Compares the endpoints that the seed declares, row by row.
  func compareDeclaredEndpoints(into difference: inout Difference) {
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
      let staying = survivor.row(movingWhere: isMovable)
      if let staying {
        appendUpdate(of: staying, to: endpoint, on: keeper, into: &difference)
      } else {
        difference.changes.append(creation(of: endpoint, on: keeper, like: survivor.model))
      }
      for row in rows where row.id != staying?.id {
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
      appendUpdate(of: row, to: endpoint, on: keeper, into: &difference)
    }
    for endpoint in lacking {
      let survivor = EndpointSurvivor(of: endpoint, among: free, onService: keeper)
      guard let row = survivor.row(movingWhere: isMovable) else {
        difference.changes.append(creation(of: endpoint, on: keeper, like: nil))
        continue
      }
      free.removeAll { $0.id == row.id }
      appendUpdate(of: row, to: endpoint, on: keeper, into: &difference)
    }
    difference.changes += free.map { .deletion(of: $0, key, because: .duplicate) }
  }

  /// Has a row hold what is declared, on the service that stays.
  private func appendUpdate(
    of row: LiveEndpoint,
    to endpoint: Endpoint,
    on keeper: String?,
    into difference: inout Difference
  ) {
    if let shown = live.unreachableRows[row.id] {
      difference.notes.append(.unreachable(.endpoint(endpoint.key), id: shown))
      return
    }
    var fields = FieldChange.between(desired: endpoint.fields, live: row.fields)
    let absent = absentInterfaces(of: row, endpoint.key)
    fields += absent.map { .removal(of: $0, from: row) }
    if !row.isShown(as: endpoint) { fields.append(.showing(endpoint.isShown)) }
    let service = keeper ?? row.serviceID
    if service != row.serviceID { fields.append(.service(from: row.serviceID, to: service)) }
    guard !fields.isEmpty else { return }
    var goal = endpoint.urls(over: row)
    for interface in absent { goal.set(nil, of: interface) }
    goal.isShown = endpoint.isShown
    difference.changes.append(
      .update(
        .endpoint(EndpointRow(goal, on: .live(service))),
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
    var all = endpoint.urls(over: old)
    for interface in absentInterfaces(of: old, endpoint.key) { all.set(nil, of: interface) }
    let carried = Set(all.interfaces).subtracting(endpoint.interfaces)
    return .create(.endpoint(EndpointRow(all, on: service, carried: Set(carried.map(\.field)))))
  }
}

extension LiveEndpoint {
  /// Whether users see all that the seed declares of it, or nothing of what it hides.
  fileprivate func isShown(as endpoint: Endpoint) -> Bool {
    isShown == endpoint.isShown && endpoint.interfaces.allSatisfy { hiddenRows[$0] == nil }
  }
}
