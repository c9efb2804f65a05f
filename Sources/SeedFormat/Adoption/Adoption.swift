internal import IdentityModel
internal import Texts

/// What a seed can say of a live state, such that a plan of it on that cloud is empty, and what it
/// cannot.
///
/// Whether a name or a URL can be declared is asked of the rules that read seeds, so that whatever
/// is adopted is valid. What exists twice is left out rather than declared, since a plan would
/// remove all but one.
struct Adoption {
  private(set) var desired = DesiredState()
  private(set) var remarks: [AdoptionRemark] = []
  let doubts: [AdoptionDoubt]
  /// The role that comes with a default tenant; nil where none does, as over v3.
  private let memberRole: QualifiedName?
  private let rolesAreKeys: Bool

  /// Adopts a state.
  ///
  /// - Parameters:
  ///   - live: What the cloud holds.
  ///   - memberRole: The role that comes with a default tenant, and so goes without saying; nil where
  ///     none does.
  ///   - saysMore: Whether a seed can say of the catalog what v3 alone has: see ``CatalogAdoption``.
  ///   - rolesAreKeys: Whether roles are names of fields, whatever there is to say of them.
  init(
    _ live: LiveState,
    memberRole: QualifiedName? = Role.memberName,
    saysMore: Bool = false,
    rolesAreKeys: Bool = false
  ) {
    self.memberRole = memberRole
    self.rolesAreKeys = rolesAreKeys
    doubts = AdoptionDoubt.all(about: live)
    adoptPeople(of: live)
    adoptMembers(of: live)
    noteUnreachable(of: live)
    adoptAssignments(of: live)
    var catalog = CatalogAdoption(live, saysMore: saysMore)
    catalog.adopt()
    adoptRegions(of: live)
    desired.services = catalog.services
    desired.endpoints = catalog.endpoints
    remarks += catalog.remarks
    adoptLimits(of: live)
    remarks.sort(by: AdoptionRemark.precedes)
  }

  // MARK: Limits

  private mutating func adoptLimits(of live: LiveState) {
    let adoption = LimitAdoption(live, beside: desired)
    desired.limits = adoption.limits
    remarks += adoption.remarks
    for limit in adoption.limits {
      switch limit.key.holder {
      case nil: desired.servicesWithDeclaredLimits.insert(limit.key.service)
      case let holder?: desired.holdersWithDeclaredLimits.insert(holder)
      }
    }
    // The default domain is said where it has something of its own.
    let name = Domain.defaultName
    if desired.holdersWithDeclaredLimits.contains(.domain(name.name)) {
      desired.domains.append(Domain(name: name))
    }
  }

  // MARK: Regions

  /// The catalog tells of those whose names look alike, since that matters to endpoints.
  private mutating func adoptRegions(of live: LiveState) {
    let regions = adopt(live.regions, NameRule.region, stands: .asKey) { name in
      EndpointInterface(rawValue: name.text).map { _ in
        "cannot be declared: an interface is called so"
      }
    }
    let names = Set(regions.map(\.name.name))
    desired.regions = regions.map { region in
      Region(
        name: region.name.name,
        description: Self.text(region.description),
        parent: region.parent.flatMap { names.contains($0) ? $0 : nil }
      )
    }
    for region in regions {
      guard let parent = region.parent, !names.contains(parent) else { continue }
      let reason = "is below a region that is left out, \(YAMLScalar.quoted(parent.text))"
      remarks.append(AdoptionRemark(.declared, .region, region.name.text, reason))
    }
  }

  // MARK: Roles, tenants, users

