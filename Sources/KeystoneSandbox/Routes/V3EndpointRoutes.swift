/// `GET /v3/endpoints`: all that is served of Identity v3, because it tells v2.0 something.
///
/// Each row stands alone there, under its own id. The id of an endpoint that v2.0 made is nobody's
/// own, so an id of `/v2.0/endpoints` that is also in this list belongs to v3, and v2.0 can't
/// delete it.
enum V3EndpointRoutes {
  static let all = [
    Route("GET", ["endpoints"], on: [.admin, .public], action: "list_endpoints", list)
  ]

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:list_endpoints")
    let url = state.options.publicURL + "/v3/endpoints"
    return .document([
      "endpoints": .array(state.endpoints.all.map { document(of: $0, url) }),
      "links": ["next": nil, "self": .string(url), "previous": nil],
    ])
  }

  private static func document(of row: EndpointRow, _ url: String) -> JSONValue {
    var document = row.extra
    let region = row.region.map(JSONValue.string) ?? .null
    document["id"] = .string(row.id)
    document["interface"] = .string(row.interface.rawValue)
    document["region_id"] = region
    document["service_id"] = .string(row.serviceID)
    document["url"] = .string(row.url)
    document["enabled"] = .bool(row.enabled)
    document["region"] = region
    document["links"] = ["self": .string("\(url)/\(row.id)")]
    return .object(document)
  }
}
