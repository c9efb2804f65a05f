package import Convergence
package import IdentityModel
package import KeystoneClient
package import Reconciliation
package import Texts

/// Identity v3 as a backend, for what lives in one domain, and in others that it is told of.
package struct V3Backend: IdentityBackend {
  private let client: V3Client
  private let madeRegions: V3Regions
  private let domainNames: V3Domains
  private let knownProjects: V3Projects
  private let listed: V3Listed?

  /// Makes a backend.
  ///
  /// - Parameters:
  ///   - client: What speaks v3.
  ///   - domainID: The default domain, in which all lives that a seed names without another one.
  ///   - listed: What takes in the lists that are read whole; nil where nobody else wants them.
  package init(client: V3Client, domainID: String, listed: V3Listed? = nil) {
    self.client = client
    self.listed = listed
    madeRegions = V3Regions(client: client)
    knownProjects = V3Projects(client: client)
    domainNames = V3Domains(client: client, defaultID: domainID, listed: listed)
  }

  /// What Identity v3 can do: it changes rows in place and does nothing that it is not asked for.
  package static let capabilities = BackendCapabilities(
    name: "v3",
    updatesServices: true,
    updatesEndpoints: true,
    groupsEndpoints: false,
    endpointsMakeRegions: false,
    listsGrants: true,
    bootstrapped: bootstrapped,
    defaultTenantRole: nil
  )

  /// What `keystone-manage bootstrap` makes unless it is told other names
  /// (`keystone.cmd.bootstrap.Bootstrapper`).
  private static let bootstrapped = Set<ResourceKey>([
    .tenant("admin"), .user("admin"),
    .assignment(RoleAssignment(.user("admin"), .system, role: "admin")),
  ]).union(Role.bootstrapped.map { .role($0) }).union(Implication.bootstrapped.map(\.resourceKey))

  package var capabilities: BackendCapabilities { Self.capabilities }

  package func look(into domains: [Name: Name?]) async { await domainNames.look(into: domains) }

  package func allowGaps(lookingUp names: @escaping @Sendable (Directory) -> Set<Name>) async {
    await domainNames.allowGaps(lookingUp: names)
  }

  package func gaps() async -> Set<ListGap> { await domainNames.gaps }

  package var domains: any ResourceStore<Domain> {
    V3DomainStore(client: client, domains: domainNames)
  }
  package var regions: any ResourceStore<Region> {
    V3RegionStore(client: client, known: madeRegions)
  }
  package var roles: any ResourceStore<Role> {
    V3RoleStore(client: client, domains: domainNames, listed: listed)
  }
  package var tenants: any ResourceStore<Tenant> {
    V3ProjectStore(client: client, domains: domainNames, known: knownProjects, listed: listed)
  }
  package var groups: any ResourceStore<Group> {
    V3GroupStore(client: client, domains: domainNames, listed: listed)
  }
  package var users: any ResourceStore<UserWrite> {
    V3UserStore(client: client, domains: domainNames, listed: listed)
  }
  package var services: any ResourceStore<Service> { V3ServiceStore(client: client) }
  package var endpoints: any ResourceStore<EndpointWrite> {
    V3EndpointStore(client: client, regions: madeRegions)
  }
  package var registeredLimits: any ResourceStore<RegisteredLimitWrite> {
    V3RegisteredLimitStore(client: client)
  }
  package var limits: any ResourceStore<LimitWrite> { V3LimitStore(client: client) }

  /// Who asks.
  package func caller() async throws(BackendFailure) -> Caller? {
    guard let token = try await translated(await client.caller()) else { return nil }
    func name(_ member: V3DomainMember) -> QualifiedName {
      let isDefault = domainNames.isDefault(id: member.domain.id)
      return QualifiedName(Name(member.name), of: isDefault ? nil : Name(member.domain.name))
    }
    let domain = token.domain.map { domain in
      domainNames.isDefault(id: domain.id) ? Domain.defaultName.name : Name(domain.name)
    }
    let scope: RoleAssignment.Scope? =
      if let project = token.project {
        .tenant(name(project))
      } else {
        domain.map { .domain($0) } ?? (token.isSystem ? .system : nil)
      }
    return Caller(
      user: name(token.user),
      on: scope,
      roles: Set(token.roles.map { QualifiedName($0.name) }),
      ids: Caller.IDs(user: token.user.id, tenant: token.project?.id)
    )
  }

  // MARK: Roles of users

  package func roles(
    ofUser userID: String,
    inTenant tenantID: String
  ) async throws(BackendFailure) -> Set<QualifiedName> {
    let ids = try await translated(
      await client.effectiveRoles(ofUser: userID, onProject: tenantID)
    )
    return Set(try await roles.list().filter { ids.contains($0.id) }.map(\.value.name))
  }

  package func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String> {
    let grants = try await grants(ofUser: nil)
    return Set(grants.lazy.filter { $0.tenantID == tenantID }.compactMap(\.userID))
  }

  /// What takes effect is no concern here: roles are compared with what was granted.
  package func assignments() async -> [AssignmentIDs]? { nil }

  package func directAssignments(
    ofUser userID: String?
  ) async throws(BackendFailure) -> [AssignmentIDs]? {
    try await grants(ofUser: userID)
  }

  /// The roles that users and groups were granted on something, or on what is below it.
  private func grants(ofUser userID: String?) async throws(BackendFailure) -> [AssignmentIDs] {
    let actor = userID.map { V3Actor.user($0) }
    let grants = try await translated(await client.grants(of: actor))
    if actor == nil { await listed?.note { $0.grants = grants } }
    return grants.map { AssignmentIDs($0) }
  }

  package func implications() async throws(BackendFailure) -> Set<ImplicationIDs> {
    let list = try await translated(await client.implications())
    await listed?.note { $0.implications = list }
    return Set(list.map { ImplicationIDs(roleID: $0.priorID, impliedID: $0.impliedID) })
  }

  package func imply(_ implication: ImplicationIDs) async throws(BackendFailure) {
    try await translated(await client.createImplication(V3Implication(implication)))
  }

  package func stopImplying(_ implication: ImplicationIDs) async throws(BackendFailure) {
    try await translated(await client.deleteImplication(V3Implication(implication)))
  }

  package func members(ofGroup groupID: String) async throws(BackendFailure) -> Set<String> {
    Set(try await translated(await client.users(inGroup: groupID)).map(\.id))
  }

  package func join(_ membership: MembershipIDs) async throws(BackendFailure) {
    try await translated(await client.addUser(membership.userID, toGroup: membership.groupID))
  }

  package func leave(_ membership: MembershipIDs) async throws(BackendFailure) {
    try await translated(
      await client.removeUser(membership.userID, fromGroup: membership.groupID)
    )
  }

  package func tenantPlaces() async throws(BackendFailure) -> [PlaceIDs] {
    try await translated(await client.projects(ofDomain: nil)).map { project in
      PlaceIDs(
        id: project.id,
        name: Name(project.name),
        domainID: project.domainID,
        parentID: project.parentProjectID
      )
    }
  }

  package func userName(id: String) async throws(BackendFailure) -> QualifiedName {
    let user = try await translated(await client.user(id: id))
    let domain = try await domainNames.name(ofID: user.domainID)
    return QualifiedName(Name(user.name), of: domain)
  }

  package func grant(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await translated(await client.grant(V3Grant(assignment)))
  }

  package func revoke(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await translated(await client.revoke(V3Grant(assignment)))
  }

  // MARK: What the list of endpoints tells by itself

  package func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>? { [] }

  package func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList { .notThere }

  // MARK: Logins

  /// A password that needs a second factor beside it is right.
  package func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> Reconciliation.PasswordCheck {
    switch try await translated(await client.checkPassword(password, ofUser: userID)) {
    case .accepted, .needsMore: .accepted
    case .refused: .refused
    case .mustBeChanged: .mustBeChanged
    case .locked: .locked
    case .disabled: .userDisabled
    }
  }

  package func shownUnreachable(_ id: String) -> String? { unreachableIDShown(id) }

  package func isInDirectory(_ id: String) -> Bool { !V3Group.isDatabaseID(id) }

  package func isGone(_ holder: AssignmentIDs.Holder) async -> Bool {
    do throws(KeystoneError) {
      switch holder {
      case .user(let id): _ = try await client.user(id: id)
      case .group(let id): _ = try await client.group(id: id)
      }
      return false
    } catch {
      return error.isNotFound
    }
  }

  package func disabledDomain(ofUser user: Live<User>) async -> String? {
    do throws(BackendFailure) {
      let id = try await domainNames.id(of: user.value.name.domain)
      return try await translated(await client.domain(id: id).enabled) ? nil : id
    } catch {
      return nil
    }
  }

  package func callerPasswordChanged(to password: Secret) async throws(BackendFailure) {
    try await translated(await client.reauthenticate(password: password))
  }
}

