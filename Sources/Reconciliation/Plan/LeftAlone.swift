import IdentityModel

/// What pruning leaves alone although the seed does not mention it.
///
/// Keystone's own: the role of default tenants, whatever it is called, what its own set-up has made, and
/// the identity service. Domains, and what lives in one that the seed does not declare, or says is somebody
/// else's. The caller's: its user, tenant and roles. What a seed cannot say, and a dump
/// leaves out. What somebody else may have made for themselves: endpoints in a region that the seed does
/// not declare, or says is somebody else's. What Keystone does not delete: users and groups in a directory that it only reads, who is in
/// those groups, and what is immutable. What was granted to somebody who may be gone, where a domain lists
/// nobody: then its directory may not be found. And what a database may take for a declared name: its create would fail, and the next run
/// find neither.
struct LeftAlone {
  private let caller: Caller?
  private let unsayable: Unsayable
  private let names: DeclaredNames
  private let regions: Set<Name>
  /// Those that the seed says are somebody else's.
  private let othersRegions: Set<Name>
  /// The endpoints whose service is gone.
  private let orphans: Set<String>
  private let foreignRows: Set<String>
  private let unreachableRows: [String: String]
  private let members: MemberRole
  private let bootstrapped: Set<ResourceKey>
  private let live: LiveState
  /// The domains that the seed declares and nobody else does, but for the default one.
  private let domains: Set<Name>
  private let immutable: ImmutableObjects

  init(
    desired: DesiredState,
    live: LiveState,
    caller: Caller?,
    memberRole: BackendCapabilities.DefaultTenantRole?,
    bootstrapped: Set<ResourceKey>,
    unsayable: Unsayable
  ) {
    self.caller = caller
    self.unsayable = unsayable
    self.bootstrapped = bootstrapped
    names = DeclaredNames(desired)
    regions = desired.regionNames.union(desired.endpoints.map(\.region))
      .subtracting(desired.existingRegions)
    othersRegions = desired.existingRegions
    let services = Set(live.services.map(\.id))
    orphans = Set(live.endpoints.lazy.filter { !services.contains($0.serviceID) }.map(\.id))
    unreachableRows = live.unreachableRows
    foreignRows = Set(live.endpoints.filter { !$0.isManageable }.map(\.id))
    members = MemberRole(memberRole, live, declared: Set(desired.roles.map(\.name)))
    domains = Set(desired.domains.map(\.name.name)).subtracting(desired.existingDomains)
    self.live = live
    immutable = ImmutableObjects(live)
  }

  /// Whether the deletion of what the seed does not mention is none of pruning's.
  func covers(_ deletion: Change) -> Bool {
    immutable.contains(deletion.liveID) || isOffLimits(deletion)
  }

  /// Whether it is none of pruning's for no other reason than that it is immutable.
  func coversAsImmutable(_ deletion: Change) -> Bool {
    immutable.contains(deletion.liveID) && !isOffLimits(deletion)
  }

  /// Whether it is none of pruning's whether it can be deleted or not.
  private func isOffLimits(_ deletion: Change) -> Bool {
    if unsayable.keys.contains(deletion.key) { return true }
    if let id = deletion.liveID, unsayable.ids.contains(id) || unreachableRows[id] != nil {
      return true
    }
    if bootstrapped.contains(deletion.key) { return true }
    switch deletion.key {
    case .named(let kind, let name):
      return kind == .domain || !isOwn(name) || (kind == .role && members.names.contains(name))
        || live.isReadOnly(deletion.key)
        || caller?.depends(on: deletion.key) == true
        || declaredTwin(of: deletion.key) != nil
    case .implication(let implication):
      return !isOwn(implication.role)
    case .membership(let membership):
      return !isOwn(membership.group) || caller.map { membership.user == $0.user } == true
        || live.isReadOnly(deletion.key)
    case .assignment where deletion.reason == .holderIsGone && !live.domainsListingNobody.isEmpty:
      return true
    case .assignment(let assignment):
      return caller.map { assignment.user == $0.user } == true || !isOwn(assignment.scope)
        || members.brings(assignment)
    case .service(let key):
      return IdentityService.owns(deletion.key) || key.name == ""
    case .endpoint(let key):
      return IdentityService.owns(deletion.key) || !regions.contains(key.region)
        || deletion.liveID.map { foreignRows.contains($0) || orphans.contains($0) } == true
    case .limit(let key):
      return !isOwn(key.holder) || (key.region != "" && !regions.contains(key.region))
    }
  }

