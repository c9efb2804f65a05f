internal import IdentityModel
internal import Texts

/// What a seed can say of a live state, such that a plan of it on that cloud is empty, and what it
/// cannot.
///
/// Whether a name or a URL can be declared is asked of the rules that read seeds, so that whatever
/// is adopted is valid. What exists twice is left out rather than declared, since a plan would
/// remove all but one.
struct Adoption {
  var desired = DesiredState()
  var remarks: [AdoptionRemark] = []
  let doubts: [AdoptionDoubt]
  /// The role that comes with a default tenant; nil where none does, as over v3.
  let memberRole: QualifiedName?
  let rolesAreKeys: Bool

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
  mutating func adopt<Value: Resource>(
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
  static func text(_ text: String?) -> String? { text == "" ? nil : text }

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
}
