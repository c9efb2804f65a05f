import IdentityModel
import TestSupport

@testable import Reconciliation

/// A small cloud of users, groups, grants and implications by chance, with a plan that changes some.
struct RandomAccess {
  private static let corp: Name = "corp"
  private static let users: [QualifiedName] = ["ann", "bob", QualifiedName("cat", of: corp)]
  private static let groups: [QualifiedName] = ["ops", QualifiedName("staff", of: corp)]
  private static let roles: [QualifiedName] = [
    "admin", "member", "reader", QualifiedName("lead", of: corp),
  ]
  private static let tenants: [QualifiedName] = [
    "top", "mid", "low", QualifiedName("web", of: corp),
  ]

  private(set) var access = Access()
  private(set) var plan = Plan(changes: [])
  private var generator: SeededGenerator

  init(seed: Int) {
    generator = SeededGenerator(seed: seed)
    access.places = [
      .name("top"): Access.Place(domain: .name(Domain.defaultName)),
      .name("mid"): Access.Place(domain: .name(Domain.defaultName), parent: .name("top")),
      .name("low"): Access.Place(domain: .name(Domain.defaultName), parent: .name("mid")),
      .name(Self.tenants[3]): Access.Place(domain: .name(QualifiedName(Self.corp))),
    ]
    var changes: [Change] = []
    for pair in Self.pairs(Self.roles, Self.roles) {
      let implication = Implication(pair.0, implies: pair.1)
      let key = Access.Implied(.name(pair.0), implies: .name(pair.1))
      if generator.chance(20) {
        access.implications.insert(key)
        if generator.chance(25) { changes.append(Change(.delete, .implication(implication))) }
      } else if generator.chance(8) {
        changes.append(Change(.create, .implication(implication)))
      }
    }
    for (user, group) in Self.pairs(Self.users, Self.groups) {
      let membership = Membership(user: user, group: group)
      if generator.chance(50) {
        access.members[.name(group), default: []].insert(.name(user))
        if generator.chance(20) { changes.append(Change(.delete, .membership(membership))) }
      } else if generator.chance(20) {
        changes.append(Change(.create, .membership(membership)))
      }
    }
    let holders =
      Self.users.map { RoleAssignment.Holder.user($0) }
      + Self.groups.map { RoleAssignment.Holder.group($0) }
    let scopes: [RoleAssignment.Scope] =
      Self.tenants.flatMap { [.tenant($0), .tenantsBelow($0)] }
      + [.domain(Self.corp), .tenantsOfDomain(Self.corp), .system]
      + [.domain(Domain.defaultName.name), .tenantsOfDomain(Domain.defaultName.name)]
    for holder in holders {
      for scope in scopes where generator.chance(25) {
        let assignment = RoleAssignment(holder, scope, role: generator.pick(Self.roles))
        if generator.chance(65) {
          access.grants.insert(Access.Grant(assignment))
          if generator.chance(20) { changes.append(Change(.delete, .assignment(assignment))) }
        } else {
          changes.append(Change(.create, .assignment(assignment)))
        }
      }
    }
    if generator.chance(15) { changes.append(Change(.delete, .role(generator.pick(Self.roles)))) }
    if generator.chance(15) { changes.append(Change(.delete, .group(generator.pick(Self.groups)))) }
    if generator.chance(10) { changes.append(Change(.delete, .user(generator.pick(Self.users)))) }
    if generator.chance(10) { changes.append(Change(.delete, .tenant("low"))) }
    if generator.chance(15) { changes.append(Change(.create, .tenant("new"))) }
    if generator.chance(5) { changes.append(Change(.delete, .domain(Self.corp))) }
    plan = Plan(changes: changes)
  }

  private static func pairs<Left, Right>(_ left: [Left], _ right: [Right]) -> [(Left, Right)] {
    left.flatMap { element in right.map { (element, $0) } }
  }

  // MARK: What is to be told