  private mutating func adoptPeople(of live: LiveState) {
    let domains = live.domains.filter { $0.value.name != Domain.defaultName }
    desired.domains = adopt(domains, NameRule.domain, stands: .asKey).map { domain in
      Domain(
        name: domain.name,
        description: Self.text(domain.description),
        enabled: domain.enabled == false ? false : nil,
        options: domain.options
      )
    }
    adoptRoles(of: live)
    let projects = adopt(live.tenants, NameRule.tenant, stands: .asKey)
    let projectNames = Set(projects.map(\.resourceKey))
    desired.tenants = projects.map { tenant in
      Tenant(
        name: tenant.name,
        description: Self.text(tenant.description),
        parent: tenant.whole.flatMap { projectNames.contains($0) ? tenant.parent : nil },
        enabled: tenant.enabled == false ? false : nil,
        tags: tenant.tags.flatMap { $0.isEmpty ? nil : sayable($0, of: tenant.name) },
        options: tenant.options
      )
    }
    for tenant in projects {
      guard let parent = tenant.parent, tenant.whole.map({ !projectNames.contains($0) }) == true
      else { continue }
      let reason = "is below a project that is left out, \(YAMLScalar.quoted(parent.text))"
      remarks.append(AdoptionRemark(.declared, .tenant, tenant.name.description, reason))
    }
    desired.groups = adopt(live.groups, NameRule.group, stands: .asKey).map { group in
      Group(name: group.name, description: Self.text(group.description))
    }
    let tenants = Set(desired.tenants.map(\.name))
    desired.users = adopt(live.users, NameRule.user, stands: .asKey).map { user in
      User(
        name: user.name,
        description: Self.text(user.description),
        email: Self.text(user.email),
        tenant: user.tenant.flatMap { tenants.contains($0) ? $0 : nil },
        enabled: user.enabled == false ? false : nil,
        options: user.options
      )
    }
    let users = Set(desired.users.map(\.name))
    for user in live.users.map(\.value) where users.contains(user.name) {
      guard let tenant = user.tenant, !tenants.contains(tenant) else { continue }
      let reason = "has a default tenant that is left out, \(YAMLScalar.quoted(tenant.description))"
      remarks.append(AdoptionRemark(.declared, .user, user.name.description, reason))
    }
  }

  /// The tags of a project; nil where a seed cannot say one of them, since it has all or none of them.
  private mutating func sayable(
    _ tags: Set<ExactText>,
    of tenant: QualifiedName
  ) -> Set<ExactText>? {
    var names = NameAdoption(rule: .tag, place: .inList)
    let isSayable =
      Set(tags.map(\.text)).count == tags.count
      && tags.allSatisfy { names.refusal(of: Name($0.text)) == nil }
    guard !isSayable else { return tags }
    let reason = "has tags that a seed cannot say"
    remarks.append(AdoptionRemark(.declared, .tenant, tenant.description, reason))
    return nil
  }

  /// The objects whose names a seed can say, and each once.
  private mutating func adopt<Value: Resource>(
    _ rows: [Live<Value>],
    _ rule: NameRule,
    stands place: NameAdoption.Place,
    refusal: (Name) -> String? = { _ in nil }
  ) -> [Value] where Value.Key == QualifiedName {
    let domains = Set(desired.domains.map(\.name.name))
    var names: [Name?: NameAdoption] = [:]
    let byName = Dictionary(grouping: rows, by: \.value.key).sorted { $0.key < $1.key }
    var adopted: [Value] = []
    for (name, rows) in byName {
      let values = rows.map(\.value)
      let reason: String? =
        if let domain = name.domain, !domains.contains(domain) {
          "goes with a domain that is left out"
        } else if values.count > 1 {
          "is there \(values.count) times"
        } else {
          refusal(name.name)
            ?? names[name.domain, default: NameAdoption(rule: rule, place: place)]
            .refusal(of: name.name)
        }
      guard let reason else {
        adopted += values
        continue
      }
      let ids = rows.map(\.id).sorted()
      remarks.append(
        AdoptionRemark(
          .leftOut,
          Value.kind,
          name.description,
          reason,
          rows: ids.map { "id \($0)" },
          liveIDs: ids
        )
      )
    }
    let plain = NameAdoption(rule: rule, place: place)
    remarks += plain.lookalikes(among: adopted.map(\.key)).map { name, other in
      let reason = "is \(YAMLScalar.quoted(other.description)) to a Keystone on MySQL"
      return AdoptionRemark(.declared, Value.kind, name.description, reason)
    }
    return adopted
  }

