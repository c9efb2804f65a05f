import IdentityModel

extension LiveLists {
  /// Has what is below an object say so by the name that the object bears here.
  ///
  /// - Parameter names: The keys that objects have here, by those that they have live.
  mutating func reparent(_ names: [ResourceKey: ResourceKey]) {
    guard !names.isEmpty else { return }
    for (index, row) in live.tenants.enumerated() {
      guard let name = row.value.whole.flatMap({ names[$0] })?.uniqueName else { continue }
      var tenant = row.value
      tenant.parent = name.name
      live.tenants[index] = Live(id: row.id, tenant)
    }
    for (index, row) in live.regions.enumerated() {
      guard let name = row.value.whole.flatMap({ names[$0] })?.uniqueName else { continue }
      var region = row.value
      region.parent = name.name
      live.regions[index] = Live(id: row.id, region)
    }
  }
}
