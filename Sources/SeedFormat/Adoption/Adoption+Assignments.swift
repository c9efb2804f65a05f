internal import IdentityModel

extension Adoption {
  /// Declares all but what Keystone itself grants: `_member_` in the user's default tenant.
  mutating func adoptAssignments(of live: LiveState) {
    let users = Dictionary(desired.users.map { ($0.name, $0) }) { first, _ in first }
    let declared = Set(
      NamedKind.allCases.flatMap { kind in
        desired.names(of: kind).map { ResourceKey.named(kind, $0) }
      }
    ).union([.role(Role.memberName), .domain(Domain.defaultName.name)])
    let roles = Set(desired.roles.map(\.name))
    for assignment in live.assignments.sorted() {
      let reason: String? =
        if let missing = assignment.parts.last(where: { !declared.contains($0) }) {
          "goes with a \(missing.kind.rawValue) that is left out"
        } else if !assignment.isAtHome {
          "is of a domain's role elsewhere, where it means nothing"
        } else if live.indirectAssignments.contains(assignment) {
          "comes from a group, by inheritance or by implication, which v3 alone can change"
        } else {
          nil
        }
      if let reason {
        remarks.append(AdoptionRemark(leavingOut: .assignment(assignment), reason))
      } else if assignment.role != memberRole || assignment.tenant == nil
        || assignment.user.flatMap({ users[$0]?.tenant }) != assignment.tenant
      {
        declare(assignment, roles: roles)
      }
    }
    noteMissingMembers(of: live)
    noteMembersWithoutRole()
  }

  private mutating func declare(_ assignment: RoleAssignment, roles: Set<QualifiedName>) {
    desired.assignments.append(assignment)
    guard assignment.isShort(among: roles) else { return }
    switch (assignment.scope, assignment.holder) {
    case (.tenant, .user(let name)): desired.usersWithDeclaredRoles.insert(name)
    case (.tenant, .group(let name)): desired.groupsWithDeclaredRoles.insert(name)
    case (.domain, let holder): desired.holdersWithDomainRoles.insert(holder)
    case (.system, let holder): desired.holdersWithSystemRoles.insert(holder)
    case (.tenantsBelow, _), (.tenantsOfDomain, _): break
    }
  }

  /// A new Keystone has the role only after it made it, and no seed can.
  private mutating func noteMembersWithoutRole() {
    guard memberRole == nil || desired.users.allSatisfy({ $0.tenant == nil }) else { return }
    let reason =
      memberRole == nil
      ? "needs a role that a seed cannot declare, and a new Keystone of today lacks"
      : "needs a role that a new Keystone lacks until a user has a default tenant"
    for assignment in desired.assignments where assignment.role == Role.memberName {
      remarks.append(AdoptionRemark(.declared, .assignment, assignment.description, reason))
    }
  }

  /// Where there is no such role, another one that a user has in the default tenant may be it, since
  /// keystone.conf may call it anything (`member_role_name`).
  private mutating func noteMissingMembers(of live: LiveState) {
    guard memberRole != nil else { return }
    let isCalledSo = live.roles.contains { $0.value.name == Role.memberName }
    var members: [QualifiedName: Set<QualifiedName>] = [:]
    for assignment in isCalledSo ? [] : live.assignments {
      guard let user = assignment.user, let tenant = assignment.tenant else { continue }
      members[tenant, default: []].insert(user)
    }
    for user in desired.users {
      guard let tenant = user.tenant, members[tenant]?.contains(user.name) != true else { continue }
      let grant = RoleAssignment(user: user.name, tenant: tenant, role: Role.memberName)
      guard !live.assignments.contains(grant) else { continue }
      let reason = "lacks the role _member_ that Keystone gives in a default tenant"
      remarks.append(AdoptionRemark(.declared, .user, user.name.description, reason))
    }
  }
}
