internal import IdentityModel
internal import Texts

/// Turns a sound document into the state that it asks for.
enum SeedResolver {
  /// The passwords' sources by user, with their places for those who read them.
  typealias PasswordSources = [QualifiedName: Located<SecretSource>]

  /// The desired state, all but the passwords, whose sources are not read yet.
  static func resolve(
    _ document: SeedDocument,
    into diagnostics: inout DiagnosticCollector
  ) -> (desired: DesiredState, passwordSources: PasswordSources) {
    var desired = DesiredState()
    desired.domains = document.domains.entries.map { entry in
      Domain(
        name: entry.name.value,
        description: entry.description?.value,
        enabled: entry.enabled?.value,
        options: entry.options.resolved
      )
    }
    desired.roles = document.roles.entries.map { entry in
      Role(
        name: entry.name.value,
        description: entry.description?.value,
        options: entry.options.resolved
      )
    }
    desired.implications = document.roles.entries.flatMap { $0.implications.map(\.value) }
    desired.rolesWithDeclaredImplications = Set(
      document.roles.entries.lazy.filter { $0.implies != nil }.map(\.name.value)
    )
    desired.tenants = document.tenants.entries.map { entry in
      Tenant(
        name: entry.name.value,
        description: entry.description?.value,
        parent: entry.parent?.value,
        enabled: entry.enabled?.value,
        tags: entry.tags.map { tags in Set(tags.value.map { ExactText($0.value.text) }) },
        options: entry.options.resolved
      )
    }
    desired.groups = document.groups.entries.map { entry in
      Group(name: entry.name.value, description: entry.description?.value)
    }
    let sources = take(users: document.users.entries, into: &desired)
    for group in document.groups.entries {
      if group.roles.inTenants != nil { desired.groupsWithDeclaredRoles.insert(group.name.value) }
      take(group.roles, of: .group(group.name.value), into: &desired)
    }
    add(document.assignments, to: &desired)
    desired.memberships = memberships(of: document)
    desired.groupsWithDeclaredMembers = Set(
      document.groups.entries.lazy.filter { $0.members != nil }.map(\.name.value)
    )
    desired.services = document.services.entries.compactMap { entry in
      entry.key.map { key in
        Service(
          type: key.type,
          name: key.name,
          description: entry.description?.value,
          isShown: entry.enabled?.value ?? true
        )
      }
    }
    let catalog = EndpointResolver.resolve(document, into: &diagnostics)
    desired.endpoints = catalog.endpoints
    desired.regions = document.regions.entries.map { entry in
      Region(
        name: entry.name.value,
        description: entry.description?.value,
        parent: entry.parent?.value
      )
    }
    desired.absent = absent(document.absent)
    desired.absent.endpoints.formUnion(catalog.absent)
    take(limits: document, into: &desired, &diagnostics)
    origins(of: document, into: &desired)
    return (desired, sources)
  }

  /// Returns where their passwords come from.
  private static func take(
    users: [UserEntry],
    into desired: inout DesiredState
  ) -> PasswordSources {
    var sources: PasswordSources = [:]
    sources.reserveCapacity(users.count)
    desired.users.reserveCapacity(users.count)
    desired.usersWithDeclaredRoles.reserveCapacity(users.count)
    desired.assignments.reserveCapacity(users.count)
    // Field by field, without a copy of all that a user has.
    for index in users.indices {
      let name = users[index].name.value
      desired.users.append(
        User(
          name: name,
          description: users[index].description?.value,
          email: users[index].email?.value,
          tenant: users[index].tenant?.value,
          enabled: users[index].enabled?.value,
          options: users[index].options.resolved
        )
      )
      if let password = users[index].password {
        sources[name] = Located(password.value.source, at: password.location)
        if password.value.isSetOnce { desired.usersWithFirstPassword.insert(name) }
      }
      if users[index].exists != nil { desired.existing.insert(.user(name)) }
      if let was = users[index].was { desired.former[.user(name)] = .user(was.value) }
      if users[index].roles.inTenants != nil { desired.usersWithDeclaredRoles.insert(name) }
      take(users[index].roles, of: .user(name), into: &desired)
    }
    return sources
  }

