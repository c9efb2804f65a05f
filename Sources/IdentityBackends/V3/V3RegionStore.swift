import Convergence
import IdentityModel
import KeystoneClient

/// The regions, whose IDs are their names.
struct V3RegionStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  /// Who makes those that an endpoint needs and nobody has planned.
  let known: V3Regions

  func list() async throws(BackendFailure) -> [Live<Region>] {
    let rows = try await translated(await client.regions()).map { $0.live }
    await known.note(rows.map(\.value.name.name))
    return rows
  }

  /// The region that the ID names, to which a database may have another spelling.
  func rows(like region: Region) async throws(BackendFailure) -> [Live<Region>]? {
    do throws(KeystoneError) {
      return [try await client.region(id: region.name.text).live]
    } catch {
      if error.isNotFound { return [] }
      throw BackendFailure(error)
    }
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ region: Region) async throws(BackendFailure) -> String {
    let new = V3NewRegion(
      id: region.name.text,
      description: region.description,
      parentID: region.parent?.text
    )
    let id = try await translated(await client.createRegion(new).id)
    await known.note([Name(id)])
    return id
  }

  func update(
    _ region: Region,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = V3RegionUpdate(
      description: fields.contains(.description) ? region.description : nil,
      parentID: fields.contains(.parent) ? .setting(region.parent?.text) : nil
    )
    try await translated(await client.updateRegion(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteRegion(id: id))
  }

  var updater: (any ResourceUpdater<Region>)? { self }
}

extension V3Region {
  fileprivate var live: Live<Region> {
    Live(
      id: id,
      Region(
        name: Name(id),
        description: description.flatMap { $0.isEmpty ? nil : $0 },
        parent: parentID.map { Name($0) }
      )
    )
  }
}
