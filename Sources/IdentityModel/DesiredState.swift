package import Texts

/// What the seed says should be there, fully resolved: no variables, no defaults left open.
package struct DesiredState: Hashable, Sendable {
  package var domains: [Domain] = []
  /// The regions, be it without an endpoint there.
  package var regions: [Region] = []
  package var roles: [Role] = []
  /// Which roles are to imply which, each once.
  package var implications: [Implication] = []
  package var tenants: [Tenant] = []
  package var groups: [Group] = []
  package var users: [User] = []
  /// Who is to be in which group, each once.
  package var memberships: [Membership] = []
  /// Who is to have which role where, each once.
  package var assignments: [RoleAssignment] = []
  package var services: [Service] = []
  package var endpoints: [Endpoint] = []
  /// How much there may be of what, registered for all and of their own, each once.
  package var limits: [Limit] = []

  /// The users whose `roles` the seed declares, be it as none.
  ///
  /// Only their assignments are managed: a field that is not declared is left alone.
  package var usersWithDeclaredRoles: Set<QualifiedName> = []

  /// The groups of which it declares the same.
  package var groupsWithDeclaredRoles: Set<QualifiedName> = []

  /// The roles whose `implies` the seed declares, be it as none.
  package var rolesWithDeclaredImplications: Set<QualifiedName> = []

  /// The groups whose `members` the seed declares, be it as none.
  package var groupsWithDeclaredMembers: Set<QualifiedName> = []

  /// Whose `domain_roles` the seed declares, be it as none: those on the domain that they live in.
  package var holdersWithDomainRoles: Set<RoleAssignment.Holder> = []

  /// Whose `system_roles` the seed declares, be it as none.
  package var holdersWithSystemRoles: Set<RoleAssignment.Holder> = []

  /// The services whose `limits` the seed declares, be it as none: those registered for all.
  package var servicesWithDeclaredLimits: Set<ServiceKey> = []

  /// The tenants and domains of which it declares the same: those of their own.
  package var holdersWithDeclaredLimits: Set<LimitHolder> = []

  /// The passwords that the seed declares, by user name.
  package var passwords: [QualifiedName: Secret] = [:]

  /// The users whose password the seed declares and nobody has read, since nothing needs it yet.
  package var unreadPasswords: Set<QualifiedName> = []

  /// The users whose declared password is given when they are created and never looked at again.
  package var usersWithFirstPassword: Set<QualifiedName> = []

  /// Those of them that are somebody else's: they must be there, and are never made, changed or pruned.
  package var existing: Set<ResourceKey> = []

  /// What an object was before it was renamed, by what it is.
  package var former: [ResourceKey: ResourceKey] = [:]

  /// What must not be there.
  package var absent = AbsentResources()

  package init() {}

  /// The names of ``regions``.
  package var regionNames: Set<Name> { Set(regions.map(\.name.name)) }

  /// Those of them that are somebody else's.
  package var existingRegions: Set<Name> {
    Set(regions.lazy.map(\.name.name).filter { existing.contains(.region($0)) })
  }

  /// The endpoints as catalogs are to show them: without what is declared to be disabled.
  package var shownEndpoints: [Endpoint] {
    let hidden = Set(services.lazy.filter { !$0.isShown }.map(\.key))
    return endpoints.filter { !hidden.contains($0.service) }.compactMap { endpoint in
      guard !endpoint.hidden.isEmpty else { return endpoint }
      var shown = endpoint
      for interface in endpoint.hidden { shown.set(nil, of: interface) }
      return shown.interfaces.isEmpty ? nil : shown
    }
  }

  /// The names of the objects of a kind that it declares.
  package func names(of kind: NamedKind) -> [QualifiedName] {
    func names<Value: NamedResource>(_ type: Value.Type) -> [QualifiedName] {
      Value.declared(in: self).map(\.key)
    }
    return names(kind.type)
  }

  /// Whether it declares any object of a kind.
  package func hasAny(_ kind: NamedKind) -> Bool {
    func hasAny<Value: NamedResource>(_ type: Value.Type) -> Bool {
      !Value.declared(in: self).isEmpty
    }
    return hasAny(kind.type)
  }
}
