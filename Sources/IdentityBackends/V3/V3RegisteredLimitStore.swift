import Convergence
import IdentityModel
import KeystoneClient

/// The limits that are registered for all.
struct V3RegisteredLimitStore: ResourceStore, ResourceUpdater {
  let client: V3Client

  func list() async throws(BackendFailure) -> [LiveLimit] {
    try await rowsWhereKept { () async throws(KeystoneError) in
      try await client.registeredLimits().map { $0.live }
    }
  }

  func rows(like draft: RegisteredLimitWrite) async throws(BackendFailure) -> [LiveLimit]? {
    try await translated(
      await client.registeredLimits(
        ofService: draft.serviceID,
        resource: draft.limit.key.resource.text
      )
    ).map { $0.live }
  }

  func create(_ draft: RegisteredLimitWrite) async throws(BackendFailure) -> String {
    let new = V3NewRegisteredLimit(
      serviceID: draft.serviceID,
      regionID: draft.limit.key.regionID,
      resource: draft.limit.key.resource.text,
      value: draft.limit.value
    )
    return try await translated(await client.createRegisteredLimit(new).id)
  }

  func update(
    _ draft: RegisteredLimitWrite,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = V3RegisteredLimitUpdate(value: fields.contains(.limit) ? draft.limit.value : nil)
    try await translated(await client.updateRegisteredLimit(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteRegisteredLimit(id: id))
  }

  var updater: (any ResourceUpdater<RegisteredLimitWrite>)? { self }
}

/// The limits of a list; none of a Keystone from before Queens, which has no such route.
///
/// - Parameter list: What asks for it.
/// - Returns: The limits.
/// - Throws: `BackendFailure` where it cannot be read.
func rowsWhereKept(
  _ list: () async throws(KeystoneError) -> [LiveLimit]
) async throws(BackendFailure) -> [LiveLimit] {
  do throws(KeystoneError) {
    return try await list()
  } catch {
    guard error.refusal?.isUnknownRoute == true else { throw BackendFailure(error) }
    return []
  }
}

extension LimitKey {
  /// The ID of the region, which is its name; nil for a limit without one.
  var regionID: String? { region == "" ? nil : region.text }
}

extension V3RegisteredLimit {
  fileprivate var live: LiveLimit {
    LiveLimit(
      id: id,
      serviceID: serviceID,
      region: regionID.map { Name($0) },
      resource: Name(resource),
      value: value
    )
  }
}
