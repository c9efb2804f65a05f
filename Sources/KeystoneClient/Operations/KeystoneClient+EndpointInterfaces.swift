extension KeystoneClient {
  /// Lists the endpoint table as v3 shows it, a row for each interface.
  ///
  /// v3 can disable each interface alone, of which ``endpoints()`` tells of one, and makes rows that
  /// it does not list: those without a public URL, and all but one of several with one interface.
  ///
  /// - Returns: The rows, in no order.
  /// - Throws: ``KeystoneError`` where there is no v3, or no list that is known to be whole.
  public func endpointInterfaces() async throws(KeystoneError) -> [EndpointInterfaceRecord] {
    try await send(Call(.get, "endpoints"), over: v3).document(as: EndpointInterfaceList.self).rows
  }
}

/// A list of v3 endpoints.
private struct EndpointInterfaceList: JSONRecord {
  let rows: [EndpointInterfaceRecord]

  init(_ document: JSONRow) throws(ShapeFault) {
    var rows: [EndpointInterfaceRecord] = []
    for row in try document.wholeRows("endpoints") { rows.append(try EndpointInterfaceRecord(row)) }
    self.rows = rows
  }
}
