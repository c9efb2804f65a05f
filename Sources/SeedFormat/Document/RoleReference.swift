internal import IdentityModel

/// A role as something else names it.
struct RoleReference: Hashable {
  /// The role; of a plain name in a domain's section, the domain's own one, unless it has none.
  let name: QualifiedName
  /// Whether its domain is left open.
  let isPlain: Bool

  /// The global role instead of one that a domain does not have of its own.
  func settled(_ declared: Set<QualifiedName>) -> RoleReference {
    guard isPlain, !declared.contains(name) else { return self }
    return RoleReference(name: QualifiedName(name.name), isPlain: false)
  }
}

extension [Located<RoleReference>] {
  /// Takes a plain name for the global role where the domain has no role of that name of its own.
  mutating func settle(_ declared: Set<QualifiedName>) {
    self = map { Located($0.value.settled(declared), at: $0.location) }
  }
}

extension SeedDocument {
  /// Takes a plain name for the global role where the domain has no role of that name of its own.
  mutating func settleRoles() {
    guard !domains.entries.isEmpty else { return }
    let declared = Set(roles.entries.map(\.name.value))
    for index in assignments.indices { assignments[index].roles.settle(declared) }
    for index in absent.assignments.indices { absent.assignments[index].roles.settle(declared) }
    absent.implications = absent.implications.map { entry in
      Located(entry.value.settled(declared), at: entry.location)
    }
    for role in roles.entries.indices where roles.entries[role].name.value.domain != nil {
      roles.entries[role].implies = roles.entries[role].implies.map { implied in
        var roles = implied.value
        roles.settle(declared)
        return Located(roles, at: implied.location)
      }
    }
    for user in users.entries.indices where users.entries[user].name.value.domain != nil {
      users.entries[user].roles.settle(declared)
    }
    for group in groups.entries.indices where groups.entries[group].name.value.domain != nil {
      groups.entries[group].roles.settle(declared)
    }
  }
}
