import IdentityModel

/// Compares which roles imply which.
///
/// Implications are given: of those that the seed does not name, only those of a role whose `implies`
/// it declares are unmanaged.
struct ImplicationDiffer {
  let desired: DesiredState
  let live: LiveState

  func append(to difference: inout Difference) {
    let declared = Set(desired.implications)
    for implication in desired.implications
    where !live.implications.contains(implication) && isReachable(implication) {
      difference.changes.append(.create(.implication(implication)))
    }
    for implication in live.implications.subtracting(declared).sorted() {
      let key = ResourceKey.implication(implication)
      if desired.absent.implications.contains(implication) {
        difference.changes.append(.delete(key, row: nil, because: .declaredAbsent))
      } else if desired.rolesWithDeclaredImplications.contains(implication.role),
        !desired.absent.roles.contains(implication.implied)
      {
        difference.unmanaged.append(.delete(key, row: nil, because: .unmanaged))
      }
    }
  }

  /// Whether requests can name both; where not, a note says so of the one.
  private func isReachable(_ implication: Implication) -> Bool {
    implication.parts.allSatisfy { live.unreachable[$0] == nil }
  }
}
