internal import IdentityModel

extension SeedValidator {
  mutating func validateRegions() {
    let regions = document.regions.entries
    let declared = Declared(regions.map(\.name.value), of: document.regions)
    for region in regions {
      NameRule.region.check(region.name, into: &diagnostics)
      if EndpointInterface(rawValue: region.name.value.text) != nil {
        diagnostics.error(
          "a region can't be called \"\(region.name.value)\", an interface is",
          at: region.name.location
        )
      }
      if let place = region.bases.absent[.public] { needPublicURL(at: place) }
      for text in region.bases.texts.values { URLRule.checkBase(text, into: &diagnostics) }
      validateDescription(of: region)
      if let parent = region.parent { require(parent, in: declared, as: "region") }
    }
    validateCircles(among: regions)
    warnOfLookalikes(regions.map(\.name), as: "region")
  }

  private mutating func validateDescription(of region: RegionEntry) {
    validate(region.description, of: "region", DescriptionRule.region)
    if let parent = region.parent {
      needVersion3(
        parent.location,
        "v2.0 has no region that is a part of another one, v3 has",
        hint: "leave parent out where v2.0 is spoken"
      )
    }
  }

  /// Keystone refuses a region that is a part of itself, be it through others.
  private mutating func validateCircles(among regions: [RegionEntry]) {
    let parents = Dictionary(
      regions.compactMap { region in region.parent.map { (region.name.value, $0) } }
    ) { first, _ in first }
    var settled: Set<Name> = []
    for region in regions {
      var path: [Name] = []
      var next = region.name.value
      while let parent = parents[next], settled.insert(next).inserted {
        path.append(next)
        next = parent.value
      }
      guard let start = path.firstIndex(of: next), let parent = parents[next] else { continue }
      let circle = (path[start...] + [next]).map(\.text).joined(separator: ", below ")
      diagnostics.error("a region can't be below itself: \(circle)", at: parent.location)
    }
  }
}