  /// Objects in no list, since no request can name them; each would be a note in every plan.
  private mutating func noteUnreachable(of live: LiveState) {
    for (key, id) in live.unreachable {
      remarks.append(
        AdoptionRemark(
          .leftOut,
          key.kind,
          key.description,
          AdoptionRemark.unreachable,
          rows: ["id \(id.isEmpty ? "empty" : id)"],
          liveIDs: []
        )
      )
    }
  }

  /// Keystone keeps `""` where nothing was given, and the two are the same to a plan.
  private static func text(_ text: String?) -> String? { text == "" ? nil : text }

  // MARK: Roles and implications

  /// Roles stand in a list, unless there is more to say of one than its name.
  private mutating func adoptRoles(of live: LiveState) {
    let roles = live.roles.filter { $0.value.name != Role.memberName }
    let hasFields =
      rolesAreKeys
      || roles.contains {
        Self.text($0.value.description) != nil || !Self.options(of: $0.value).isEmpty
      }
    let mayImply = !live.implications.isSubset(of: Implication.bootstrapped)
    let earlier = remarks
    declare(roles, stand: hasFields || mayImply ? .asKey : .inList)
    adoptImplications(of: live)
    // What a list can name and a mapping cannot need not be left out for what a seed cannot say anyway.
    guard !hasFields, mayImply, desired.implications.isEmpty else { return }
    let left = remarks.dropFirst(earlier.count).filter { $0.kind == .implication }
    remarks = earlier
    declare(roles, stand: .inList)
    remarks += left
  }

  private mutating func declare(_ roles: [Live<Role>], stand place: NameAdoption.Place) {
    desired.roles = adopt(roles, NameRule.role, stands: place)
      .map { role in
        Role(
          name: role.name,
          description: Self.text(role.description),
          options: Self.options(of: role)
        )
      }
  }

  /// What goes without saying of the roles that `keystone-manage bootstrap` makes is left out.
  private static func options(of role: Role) -> ResourceOptions {
    let isBootstrapped =
      role.options == ResourceOptions([.immutable: .flag(true)])
      && Role.bootstrapped.contains(role.name)
    return isBootstrapped ? ResourceOptions() : role.options
  }

  /// Declares those of each role that implies more than `keystone-manage bootstrap` has it imply, which is
  /// on every Keystone of today.
  private mutating func adoptImplications(of live: LiveState) {
    let roles = Set(desired.roles.map(\.name))
    let others = live.implications.subtracting(Implication.bootstrapped)
    let candidates = Set(others.map(\.role))
    let circles = Set(
      ImplicationCircle.all(
        among: live.implications.filter { candidates.contains($0.role) }.sorted()
      ).map(\.last)
    )
    func refusal(of implication: Implication) -> String? {
      if !roles.contains(implication.role)
        || (!roles.contains(implication.implied) && implication.implied != Role.memberName)
      {
        return "goes with a role that is left out"
      }
      if implication.implied.name == SeedValidator.neverImplied {
        return "names a role that a seed cannot have implied"
      }
      return circles.contains(implication) ? "closes a circle, which a seed cannot have" : nil
    }
    let special = Set(others.lazy.filter { refusal(of: $0) == nil }.map(\.role))
    for implication in live.implications.sorted() {
      if let reason = refusal(of: implication) {
        guard others.contains(implication) || special.contains(implication.role) else { continue }
        remarks.append(AdoptionRemark(leavingOut: .implication(implication), reason))
      } else if special.contains(implication.role) {
        desired.implications.append(implication)
        desired.rolesWithDeclaredImplications.insert(implication.role)
      }
    }
  }

  // MARK: Members

  private mutating func adoptMembers(of live: LiveState) {
    let users = Set(desired.users.map(\.name))
    let groups = Set(desired.groups.map(\.name))
    for membership in live.memberships.sorted() where groups.contains(membership.group) {
      guard users.contains(membership.user) else {
        let reason = "goes with a user that is left out"
        remarks.append(AdoptionRemark(leavingOut: .membership(membership), reason))
        continue
      }
      desired.memberships.append(membership)
      desired.groupsWithDeclaredMembers.insert(membership.group)
    }
  }

  // MARK: Assignments

  /// Declares all but what Keystone itself grants: `_member_` in the user's default tenant.
  private mutating func adoptAssignments(of live: LiveState) {
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
