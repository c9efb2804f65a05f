extension KeystoneClient {
  /// Lists the endpoint table as v3 shows it, a row for each interface.
  ///
  /// v3 can disable each interface alone, of which ``endpoints()`` tells of one, and makes rows that
  /// it does not list: those without a public URL, and all but one of several with one interface.
  ///
  /// - Returns: The rows, in no order.
  /// - Throws: ``KeystoneError`` where there is no v3, or no list that is known to be whole.
  public func endpointInterfaces() async throws(KeystoneError) -> [EndpointInterfaceRecord] {
    let v3 = Channel(
      base: base.root + "/v3",
      transport: admin.transport,
      catalogServer: admin.catalogServer
    )
    let list = try await send(Call(.get, "endpoints"), over: v3)
      .document(as: EndpointInterfaceList.self)
    return list.rows
  }
}

/// A list of v3 endpoints.
private struct EndpointInterfaceList: JSONRecord {
  let rows: [EndpointInterfaceRecord]

  /// Reads it; v3 cuts a list off at `list_limit` and says so (`keystone.common.controller`).
  init(_ document: JSONRow) throws(ShapeFault) {
    guard document["truncated"] == nil || document["truncated"] == .bool(false) else {
      throw ShapeFault("the list is truncated by the server")
    }
    var rows: [EndpointInterfaceRecord] = []
    for row in try document.rows("endpoints") { rows.append(try EndpointInterfaceRecord(row)) }
    self.rows = rows
  }
}
