extension KeystoneClient {
  /// Lists the endpoint table as v3 shows it, a row for each interface.
  ///
  /// v3 can disable each interface alone, of which ``endpoints()`` tells of one, and makes rows that
  /// it does not list: those without a public URL, and all but one of several with one interface.
  /// Filters are v3's own (`keystone.catalog.controllers`, `EndpointV3.list_endpoints`); a release
  /// that lacks one ignores it and lists more.
  ///
  /// - Parameters:
  ///   - serviceID: The service whose rows they are; nil for any.
  ///   - interface: `public`, `internal` or `admin`; nil for any.
  ///   - region: The region; nil for any.
  /// - Returns: The rows, in no order; nil where the list is cut off at the server's `list_limit`.
  /// - Throws: ``KeystoneError`` where there is no v3, or no list that can be read.
  public func endpointInterfaces(
    ofService serviceID: String? = nil,
    interface: String? = nil,
    region: String? = nil
  ) async throws(KeystoneError) -> [EndpointInterfaceRecord]? {
    let filters = [("service_id", serviceID), ("interface", interface), ("region_id", region)]
    let query = filters.compactMap { name, value in value.map { (name, $0) } }
    let call = Call(.get, "endpoints", query: query)
    return try await send(call, over: v3).document(as: EndpointInterfaceList.self).rows
  }
}

/// A list of v3 endpoints.
private struct EndpointInterfaceList: JSONRecord {
  /// Nil where it is cut off.
  let rows: [EndpointInterfaceRecord]?

  init(_ document: JSONRow) throws(ShapeFault) {
    var rows: [EndpointInterfaceRecord] = []
    for row in try document.rows("endpoints") { rows.append(try EndpointInterfaceRecord(row)) }
    self.rows = document.isTruncated ? nil : rows
  }
}
