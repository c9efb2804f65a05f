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
      if region.name.value.text.contains("/") {
        // Its name is its ID, and the part of a path that a slash ends (`keystone.api.regions`).
        diagnostics.warning(
          "no request of v3 can name a region with a slash in its name",
          at: region.name.location
        )
      }
      if let place = region.bases.absent[.public] { needPublicURL(at: place) }
      for text in region.bases.texts.values { URLRule.checkBase(text, into: &diagnostics) }
      validateDescription(of: region)
      if let parent = region.parent { require(parent, in: declared, as: "region") }
    }
    reportCircles(
      among: regions.map { (name: $0.name.value, parent: $0.parent, place: $0.parent?.location) },
      as: "region"
    )
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
}
