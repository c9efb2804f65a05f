import IdentityModel

/// When each grant, membership and implication is there while a plan is carried out.
struct AccessTimes {
  private(set) var grants: [Access.Grant: Lifetime]
  private(set) var implications: [Access.Implied: Lifetime]
  private(set) var members: [NameOrID: [NameOrID: Lifetime]]
  private(set) var places: [NameOrID: Access.Place]
  /// The tenants, domains and users that go: nobody has to be told what is lost with them.
  private(set) var gone: Set<ResourceKey> = []
  /// The tenants that are made: nobody had anything there.
  private var new: Set<NameOrID> = []

  /// Those that make something, in the order of the plan; the first one has the number 1.
  private var making: [ResourceKey] = []
  /// Those that take something away, the last one of the plan first.
  private var taking: [ResourceKey] = []
  /// The numbers of the changes that take away roles and groups, and with them what hangs on them.
  private var takenRoles: [NameOrID: Int] = [:]
  private var takenGroups: [NameOrID: Int] = [:]

  /// - Parameters:
  ///   - access: What there is before.
  ///   - changes: What a plan changes, in its order.
  init(_ access: Access, _ changes: [Change]) {
    grants = Dictionary(uniqueKeysWithValues: access.grants.map { ($0, .throughout) })
    implications = Dictionary(uniqueKeysWithValues: access.implications.map { ($0, .throughout) })
    members = access.members.mapValues { users in
      Dictionary(uniqueKeysWithValues: users.map { ($0, .throughout) })
    }
    places = access.places
    for change in changes where change.action == .create { make(change) }
    for change in changes.reversed() where change.action == .delete { take(change) }
    takeAlong()
  }

  /// The change that makes what is there from then on.
  func maker(of time: Lifetime) -> ResourceKey { making[time.made - 1] }

  /// The change that takes away what is there until then.
  func taker(of time: Lifetime) -> ResourceKey { taking[time.lost - 1] }

  /// Whether it was there before, given that its ways were.
  func isOld(_ role: EffectiveRole) -> Bool {
    if case .tenant(let tenant) = role.scope { !new.contains(tenant) } else { true }
  }

  /// Whether it is on something that goes, or a user's who goes.
  func goesWithObject(_ role: EffectiveRole) -> Bool {
    guard !gone.isEmpty else { return false }
    if let name = role.user.name, isGone(.user(name), in: name.domain) { return true }
    switch role.scope {
    case .tenant(let tenant):
      return tenant.name.map { isGone(.tenant($0), in: $0.domain) } ?? false
    case .domain(let domain): return domain.name.map { gone.contains(.domain($0.name)) } ?? false
    case .system: return false
    }
  }

  private func isGone(_ key: ResourceKey, in domain: Name?) -> Bool {
    gone.contains(key) || domain.map { gone.contains(.domain($0)) } == true
  }

  private mutating func make(_ change: Change) {
    var time = Lifetime.madeBeforehand
    if change.hasConsequences {
      making.append(change.key)
      time = .made(by: making.count)
    }
    switch change.key {
    case .assignment(let assignment):
      Self.add(Access.Grant(assignment), time, to: &grants)
    case .implication(let implication):
      Self.add(Access.Implied(implication), time, to: &implications)
    case .membership(let membership):
      Self.add(.name(membership.user), time, to: &members[.name(membership.group), default: [:]])
    case .named(.tenant, let name):
      let domain = QualifiedName(name.domain ?? Domain.defaultName.name)
      let parent = change.resource?.whole?.uniqueName.map { NameOrID.name($0) }
      new.insert(.name(name))
      places[.name(name)] = Access.Place(domain: .name(domain), parent: parent)
    case .named, .service, .endpoint, .limit: break
    }
  }

  /// Adds what may be there already, since somebody else has made it meanwhile.
  private static func add<Key: Hashable>(
    _ key: Key,
    _ time: Lifetime,
    to times: inout [Key: Lifetime]
  ) {
    times[key] = times[key] ?? time
  }

  private mutating func take(_ change: Change) {
    var number: Int?
    if change.hasConsequences {
      taking.append(change.key)
      number = taking.count
    }
    switch change.key {
    case .assignment(let assignment): grants[Access.Grant(assignment)]?.lose(by: number)
    case .implication(let implication): implications[Access.Implied(implication)]?.lose(by: number)
    case .membership(let membership):
      // Where nobody has read who is in the group, that one is.
      members[.name(membership.group), default: [:]][
        .name(membership.user),
        default: .throughout
      ].lose(by: number)
    case .named(.role, let name): takenRoles[.name(name)] = number
    case .named(.group, let name): takenGroups[.name(name)] = number
    case .named(.tenant, _), .named(.user, _), .named(.domain, _): gone.insert(change.key)
    case .named(.region, _), .service, .endpoint, .limit: break
    }
  }

  /// Takes away what goes with roles, groups and domains.
  private mutating func takeAlong() {
    guard !takenRoles.isEmpty || !takenGroups.isEmpty || !gone.isEmpty else { return }
    for grant in Array(grants.keys) {
      if let number = takenRoles[grant.role] { grants[grant]?.lose(by: number) }
      guard let group = grant.group else { continue }
      if let number = takenGroups[group] { grants[grant]?.lose(by: number) }
      if let domain = group.name?.domain, gone.contains(.domain(domain)) {
        grants[grant]?.lose(by: nil)
      }
    }
    guard !takenRoles.isEmpty else { return }
    for pair in Array(implications.keys) {
      for number in [takenRoles[pair.role], takenRoles[pair.implied]].compactMap(\.self) {
        implications[pair]?.lose(by: number)
      }
    }
  }
}
