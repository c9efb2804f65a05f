internal import IdentityModel

/// A role as something else names it.
struct RoleReference: Hashable {
  /// The role; of a plain name in a domain's section, the domain's own one, unless it has none.
  let name: QualifiedName
  /// Whether its domain is left open.
  let isPlain: Bool
}

extension SeedDocument {
  /// Takes a plain name for the global role where the domain has no role of that name of its own.
  mutating func settleRoles() {
    guard !domains.entries.isEmpty else { return }
    let declared = Set(roles.entries.map(\.name.value))
    absent.assignments = absent.assignments.map { entry in
      guard !declared.contains(entry.value.role) else { return entry }
      var assignment = entry.value
      assignment.role = QualifiedName(assignment.role.name)
      return Located(assignment, at: entry.location)
    }
    for user in users.entries.indices where users.entries[user].name.value.domain != nil {
      users.entries[user].roles.settle(declared)
    }
    for group in groups.entries.indices where groups.entries[group].name.value.domain != nil {
      groups.entries[group].roles.settle(declared)
    }
  }
}
