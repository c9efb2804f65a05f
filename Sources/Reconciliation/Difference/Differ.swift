package import IdentityModel

/// Compares desired with live: pure, and linear in the number of objects.
///
/// It knows nothing of what a backend can change: a field that differs is an update here.
package enum Differ {
  /// Everything that differs.
  ///
  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - live: What Keystone holds.
  ///   - passwords: What logging in said, by user; a user that is not in it was not asked about.
  ///   - kinds: The kinds to compare; others are left out as if neither side had any, but for
  ///     endpoints that a deletion of their service takes along.
  ///   - scope: Which objects of them to compare.
  ///   - memberRole: The role that comes with a default tenant, which is the backend's own; nil where
  ///     none does.
  ///   - groupsEndpoints: Whether the backend has one row for all interfaces of an endpoint, and not
  ///     one for each.
  /// - Returns: What differs, in no particular order.
  package static func difference(
    desired: DesiredState,
    live: LiveState,
    passwords: [QualifiedName: PasswordCheck] = [:],
    kinds: Set<ResourceKind> = Set(ResourceKind.allCases),
    scope: PlanScope = .everything,
    memberRole: QualifiedName?,
    groupsEndpoints: Bool
  ) -> Difference {
    let secrets = UserPasswords(
      declared: desired.unreadPasswords.union(desired.passwords.keys),
      checks: passwords
    )
    var comparison = NamedComparison(
      desired: desired,
      live: live,
      memberRole: memberRole,
      secrets: secrets
    )
    for kind in NamedKind.allCases where kinds.contains(kind.kind) { kind.accept(&comparison) }
    var difference = comparison.difference
    if kinds.contains(.user) {
      difference.notes += secrets.notes
    }
    if kinds.contains(.implication) {
      ImplicationDiffer(desired: desired, live: live).append(to: &difference)
    }
    if kinds.contains(.membership) {
      MembershipDiffer(desired: desired, live: live).append(to: &difference)
    }
    if !live.directories.isEmpty { HeldInDirectory(live).explain(&difference) }
    if kinds.contains(.assignment) {
      AssignmentDiffer(desired: desired, live: live, memberRole: memberRole)
        .append(to: &difference)
    }
    let limits: Set<ResourceKind> = [.registeredLimit, .limit]
    if !kinds.isDisjoint(with: limits) {
      var found = Difference()
      LimitDiffer(desired: desired, live: live).append(to: &found)
      difference.changes += found.changes.filter { kinds.contains($0.key.kind) }
      difference.unmanaged += found.unmanaged.filter { kinds.contains($0.key.kind) }
    }
    difference.keep(scope)
    if kinds.contains(.service) || kinds.contains(.endpoint) {
      CatalogDiffer(desired: desired, live: live, groupsEndpoints: groupsEndpoints)
        .append(to: &difference, kinds: kinds, scope: scope)
    }
    return difference
  }
}

/// The comparison of one kind after the other whose key is a name.
private struct NamedComparison: NamedKindVisitor {
  let desired: DesiredState
  let live: LiveState
  let memberRole: QualifiedName?
  let secrets: UserPasswords
  var difference = Difference()

  mutating func visit<Value: NamedResource>(_ type: Value.Type) {
    var differ = NamedDiffer<Value>(desired, live)
    if Value.namedKind == .domain { differ.spared = Domain.defaultName }
    if Value.namedKind == .role { differ.spared = memberRole }
    if Value.namedKind == .user { differ.secrets = secrets }
    differ.append(to: &difference)
  }
}
