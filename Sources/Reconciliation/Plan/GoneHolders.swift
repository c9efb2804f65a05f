import IdentityModel

/// Who is gone from a directory, and holds roles that Keystone has left behind.
struct GoneHolders {
  let live: LiveState
  /// Whether pruning was asked for.
  let isPruned: Bool

  /// A note for each of them whose roles the plan leaves.
  ///
  /// - Parameters:
  ///   - unmanaged: What the seed does not mention.
  ///   - changes: What the plan does.
  /// - Returns: The notes.
  func notes(on unmanaged: [Change], besides changes: [Change]) -> [PlanNote] {
    guard !live.assignmentsOfGone.isEmpty else { return [] }
    let revoked = Set(changes.lazy.filter { $0.reason == .holderIsGone })
    var left: [RoleAssignment.Holder: [RoleAssignment]] = [:]
    for change in unmanaged where change.reason == .holderIsGone && !revoked.contains(change) {
      guard case .assignment(let assignment) = change.key else { continue }
      left[assignment.holder, default: []].append(assignment)
    }
    let doubts = live.domainsListingNobody.sorted()
    let reason: PlanNote.GoneReason =
      if !doubts.isEmpty { .domainsListNobody(doubts) } else { isPruned ? .notOwn : .notPruned }
    return left.map { .holderIsGone($0.key, $0.value.sorted(), reason) }
  }
}
