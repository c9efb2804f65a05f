internal import IdentityModel

extension SeedValidator {
  mutating func validateGroups() {
    let parts = DeclaredParts(document)
    for group in document.groups.entries {
      NameRule.group.check(group.name, into: &diagnostics)
      needGroups(at: group.name.location)
      if let description = group.description {
        DescriptionRule.group.check(description, into: &diagnostics)
      }
      validate(group.roles, of: .group(group.name.value), among: parts)
    }
    warnOfLookalikes(document.groups.entries.map(\.name), as: "group")
  }

  mutating func validateAbsentGroup(_ group: Located<QualifiedName>) {
    NameRule.group.check(group, into: &diagnostics)
    needGroups(at: group.location)
  }

  private mutating func needGroups(at location: FileLocation) {
    needVersion3(
      location,
      "v2.0 has no groups, v3 has",
      hint: "leave groups out where v2.0 is spoken"
    )
  }
}
