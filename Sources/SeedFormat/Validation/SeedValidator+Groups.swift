internal import IdentityModel

extension SeedValidator {
  mutating func validateGroups() {
    guard !document.groups.entries.isEmpty else { return }
    let parts = DeclaredParts(document)
    let users = Declared(document.users.entries.map(\.name.value), of: document.users)
    for group in document.groups.entries {
      NameRule.group.check(group.name, into: &diagnostics)
      needGroups(at: group.name.location)
      if let description = group.description {
        DescriptionRule.group.check(description, into: &diagnostics)
      }
      for member in group.members ?? [] { requireInDomain(member, in: users, as: "user") }
      validate(group.roles, of: .group(group.name.value), among: parts)
    }
    warnOfLookalikes(document.groups.entries.map(\.name), as: "group")
  }

  mutating func validateAbsentGroup(_ group: Located<QualifiedName>) {
    NameRule.group.check(group, into: &diagnostics)
    needGroups(at: group.location)
  }

  /// Reports groups of users that are not declared.
  mutating func validate(
    groups: [Located<QualifiedName>],
    among declared: Declared<QualifiedName>
  ) {
    for group in groups {
      requireInDomain(group, in: declared, as: "group")
      needGroups(at: group.location)
    }
  }

  mutating func validateAbsentMemberships() {
    guard !document.absent.memberships.isEmpty else { return }
    var declared: [Membership: FileLocation] = [:]
    for group in document.groups.entries {
      for member in group.members ?? [] {
        declared[Membership(user: member.value, group: group.name.value)] = member.location
      }
    }
    for user in document.users.entries {
      for group in user.groups {
        declared[Membership(user: user.name.value, group: group.value)] = group.location
      }
    }
    for membership in document.absent.memberships {
      needGroups(at: membership.location)
      for name in [membership.value.group, membership.value.user] {
        requireDomain(of: Located(name, at: membership.location))
      }
      guard let place = declared[membership.value] else { continue }
      diagnostics.error(
        "\(membership.value) is declared in "
          + diagnostics.place(place, seenFrom: membership.location) + " and absent",
        at: membership.location
      )
    }
  }

  private mutating func needGroups(at location: FileLocation) {
    needVersion3(
      location,
      "v2.0 has no groups, v3 has",
      hint: "leave groups out where v2.0 is spoken"
    )
  }
}
