import Convergence
import IdentityModel
import KeystoneClient

/// The services of the catalog.
struct V2ServiceStore: ResourceStore {
  let client: KeystoneClient

  func list() async throws(BackendFailure) -> [Live<Service>] {
    try await translated(await client.services()).map { record in
      Live(
        id: record.id,
        Service(
          type: Name(record.type),
          name: Name(record.name),
          description: record.description,
          isShown: record.enabled
        )
      )
    }
  }

  func create(_ service: Service) async throws(BackendFailure) -> String {
    let new = NewService(
      name: service.name.text,
      type: service.type.text,
      description: service.description,
      enabled: service.isShown ? nil : false
    )
    return try await translated(await client.createService(new).id)
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteService(id: id))
  }

  /// v2.0 has no such call.
  var updater: (any ResourceUpdater<Service>)? { nil }
}
