import IdentityModel
import Reconciliation

/// Tells what was granted to a user from what only takes effect for one.
///
/// What takes effect is listed as the user's own, be it from a group, by inheritance or by implication,
/// and is answered 404 when it is to be revoked.
struct IndirectAssignments {
  let backend: any IdentityBackend
  let live: LiveState
  /// Those that were granted, where that is known already.
  var grants: Set<RoleAssignment>?

  /// Asks what of some assignments was not granted.
  ///
  /// - Parameter candidates: Live assignments that a plan would take away.
  /// - Returns: Those that nobody granted to their users; none where nobody can say.
  func among(_ candidates: some Collection<RoleAssignment>) async -> Set<RoleAssignment> {
    // A plan that takes nothing away needs no table of all IDs.
    guard !candidates.isEmpty else { return [] }
    if let grants { return Set(candidates.filter { !grants.contains($0) }) }
    let ids = LiveIDs(live)
    var known: [AssignmentIDs: RoleAssignment] = [:]
    for candidate in candidates {
      if let key = ids.assignment(candidate) { known[key] = candidate }
    }
    guard !known.isEmpty, let direct = await backend.grants(ofHoldersOf: known.keys)
    else {
      return []
    }
    return Set(known.filter { !direct.contains($0.key) }.values)
  }
}

extension Difference {
  /// The assignments that it takes away, or would by pruning.
  var revocable: [RoleAssignment] {
    (changes + unmanaged).compactMap { change in
      guard case .assignment(let assignment) = change.key, change.action == .delete else {
        return nil
      }
      return assignment
    }
  }
}
