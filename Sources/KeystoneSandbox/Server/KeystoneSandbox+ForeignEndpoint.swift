extension KeystoneSandbox {
  /// Puts an endpoint into the catalog as Identity v3 would have made it.
  ///
  /// v2.0 lists it under the id of its public row, and answers 404 to every DELETE of it; without
  /// a public URL v2.0 does not even list it.
  ///
  /// - Parameters:
  ///   - serviceID: The service that it belongs to, which must exist.
  ///   - region: Its region, or nil for none.
  ///   - publicURL: The public row's URL, or nil for no such row.
  ///   - internalURL: The internal row's URL, or nil for no such row.
  ///   - adminURL: The admin row's URL, or nil for no such row.
  /// - Returns: The id that v2.0 lists, or nil without a public row.
  /// - Throws: ``SandboxError/unknownService(_:)``.
  @discardableResult
  public func addForeignEndpoint(
    serviceID: String,
    region: String?,
    publicURL: String?,
    internalURL: String? = nil,
    adminURL: String? = nil
  ) throws(SandboxError) -> String? {
    let urls: [(EndpointRow.Interface, String?)] = [
      (.public, publicURL), (.internal, internalURL), (.admin, adminURL),
    ]
    let added = core.withState { $0.addForeignEndpoint(serviceID, region, urls) }
    guard let rows = added else { throw .unknownService(serviceID) }
    return rows.last { $0.interface == .public }?.id
  }
}