  /// Who is in which group, whichever of the two says it.
  private static func memberships(of document: SeedDocument) -> [Membership] {
    let byGroup = document.groups.entries.flatMap { group in
      (group.members ?? []).map { Membership(user: $0.value, group: group.name.value) }
    }
    let byUser = document.users.entries.flatMap { user in
      user.groups.map { Membership(user: user.name.value, group: $0.value) }
    }
    guard !byUser.isEmpty else { return byGroup }
    var seen: Set<Membership> = []
    return (byGroup + byUser).filter { seen.insert($0).inserted }
  }

  /// Adds what is said once more, or is no user's and no group's word, each once.
  private static func add(_ entries: [AssignmentEntry], to desired: inout DesiredState) {
    guard !entries.isEmpty else { return }
    var seen = Set(desired.assignments)
    for assignment in entries.lazy.flatMap(\.assignments) {
      guard seen.insert(assignment.value).inserted else { continue }
      desired.assignments.append(assignment.value)
    }
  }

  private static func take(
    limits document: SeedDocument,
    into desired: inout DesiredState,
    _ diagnostics: inout DiagnosticCollector
  ) {
    let limits = LimitResolver.resolve(document, endpoints: desired.endpoints, into: &diagnostics)
    desired.limits = limits.limits
    desired.absent.limits.formUnion(limits.absent)
    desired.servicesWithDeclaredLimits = Set(
      document.services.entries.filter { !$0.limits.isEmpty }.compactMap(\.key)
    )
    for tenant in document.tenants.entries where !tenant.limits.isEmpty {
      desired.holdersWithDeclaredLimits.insert(.tenant(tenant.name.value))
    }
    for domain in document.domains.entries where !domain.limits.isEmpty {
      desired.holdersWithDeclaredLimits.insert(.domain(domain.name.value.name))
    }
  }

  private static func take(
    _ roles: DeclaredRoles,
    of holder: RoleAssignment.Holder,
    into desired: inout DesiredState
  ) {
    roles.forEach(of: holder) { role, scope in
      desired.assignments.append(RoleAssignment(holder, scope, role: role.value.name))
    }
    if roles.onDomain != nil { desired.holdersWithDomainRoles.insert(holder) }
    if roles.onSystem != nil { desired.holdersWithSystemRoles.insert(holder) }
  }

  /// What is somebody else's, and what was called otherwise, of all that is no user.
  private static func origins(of document: SeedDocument, into desired: inout DesiredState) {
    func take(
      _ key: @autoclosure () -> ResourceKey,
      _ exists: FileLocation?,
      was former: @autoclosure () -> ResourceKey?
    ) {
      if exists != nil { desired.existing.insert(key()) }
      if let former = former() { desired.former[key()] = former }
    }
    for domain in document.domains.entries {
      let key = ResourceKey.domain(domain.name.value.name)
      take(key, domain.exists, was: domain.was.map { .domain($0.value.name) })
    }
    for role in document.roles.entries {
      take(.role(role.name.value), role.exists, was: role.was.map { .role($0.value) })
    }
    for tenant in document.tenants.entries {
      take(.tenant(tenant.name.value), tenant.exists, was: tenant.was.map { .tenant($0.value) })
    }
    for group in document.groups.entries {
      take(.group(group.name.value), group.exists, was: group.was.map { .group($0.value) })
    }
    for service in document.services.entries {
      guard let key = service.key else { continue }
      take(.service(key), service.exists, was: service.was.map { .service($0.value) })
    }
    for region in document.regions.entries {
      take(.region(region.name.value), region.exists, was: nil)
    }
  }

  private static func absent(_ entries: AbsentEntries) -> AbsentResources {
    var absent = AbsentResources()
    absent.domains = Set(entries.domains.map(\.value))
    absent.roles = Set(entries.roles.map(\.value))
    absent.tenants = Set(entries.tenants.map(\.value))
    absent.groups = Set(entries.groups.map(\.value))
    absent.users = Set(entries.users.map(\.value))
    absent.implications = Set(entries.implications.map(\.value.implication))
    absent.memberships = Set(entries.memberships.map(\.value))
    absent.assignments = Set(entries.assignments.flatMap(\.assignments).map(\.value))
    absent.services = Set(entries.services.map(\.value))
    absent.endpoints = Set(entries.endpoints.map(\.value))
    absent.limits = Set(entries.limits.map(\.value))
    absent.regions = Set(entries.regions.map(\.value))
    return absent
  }
}
