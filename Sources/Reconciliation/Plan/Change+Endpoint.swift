import IdentityModel

extension Change {
  /// Whether the row of an endpoint goes over to another service, so that its ID stays.
  package var movesEndpoint: Bool {
    guard case .update(_, _, let fields) = self, key.kind == .endpoint else { return false }
    return fields.contains { $0.field == .service }
  }

  /// Takes a row of the endpoint table away.
  static func deletion(
    of row: LiveEndpoint,
    _ key: EndpointKey,
    because reason: ChangeReason
  ) -> Change {
    .delete(.endpoint(key), row: row.id, because: reason)
  }

  /// Moves an endpoint to another row of its service, once however often it is there: the row that
  /// users see is made again, all are taken away.
  ///
  /// - Parameters:
  ///   - rows: The endpoint's rows on the services that it leaves.
  ///   - key: The endpoint.
  ///   - service: Where it goes.
  ///   - reason: Why it moves.
  ///   - isThere: Whether it is there, or made there, already.
  /// - Returns: One change for each of the rows.
  static func moving(
    _ rows: [LiveEndpoint],
    _ key: EndpointKey,
    to service: ServiceReference,
    because reason: ChangeReason,
    isThere: Bool
  ) -> [Change] {
    let moved = isThere ? nil : rows.min(by: LiveEndpoint.movesBefore)
    return rows.map { row in
      guard row.id == moved?.id else { return deletion(of: row, key, because: .duplicate) }
      let copy = EndpointRow(Endpoint(row, key), on: service)
      return .replace(.endpoint(copy), row: row.id, fields: [], because: reason)
    }
  }
}

extension Endpoint {
  /// Everything that a copy of the row repeats; that it is hidden, too.
  init(_ row: LiveEndpoint, _ key: EndpointKey) {
    self.init(
      service: key.service,
      region: key.region,
      interface: key.interface,
      publicURL: row.publicURL,
      internalURL: row.internalURL,
      adminURL: row.adminURL,
      isShown: row.isShown
    )
  }
}

extension LiveEndpoint {
  /// Which of several rows with the same key is kept where all but one have to go: one that users
  /// see, then one that the backend can change, then the one with the lower ID.
  static func movesBefore(_ left: LiveEndpoint, _ right: LiveEndpoint) -> Bool {
    if left.isShown != right.isShown { return left.isShown }
    if left.isManageable != right.isManageable { return left.isManageable }
    return Survivor.precedes(left.id, right.id)
  }
}