  /// What is to be told: of each role that is gained or lost by the whole plan the last change, of those
  /// of which consequences are told, that brought it about.
  var expected: Set<Told> {
    let before = Self.roles(in: access)
    var state = access
    for change in plan.changes where !change.hasConsequences { state.carryOut(change) }
    var (known, last) = (Self.roles(in: state), [EffectiveRole: Told]())
    let domains = plan.changes.filter { $0.action == .delete && $0.key.kind == .domain }
    for change in plan.changes where change.hasConsequences {
      state.carryOut(change)
      // What is granted to the group of a domain that goes is for nothing.
      for domain in domains { state.carryOut(domain) }
      let now = Self.roles(in: state)
      for role in now.subtracting(known) {
        last[role] = Told(change.key, Consequence(.gains, role))
      }
      for role in known.subtracting(now) {
        last[role] = Told(change.key, Consequence(.loses, role))
      }
      known = now
    }
    return Set(
      last.filter { role, told in
        before.contains(role) != known.contains(role)
          && (told.consequence.effect == .gains) == known.contains(role) && !isGone(role)
      }.values
    )
  }

  private func isGone(_ role: EffectiveRole) -> Bool {
    func isGone(_ key: ResourceKey, _ domain: Name?) -> Bool {
      plan.changes.contains { change in
        change.action == .delete
          && (change.key == key || domain.map { change.key == .domain($0) } == true)
      }
    }
    if let user = role.user.name, isGone(.user(user), user.domain) { return true }
    switch role.scope {
    case .tenant(let tenant): return tenant.name.map { isGone(.tenant($0), $0.domain) } ?? false
    case .domain(let domain): return domain.name.map { isGone(.domain($0.name), nil) } ?? false
    case .system: return false
    }
  }

  /// All roles that users have.
  private static func roles(in access: Access) -> Set<EffectiveRole> {
    var found: Set<EffectiveRole> = []
    for grant in access.grants {
      let users: Set<NameOrID> =
        switch grant.holder {
        case .user(let user): [user]
        case .group(let group): access.members[group] ?? []
        }
      var roles: Set<NameOrID> = [grant.role]
      while true {
        let more = access.implications.filter { roles.contains($0.role) }.map(\.implied)
        guard !roles.isSuperset(of: more) else { break }
        roles.formUnion(more)
      }
      for user in users {
        for scope in scopes(of: grant.scope, in: access) {
          for case .name(let role) in roles where role.domain == nil {
            found.insert(EffectiveRole(user, scope, role: role))
          }
        }
      }
    }
    return found
  }

  private static func scopes(
    of scope: Access.Grant.Scope,
    in access: Access
  ) -> [EffectiveRole.Scope] {
    func isBelow(_ tenant: NameOrID, _ whole: NameOrID) -> Bool {
      guard let parent = access.places[tenant]?.parent else { return false }
      return parent == whole || isBelow(parent, whole)
    }
    return switch scope {
    case .tenant(let tenant): [.tenant(tenant)]
    case .domain(let domain): [.domain(domain)]
    case .system: [.system]
    case .tenantsBelow(let whole):
      access.places.keys.filter { isBelow($0, whole) }.map { .tenant($0) }
    case .tenantsOfDomain(let domain):
      access.places.filter { $0.value.domain == domain }.map { .tenant($0.key) }
    }
  }
}

extension Access {
  /// Does to the tables what Keystone does.
  fileprivate mutating func carryOut(_ change: Change) {
    let isMade = change.action == .create
    switch change.key {
    case .assignment(let assignment):
      if isMade { grants.insert(Grant(assignment)) } else { grants.remove(Grant(assignment)) }
    case .implication(let implication):
      let pair = Implied(.name(implication.role), implies: .name(implication.implied))
      if isMade { implications.insert(pair) } else { implications.remove(pair) }
    case .membership(let membership):
      let (group, user) = (NameOrID.name(membership.group), NameOrID.name(membership.user))
      if isMade {
        members[group, default: []].insert(user)
      } else {
        members[group]?.remove(user)
      }
    case .named(.tenant, let name) where isMade:
      places[.name(name)] = Place(domain: .name(Domain.defaultName))
    case .named(.role, let name):
      grants = grants.filter { $0.role != .name(name) }
      implications = implications.filter { $0.role != .name(name) && $0.implied != .name(name) }
    case .named(.group, let name):
      members[.name(name)] = nil
      grants = grants.filter { $0.group != .name(name) }
    case .named(.domain, let name):
      grants = grants.filter { $0.group?.name?.domain != name.name }
    case .named, .service, .endpoint, .limit: break
    }
  }
}
