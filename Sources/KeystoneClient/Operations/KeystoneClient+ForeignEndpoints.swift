extension KeystoneClient {
  /// The IDs that ``endpoints()`` lists and ``deleteEndpoint(id:)`` does not know.
  ///
  /// An endpoint made through v2.0 is up to three rows of v3's table, and is listed under an ID of
  /// its own that v3 does not show; one made through v3 is listed under the ID of its public row
  /// (`keystone.catalog.controllers`, `get_endpoints` and `filter_endpoint`). So the IDs of
  /// v3's public rows are the foreign ones, together with IDs that v2.0 never lists.
  ///
  /// It reads the v3 that the same server has beside v2.0. A server without one has made nothing
  /// through it, and the set is empty.
  public func foreignEndpointIDs() async throws(KeystoneError) -> Set<String> {
    let v3 = Channel(
      base: base.root + "/v3",
      transport: admin.transport,
      catalogServer: admin.catalogServer
    )
    let list: ForeignEndpointList
    do throws(KeystoneError) {
      let call = Call(.get, "endpoints", query: [("interface", "public")])
      list = try await send(call, over: v3).document(as: ForeignEndpointList.self)
    } catch {
      guard error.status == 404, !error.isNotFound else { throw error }
      return []
    }
    return list.ids
  }
}

/// What a list of v3 endpoints is read for.
private struct ForeignEndpointList: JSONRecord {
  let ids: Set<String>

  /// Reads the IDs; v3 cuts a list off at `list_limit` and says so (`keystone.common.controller`).
  init(_ document: JSONRow) throws(ShapeFault) {
    guard document["truncated"] == nil || document["truncated"] == .bool(false) else {
      throw ShapeFault("the list is truncated by the server")
    }
    var ids: Set<String> = []
    for row in try document.rows("endpoints") { ids.insert(try row.requiredText("id")) }
    self.ids = ids
  }
}