  /// Whether an object that has a name, or a group that somebody is in, is of a domain of the seed's own.
  func isInOwnDomain(_ key: ResourceKey) -> Bool {
    switch key {
    case .named(_, let name): isOwn(name)
    case .membership(let membership): isOwn(membership.group)
    case .implication, .assignment, .service, .endpoint, .limit: true
    }
  }

  /// Whether it lives in the default domain, or in another one of the seed's own.
  private func isOwn(_ name: QualifiedName) -> Bool { name.domain.map(domains.contains) ?? true }

  /// Whether a limit is for all, or for whom the seed may take it away.
  private func isOwn(_ holder: LimitHolder?) -> Bool {
    switch holder {
    case .tenant(let name): isOwn(name)
    case .domain(let name): name == Domain.defaultName.name || domains.contains(name)
    case nil: true
    }
  }

  private func isOwn(_ scope: RoleAssignment.Scope) -> Bool {
    switch scope {
    case .tenant(let name), .tenantsBelow(let name): isOwn(name)
    case .domain(let name), .tenantsOfDomain(let name):
      name == Domain.defaultName.name || domains.contains(name)
    case .system: true
    }
  }

  /// The declared name that a database may take the object's for.
  func declaredTwin(of key: ResourceKey) -> QualifiedName? { names.twin(of: key) }

  /// How many endpoints stay because the seed does not declare their region, by region.
  func undeclaredRegions(of deletions: [Change]) -> [Name: Int] {
    deletions.reduce(into: [:]) { counts, deletion in
      guard case .endpoint(let key) = deletion.key, key.region != "",
        !regions.contains(key.region), !othersRegions.contains(key.region),
        !IdentityService.owns(deletion.key)
      else { return }
      counts[key.region, default: 0] += 1
    }
  }
}

/// The names that the seed declares, as a database may compare them.
private struct DeclaredNames {
  private var declared: [ResourceKey: QualifiedName] = [:]

  init(_ desired: DesiredState) {
    for kind in NamedKind.allCases {
      for name in desired.names(of: kind) { declared[.named(kind, name.folded)] = name }
    }
  }

  func twin(of key: ResourceKey) -> QualifiedName? { declared[key.folded] }
}

/// The roles that a default tenant brings, which keystone.conf may call anything (`member_role_name`).
///
/// Such a role has the ID that Keystone has for it unless told otherwise, or, where there is none of
/// its usual name, is held by all users who have a default tenant, there and nowhere else. One that
/// the seed declares is the seed's.
private struct MemberRole {
  private(set) var names: Set<QualifiedName> = []
  private let usual: QualifiedName?
  private let tenants: [QualifiedName: QualifiedName]

  init(
    _ role: BackendCapabilities.DefaultTenantRole?,
    _ live: LiveState,
    declared: Set<QualifiedName>
  ) {
    usual = role?.name
    guard let role else {
      tenants = [:]
      return
    }
    names = [role.name]
    let pairs = live.users.compactMap { row in row.value.tenant.map { (row.value.name, $0) } }
    tenants = Dictionary(pairs) { first, _ in first }
    for row in live.roles where row.id == role.id { names.insert(row.value.name) }
    guard !live.roles.contains(where: { $0.value.name == role.name }) else { return }
    // Only pairs that were read tell anything.
    var known: Set<QualifiedName> = []
    var holders: [QualifiedName: Set<QualifiedName>] = [:]
    var elsewhere: Set<QualifiedName> = []
    for assignment in live.assignments {
      if let user = assignment.user, let tenant = tenants[user], tenant == assignment.tenant {
        known.insert(user)
        holders[assignment.role, default: []].insert(user)
      } else {
        elsewhere.insert(assignment.role)
      }
    }
    for (role, users) in holders
    where users == known && !elsewhere.contains(role) && !declared.contains(role) {
      names.insert(role)
    }
  }

  /// Whether Keystone itself has granted it.
  func brings(_ assignment: RoleAssignment) -> Bool {
    guard let user = assignment.user, let tenant = assignment.tenant else { return false }
    return assignment.role == usual
      || (names.contains(assignment.role) && tenants[user] == tenant)
  }
}
