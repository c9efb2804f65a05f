import Convergence
import IdentityModel
import KeystoneClient

/// The services of the catalog, whose IDs survive every change.
struct V3ServiceStore: ResourceStore, ResourceUpdater {
  let client: V3Client

  func list() async throws(BackendFailure) -> [Live<Service>] {
    try await translated(await client.services()).map { $0.live }
  }

  func rows(like service: Service) async throws(BackendFailure) -> [Live<Service>]? {
    // No filter asks for those without a name.
    let name = service.name == "" ? nil : service.name.text
    return try await translated(await client.services(ofType: service.type.text, named: name))
      .map { $0.live }.filter { name != nil || $0.value.name == "" }
  }

  func create(_ service: Service) async throws(BackendFailure) -> String {
    let new = V3NewService(
      type: service.type.text,
      name: service.name == "" ? nil : service.name.text,
      description: service.description,
      enabled: service.isShown ? nil : false
    )
    return try await translated(await client.createService(new).id)
  }

  func update(
    _ service: Service,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = V3ServiceUpdate(
      type: fields.contains(.type) ? service.type.text : nil,
      name: fields.contains(.name) ? service.name.text : nil,
      description: fields.contains(.description) ? .setting(service.description) : nil,
      enabled: fields.contains(.enabled) ? service.isShown : nil
    )
    try await translated(await client.updateService(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteService(id: id))
  }

  var updater: (any ResourceUpdater<Service>)? { self }
}

extension V3Service {
  fileprivate var live: Live<Service> {
    Live(
      id: id,
      Service(
        type: Name(type),
        name: Name(name),
        description: description,
        isShown: enabled
      )
    )
  }
}
