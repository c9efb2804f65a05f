/// A service as a token's catalog shows it.
struct CatalogService: Sendable {
  /// A region's URLs; `id` is that of a row and found nowhere else in v2.0.
  struct Endpoint: Sendable {
    let id: String
    let region: String?
    /// The name of the service that the entry's first row belongs to.
    let serviceName: String
    var urls: [EndpointRow.Interface: String] = [:]
  }

  let type: String
  var name: String
  var endpoints: [Endpoint] = []

  init(type: String, name: String) {
    self.type = type
    self.name = name
  }

  mutating func add(_ row: EndpointRow, url: String, serviceName: String) {
    for index in endpoints.indices
    where endpoints[index].region.map(ExactText.init) == row.region.map(ExactText.init) {
      endpoints[index].urls[row.interface] = url
      return
    }
    endpoints.append(
      Endpoint(
        id: row.id,
        region: row.region,
        serviceName: serviceName,
        urls: [row.interface: url]
      )
    )
    name = serviceName
  }

  /// The entry in `access.serviceCatalog`.
  var document: JSONValue {
    [
      "name": .string(name),
      "type": .string(type),
      "endpoints_links": [],
      "endpoints": .array(endpoints.map(\.document)),
    ]
  }
}

extension CatalogService.Endpoint {
  /// The public URL is always there, if only as an empty text, and the others where they exist.
  fileprivate var document: JSONValue {
    var document: JSONObject = ["id": .string(id), "publicURL": .string(urls[.public] ?? "")]
    document["internalURL"] = urls[.internal].map(JSONValue.string)
    document["adminURL"] = urls[.admin].map(JSONValue.string)
    document["region"] = region.map(JSONValue.string) ?? .null
    return .object(document)
  }
}

extension CatalogService {
  /// The entries of `GET /tokens/{id}/endpoints`.
  var flatDocuments: [JSONValue] {
    endpoints.map { endpoint in
      [
        "id": .string(endpoint.id),
        "name": .string(endpoint.serviceName),
        "type": .string(type),
        "region": endpoint.region.map(JSONValue.string) ?? .null,
        "publicURL": .string(endpoint.urls[.public] ?? ""),
        "internalURL": endpoint.urls[.internal].map(JSONValue.string) ?? .null,
        "adminURL": endpoint.urls[.admin].map(JSONValue.string) ?? .null,
      ]
    }
  }
}
