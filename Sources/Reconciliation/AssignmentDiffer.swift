import IdentityModel

/// Compares who has which role where.
///
/// Only users whose `roles` the seed declares are managed; `_member_` is Keystone's own unless the
/// seed names it.
struct AssignmentDiffer {
  let desired: DesiredState
  let live: LiveState

  func append(to difference: inout Difference) {
    let declared = Set(desired.assignments)
    for assignment in desired.assignments where !live.assignments.contains(assignment) {
      difference.changes.append(Change(.create, .assignment(assignment)))
    }
    // Most of a cloud's assignments are of no concern here, so only what is left is sorted.
    let others = live.assignments.filter { assignment in
      (isDeclaredAbsent(assignment) || isManaged(assignment)) && !declared.contains(assignment)
    }
    for assignment in others.sorted() {
      let key = ResourceKey.assignment(assignment)
      if isDeclaredAbsent(assignment) {
        difference.changes.append(Change(.delete, key, reason: .declaredAbsent))
      } else {
        difference.unmanaged.append(Change(.delete, key, reason: .unmanaged))
      }
    }
  }

  private func isDeclaredAbsent(_ assignment: RoleAssignment) -> Bool {
    desired.absent.assignments.contains(assignment)
  }

  private func isManaged(_ assignment: RoleAssignment) -> Bool {
    assignment.role != Role.memberName && desired.usersWithDeclaredRoles.contains(assignment.user)
      && !goesWithAnother(assignment)
  }

  /// Whether its tenant or role is declared absent, and takes it along.
  private func goesWithAnother(_ assignment: RoleAssignment) -> Bool {
    desired.absent.tenants.contains(assignment.tenant)
      || desired.absent.roles.contains(assignment.role)
  }
}
