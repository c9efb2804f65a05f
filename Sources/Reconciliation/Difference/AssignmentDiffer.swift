import IdentityModel

/// Compares who has which role where.
///
/// Only of those whose `roles`, `domain_roles` or `system_roles` the seed declares is anything managed, each
/// for its own scope; the role of default tenants is Keystone's own unless the seed names it. What comes from a group, by inheritance or by implication is neither granted
/// once more nor taken away.
struct AssignmentDiffer {
  let desired: DesiredState
  let live: LiveState
  let memberRole: QualifiedName?

  func append(to difference: inout Difference) {
    var found = 0
    for assignment in desired.assignments {
      if live.assignments.contains(assignment) {
        found += 1
      } else if isReachable(assignment) {
        difference.changes.append(.create(.assignment(assignment)))
      }
    }
    for assignment in live.assignmentsOfGone.sorted() {
      difference.unmanaged.append(
        .delete(.assignment(assignment), row: assignment.holder.name.text, because: .holderIsGone)
      )
    }
    // A cloud that has come to rest has the declared ones alone, and nothing is left to look at.
    guard found < live.assignments.count else { return }
    let declared = Set(desired.assignments)
    // Most of a cloud's assignments are of no concern here, so only what is left is sorted.
    let others = live.assignments.filter { assignment in
      (isDeclaredAbsent(assignment) || isManaged(assignment)) && !declared.contains(assignment)
    }
    for assignment in others.sorted() {
      let key = ResourceKey.assignment(assignment)
      if live.indirectAssignments.contains(assignment) {
        if isDeclaredAbsent(assignment) {
          difference.notes.append(.indirect(assignment))
        } else {
          difference.pruneNotes.append(.indirect(assignment))
        }
      } else if isDeclaredAbsent(assignment) {
        difference.changes.append(.delete(key, row: nil, because: .declaredAbsent))
      } else {
        difference.unmanaged.append(.delete(key, row: nil, because: .unmanaged))
      }
    }
  }

  /// Whether requests can name all its parts; where not, a note says so of the part.
  private func isReachable(_ assignment: RoleAssignment) -> Bool {
    live.unreachable.isEmpty
      || assignment.parts.allSatisfy { live.unreachable[$0] == nil }
  }

  private func isDeclaredAbsent(_ assignment: RoleAssignment) -> Bool {
    desired.absent.assignments.contains(assignment)
  }

  private func isManaged(_ assignment: RoleAssignment) -> Bool {
    assignment.role != memberRole && desired.declaresAll(like: assignment)
      && !goesWithAnother(assignment)
  }

  /// Whether its tenant or role is declared absent, and takes it along.
  private func goesWithAnother(_ assignment: RoleAssignment) -> Bool {
    assignment.tenant.map { desired.absent.tenants.contains($0) } == true
      || desired.absent.roles.contains(assignment.role)
  }
}
