import Convergence
import IdentityModel
import KeystoneClient

/// The rows of the endpoint table, one for each interface.
struct V3EndpointStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let regions: V3Regions

  func list() async throws(BackendFailure) -> [LiveEndpoint] {
    let records = try await translated(await client.endpoints())
    let rows = records.compactMap { $0.live }
    await regions.note(rows.compactMap(\.region))
    return rows
  }

  func rows(like draft: EndpointWrite) async throws(BackendFailure) -> [LiveEndpoint]? {
    try await translated(
      await client.endpoints(
        ofService: draft.serviceID,
        interface: draft.endpoint.interface?.rawValue,
        regionID: draft.endpoint.regionID
      )
    ).compactMap { $0.live }
  }

  /// The region of an endpoint has to be there first.
  func create(_ draft: EndpointWrite) async throws(BackendFailure) -> String {
    let endpoint = draft.endpoint
    guard let interface = endpoint.interface, let url = endpoint.url(of: interface) else {
      throw BackendFailure(KeystoneError(.nothingToSend))
    }
    if let region = endpoint.regionID { try await regions.make(region) }
    let new = V3NewEndpoint(
      serviceID: draft.serviceID,
      interface: interface.rawValue,
      regionID: endpoint.regionID,
      url: url.text,
      enabled: endpoint.isShown ? nil : false
    )
    return try await translated(await client.createEndpoint(new).id)
  }

  func update(
    _ draft: EndpointWrite,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let url = draft.endpoint.interface.flatMap { interface in
      fields.contains(interface.field) ? draft.endpoint.url(of: interface)?.text : nil
    }
    let update = V3EndpointUpdate(
      serviceID: fields.contains(.service) ? draft.serviceID : nil,
      url: url,
      enabled: fields.contains(.enabled) ? draft.endpoint.isShown : nil
    )
    try await translated(await client.updateEndpoint(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteEndpoint(id: id))
  }

  var updater: (any ResourceUpdater<EndpointWrite>)? { self }
}

extension Endpoint {
  /// The ID of the region, which is its name; nil for an endpoint without one.
  fileprivate var regionID: String? { region == "" ? nil : region.text }
}

extension EndpointInterfaceRecord {
  /// The row; nil for an interface that nobody has heard of.
  fileprivate var live: LiveEndpoint? {
    EndpointInterface(rawValue: interface).map { interface in
      LiveEndpoint(
        id: id,
        serviceID: serviceID ?? "",
        region: region.map { Name($0) },
        interface: interface,
        url: URLTemplate(url),
        isShown: enabled
      )
    }
  }
}