extension V3Implication {
  fileprivate init(_ ids: ImplicationIDs) {
    self.init(priorID: ids.roleID, impliedID: ids.impliedID)
  }
}

extension V3Grant {
  fileprivate init(_ ids: AssignmentIDs) {
    let actor: V3Actor =
      switch ids.holder {
      case .user(let id): .user(id)
      case .group(let id): .group(id)
      }
    let scope: V3GrantScope =
      switch ids.scope {
      case .tenant(let id): .project(id)
      case .domain(let id): .domain(id)
      case .system: .system
      case .tenantsBelow(let id): .projectsBelow(id)
      case .tenantsOfDomain(let id): .projectsOfDomain(id)
      }
    self.init(actor, scope, roleID: ids.roleID)
  }
}

extension AssignmentIDs {
  fileprivate init(_ grant: V3Grant) {
    let scope: Scope =
      switch grant.scope {
      case .project(let id): .tenant(id)
      case .domain(let id): .domain(id)
      case .system: .system
      case .projectsBelow(let id): .tenantsBelow(id)
      case .projectsOfDomain(let id): .tenantsOfDomain(id)
      }
    switch grant.actor {
    case .user(let id): self.init(.user(id), scope, roleID: grant.roleID)
    case .group(let id): self.init(.group(id), scope, roleID: grant.roleID)
    }
  }
}
