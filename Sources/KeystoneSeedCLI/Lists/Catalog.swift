import IdentityModel
import KeystoneClient

/// The catalog of a token, chosen and put in order as the 2014 command did it.
struct Catalog: Hashable, Sendable {
  /// The services that have endpoints.
  let services: [CatalogEntry]

  /// Makes a catalog (`ServiceCatalog.get_endpoints` in keystoneclient).
  ///
  /// - Parameters:
  ///   - entries: What the token says; of two with one type the last counts.
  ///   - service: Only services of this type.
  ///   - region: Only endpoints in this region.
  init(_ entries: [CatalogEntry], service: String? = nil, region: String? = nil) {
    let service = service.map { Name($0) }
    let region = region.map { Name($0) }
    let chosen = entries.filter { service == nil || Name($0.type) == service }
    let ordered = PythonDictionary(chosen.map { (key: $0.type, value: $0) }).elements
    let services = ordered.map { _, entry in
      var entry = entry
      if let region {
        entry.endpoints.removeAll { $0.region.map { name in Name(name) } != region }
      }
      return entry
    }
    self.services = services.filter { !$0.endpoints.isEmpty }
  }

  /// The endpoints as the rows of one list.
  var listing: Listing {
    let objects = services.flatMap { service in
      service.endpoints.map { endpoint in
        let owner: [JSONObject.Member] = [
          ("service", .string(service.type)), ("name", .string(service.name)),
        ]
        return JSONObject(endpoint.attributes + owner)
      }
    }
    return Listing(objects, columns: Self.columns, sortedBy: "service")
  }

  /// The columns of the list.
  static let columns = [
    "service", "name", "region", "publicURL", "internalURL", "adminURL", "id",
  ]
}
