import IdentityModel

@testable import Convergence

extension KeystoneTables {
  mutating func create(_ region: Region) throws(BackendFailure) -> String {
    if regions.keys.contains(where: { holds(QualifiedName($0), for: region.name) }) {
      throw .keystone(409)
    }
    if let parent = region.parent, regions[parent] == nil { throw .keystone(404) }
    regions[region.name.name] = region
    return region.name.text
  }

  mutating func update(
    _ region: Region,
    id: String,
    _ fields: Set<Field>
  ) throws(BackendFailure) {
    guard var row = regions[Name(id)] else { throw .keystone(404) }
    if fields.contains(.description) { row.description = region.description }
    if fields.contains(.parent) {
      guard let parent = region.parent, regions[parent] != nil else { throw .keystone(404) }
      guard !isBelow(parent, Name(id)) else { throw .keystone(400) }
      row.parent = parent
    }
    regions[Name(id)] = row
  }

  /// With all below it, unless an endpoint is in one of them.
  mutating func deleteRegion(id: String) throws(BackendFailure) {
    guard regions[Name(id)] != nil else { throw .keystone(404) }
    let gone = regions.keys.filter { isBelow($0, Name(id)) }
    guard !endpoints.values.contains(where: { $0.region.map(gone.contains) == true }) else {
      throw .keystone(403)
    }
    for name in gone { regions[name] = nil }
  }

  /// Whether a region is another one, or a part of it.
  private func isBelow(_ name: Name, _ whole: Name) -> Bool {
    var next: Name? = name
    while let current = next, current != whole { next = regions[current]?.parent }
    return next != nil
  }
}
