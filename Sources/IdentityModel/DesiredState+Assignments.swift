extension DesiredState {
  /// Whether it declares roles of anybody, be it as none.
  package var declaresRoles: Bool {
    !usersWithDeclaredRoles.isEmpty || !groupsWithDeclaredRoles.isEmpty
      || !holdersWithDomainRoles.isEmpty || !holdersWithSystemRoles.isEmpty
  }

  /// Whether the word that declares such an assignment stands at the one who has it, so that what it does
  /// not list is unmanaged: no word is about tenants of other domains, or about what is inherited.
  package func declaresAll(like assignment: RoleAssignment) -> Bool {
    switch assignment.scope {
    case .tenant(let tenant):
      switch assignment.holder {
      case .user(let name):
        name.domain == tenant.domain && usersWithDeclaredRoles.contains(name)
      case .group(let name):
        name.domain == tenant.domain && groupsWithDeclaredRoles.contains(name)
      }
    case .domain(let name):
      assignment.holder.domain == name && holdersWithDomainRoles.contains(assignment.holder)
    case .system:
      holdersWithSystemRoles.contains(assignment.holder)
    case .tenantsBelow, .tenantsOfDomain:
      false
    }
  }

  /// Whether it says anything of roles on a domain.
  var namesDomainScopes: Bool {
    !holdersWithDomainRoles.isEmpty
      || [assignments, Array(absent.assignments)].joined().contains {
        $0.scope.key?.kind == .domain
      }
  }
}
