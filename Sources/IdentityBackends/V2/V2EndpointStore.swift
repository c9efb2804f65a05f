import Convergence
import IdentityModel
import KeystoneClient

/// The endpoints, each with the URLs of up to three interfaces.
struct V2EndpointStore: ResourceStore {
  let client: KeystoneClient

  func list() async throws(BackendFailure) -> [LiveEndpoint] {
    try await translated(await client.endpoints()).map { record in
      LiveEndpoint(
        id: record.id,
        serviceID: record.serviceID ?? "",
        region: record.region.map { Name($0) },
        publicURL: record.publicURL.map { URLTemplate($0) },
        internalURL: record.internalURL.map { URLTemplate($0) },
        adminURL: record.adminURL.map { URLTemplate($0) },
        isShown: record.enabled
      )
    }
  }

  /// Keystone makes the region of an endpoint with its first one, and answers 409 to whoever tries at
  /// the same time.
  func create(_ draft: EndpointWrite) async throws(BackendFailure) -> String {
    let endpoint = draft.endpoint
    let new = NewEndpoint(
      serviceID: draft.serviceID,
      region: endpoint.region == "" ? nil : endpoint.region.text,
      publicURL: endpoint.publicURL?.text,
      internalURL: endpoint.internalURL?.text,
      adminURL: endpoint.adminURL?.text,
      enabled: endpoint.isShown ? nil : false
    )
    do throws(KeystoneError) {
      return try await client.createEndpoint(new).id
    } catch {
      throw BackendFailure(error, as: error.isConflict ? .raced : nil)
    }
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteEndpoint(id: id))
  }

  /// v2.0 has no such call.
  var updater: (any ResourceUpdater<EndpointWrite>)? { nil }
}
