extension KeystoneClient {
  /// The IDs that ``endpoints()`` lists and ``deleteEndpoint(id:)`` does not know.
  ///
  /// An endpoint made through v2.0 is up to three rows of v3's table, and is listed under an ID of
  /// its own that v3 does not show; one made through v3 is listed under the ID of its public row
  /// (`keystone.catalog.controllers`, `get_endpoints` and `filter_endpoint`). So the IDs of
  /// v3's public rows are the foreign ones, together with IDs that v2.0 never lists.
  ///
  /// It reads the v3 that the same server has beside v2.0. A server without one has made nothing
  /// through it, and the set is empty. A list that is cut off at the server's `list_limit` is asked
  /// for service by service, and where that is cut off too, row by row.
  ///
  /// - Parameter rows: The rows that are in question, by their IDs, with the services' IDs.
  /// - Returns: The IDs; nil where v3 refuses to say, so that it cannot be known.
  /// - Throws: ``KeystoneError`` where there is no answer that can be read.
  public func foreignEndpointIDs(
    among rows: [String: String] = [:]
  ) async throws(KeystoneError) -> Set<String>? {
    do throws(KeystoneError) {
      let list = try await publicEndpoints()
      guard list.isTruncated else { return list.ids }
      var ids: Set<String> = []
      for service in Set(rows.values).sorted() {
        let part = try await publicEndpoints(ofService: service)
        ids.formUnion(part.ids)
        guard part.isTruncated else { continue }
        for row in rows.filter({ $0.value == service }).keys.sorted()
        where !ids.contains(row) && KeystoneClient.problem(withID: row) == nil {
          if try await isForeign(row) { ids.insert(row) }
        }
      }
      return ids
    } catch {
      if error.status == 404, !error.isNotFound { return [] }
      guard error.isUnauthorized || error.isForbidden || error.isNotFound else { throw error }
      return nil
    }
  }

  private func publicEndpoints(
    ofService id: String? = nil
  ) async throws(KeystoneError) -> ForeignEndpointList {
    var query = [("interface", "public")]
    if let id { query.append(("service_id", id)) }
    let call = Call(.get, "endpoints", query: query)
    return try await send(call, over: v3).document(as: ForeignEndpointList.self)
  }

  /// v3 knows a row that v2.0 made under other IDs than the one that v2.0 lists.
  private func isForeign(_ id: String) async throws(KeystoneError) -> Bool {
    do throws(KeystoneError) {
      try await send(Call(.get, "endpoints", id), over: v3).checkIsEmptyOrDocument()
      return true
    } catch {
      guard error.isNotFound else { throw error }
      return false
    }
  }
}

/// What a list of v3 endpoints is read for.
private struct ForeignEndpointList: JSONRecord {
  let ids: Set<String>
  let isTruncated: Bool

  init(_ document: JSONRow) throws(ShapeFault) {
    var ids: Set<String> = []
    for row in try document.rows("endpoints") { ids.insert(try row.identifier()) }
    self.ids = ids
    isTruncated = document.isTruncated
  }
}
