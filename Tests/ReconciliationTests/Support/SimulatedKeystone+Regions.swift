import IdentityModel
import Reconciliation

extension SimulatedKeystone {
  func hasRegion(_ name: Name) -> Bool { live.regions.contains { $0.value.name.name == name } }

  mutating func updateRegion(_ new: Region, _ fields: Set<Field>, _ change: Change) {
    guard let index = live.regions.firstIndex(where: { $0.id == change.liveID }) else {
      return refuse("no such row", change)
    }
    var region = live.regions[index].value
    if fields.contains(.description) { region.description = new.description }
    if fields.contains(.parent) {
      guard let parent = new.parent, hasRegion(parent), !isBelow(parent, region.name.name) else {
        return refuse("a region below itself, or below none", change)
      }
      region.parent = parent
    }
    live.regions[index] = Live(id: live.regions[index].id, region)
  }

  /// Whether a region is another one, or a part of it.
  private func isBelow(_ name: Name, _ whole: Name) -> Bool {
    var next: Name? = name
    for _ in 0...live.regions.count {
      guard let current = next else { return false }
      if current == whole { return true }
      next = live.regions.first { $0.value.name.name == current }?.value.parent
    }
    return true
  }
}
