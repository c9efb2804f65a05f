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
    for assignment in live.assignments.subtracting(declared).sorted() {
      let key = ResourceKey.assignment(assignment)
      if desired.absent.assignments.contains(assignment) {
        difference.changes.append(Change(.delete, key, reason: .declaredAbsent))
      } else if isManaged(assignment) {
        difference.unmanaged.append(Change(.delete, key, reason: .unmanaged))
      }
    }
  }

  private func isManaged(_ assignment: RoleAssignment) -> Bool {
    desired.usersWithDeclaredRoles.contains(assignment.user)
      && assignment.role != Role.memberName && !goesWithAnother(assignment)
  }

  /// Whether its tenant or role is declared absent, and takes it along.
  private func goesWithAnother(_ assignment: RoleAssignment) -> Bool {
    desired.absent.tenants.contains(assignment.tenant)
      || desired.absent.roles.contains(assignment.role)
  }
}
