import Convergence
import IdentityModel
import KeystoneClient

/// The limits that projects and domains have of their own.
struct V3LimitStore: ResourceStore, ResourceUpdater {
  let client: V3Client

  func list() async throws(BackendFailure) -> [LiveLimit] {
    try await rowsWhereKept { () async throws(KeystoneError) in
      try await client.limits().map { $0.live }
    }
  }

  func rows(like draft: LimitWrite) async throws(BackendFailure) -> [LiveLimit]? {
    try await translated(
      await client.limits(
        ofService: draft.serviceID,
        resource: draft.limit.key.resource.text
      )
    ).map { $0.live }
  }

  func create(_ draft: LimitWrite) async throws(BackendFailure) -> String {
    let holder: V3NewLimit.Holder =
      switch draft.holderID {
      case .tenant(let id): .project(id)
      case .domain(let id): .domain(id)
      }
    let new = V3NewLimit(
      of: holder,
      serviceID: draft.serviceID,
      regionID: draft.limit.key.regionID,
      resource: draft.limit.key.resource.text,
      value: draft.limit.value
    )
    return try await translated(await client.createLimit(new).id)
  }

  func update(
    _ draft: LimitWrite,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = V3LimitUpdate(value: fields.contains(.limit) ? draft.limit.value : nil)
    try await translated(await client.updateLimit(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteLimit(id: id))
  }

  var updater: (any ResourceUpdater<LimitWrite>)? { self }
}

extension V3Limit {
  fileprivate var live: LiveLimit {
    LiveLimit(
      id: id,
      serviceID: serviceID,
      region: regionID.map { Name($0) },
      resource: Name(resource),
      holderID: projectID.map { .tenant($0) } ?? .domain(domainID ?? ""),
      value: value
    )
  }
}
