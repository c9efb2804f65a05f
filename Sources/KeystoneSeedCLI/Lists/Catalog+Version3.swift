import IdentityModel
import KeystoneClient

extension Catalog {
  /// The columns of a catalog of v3.
  static let version3Columns = ["Name", "Type", OpenStackCell.endpoints]

  /// A catalog of v3 as the openstack command lists it, an entry for each service.
  ///
  /// - Parameters:
  ///   - entries: The entries as they were sent.
  ///   - service: Only services of this type.
  ///   - region: Only endpoints in this region, and services that have one there.
  /// - Returns: The list.
  static func listing(_ entries: [JSONObject], service: String?, region: String?) -> Listing {
    let chosen = entries.filter { entry in
      service == nil || entry.text("type").map { Name($0) } == service.map { Name($0) }
    }
    let columns = version3Columns.map { OpenStackColumn($0, $0.lowercased()) }
    guard let region else { return Listing(chosen, columns) }
    let entries = chosen.compactMap { entry -> JSONObject? in
      let endpoints = endpoints(of: entry, in: Name(region))
      guard !endpoints.isEmpty else { return nil }
      return JSONObject(
        entry.map { (key: $0.key, value: $0.key == "endpoints" ? .array(endpoints) : $0.value) }
      )
    }
    return Listing(entries, columns)
  }

  private static func endpoints(of entry: JSONObject, in region: Name) -> [JSONValue] {
    guard case .array(let endpoints)? = entry["endpoints"] else { return [] }
    return endpoints.filter { endpoint in
      guard case .object(let endpoint) = endpoint else { return false }
      let name = endpoint.text("region_id") ?? endpoint.text("region")
      return name.map { Name($0) } == region
    }
  }
}
