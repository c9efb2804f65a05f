import IdentityModel

/// Compares who is in which group.
///
/// Members are given: of those that the seed does not name, only those of a group whose `members` it
/// declares are unmanaged.
struct MembershipDiffer {
  let desired: DesiredState
  let live: LiveState

  func append(to difference: inout Difference) {
    let declared = Set(desired.memberships)
    for membership in desired.memberships
    where !live.memberships.contains(membership) && isReachable(membership) {
      difference.changes.append(.create(.membership(membership)))
    }
    for membership in live.memberships.subtracting(declared).sorted() {
      let key = ResourceKey.membership(membership)
      if desired.absent.memberships.contains(membership) {
        difference.changes.append(.delete(key, row: nil, because: .declaredAbsent))
      } else if desired.groupsWithDeclaredMembers.contains(membership.group),
        !desired.absent.users.contains(membership.user)
      {
        difference.unmanaged.append(.delete(key, row: nil, because: .unmanaged))
      }
    }
  }

  /// Whether requests can name both; where not, a note says so of the one.
  private func isReachable(_ membership: Membership) -> Bool {
    membership.parts.allSatisfy { live.unreachable[$0] == nil }
  }
}
