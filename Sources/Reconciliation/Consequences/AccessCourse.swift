package import IdentityModel

/// Tells who gains and who loses which roles by a plan, and what has to be known for that.
///
/// A role takes effect where any grant of a user, or of a group that the user is in, gives it there: by
/// itself, as one that another role implies, or as one that is inherited from above
/// (`keystone.assignment.core`, `_list_effective_role_assignments`). Whoever keeps it by another way
/// neither gains nor loses it.
///
/// What other changes of the plan come to is counted beforehand. Each role that is gained is then told
/// once, of the change from which on it is there, and each one that is lost of the change from which on
/// it is not: so of the last one that it takes.
package struct AccessCourse: Sendable {
  /// So many roles of users are looked at, at most; of a plan that concerns more nothing is told.
  package static let mostRoles = 200_000

  private let access: Access
  private let changes: [Change]

  /// Makes one.
  ///
  /// - Parameters:
  ///   - access: What there is before. Members and places may be missing, as far as the questions here
  ///     say that they are needed.
  ///   - changes: The changes of the plan, in its order.
  package init(_ access: Access, _ changes: [Change]) {
    self.access = access
    self.changes = changes
  }

  /// Whether it matters where tenants are, since something is inherited that may be gained or lost.
  package var needsPlaces: Bool {
    var ways = RoleWays(access, changes)
    let roles = ways.touchedRoles
    return ways.grants.contains { grant in
      grant.isInherited && ways.gives(grant, anyOf: roles)
    }
  }

  /// The groups whose members matter, since they are given what may be gained or lost.
  package var groupsInQuestion: Set<NameOrID> {
    var ways = RoleWays(access, changes)
    let (touched, open) = (ways.touchedRoles, ways.touchedRights)
    var groups: Set<NameOrID> = []
    for grant in ways.grants {
      guard let group = grant.group, !groups.contains(group), ways.gives(grant, anyOf: touched)
      else { continue }
      if ways.rights(by: grant).contains(where: { open.contains($0.right) }) {
        groups.insert(group)
      }
    }
    return groups
  }

  /// What each change comes to, by its key; nil where that is too much to tell.
  ///
  /// - Parameter mostRoles: So many roles of users are looked at, at most.
  /// - Returns: The consequences of each change that has any, sorted.
  package func consequences(
    mostRoles: Int = mostRoles
  ) -> [ResourceKey: [Consequence]]? {
    var ways = RoleWays(access, changes)
    var times: [EffectiveRole: Lifetime] = [:]
    let touched = ways.touchedRoles
    let grants = ways.grants.filter { ways.gives($0, anyOf: touched) }
    // Those that a change has a part in, and only then all other ways to have them.
    for isTouched in [true, false] {
      for grant in grants where !isTouched || ways.isTouched(grant) {
        for (right, given) in ways.rights(by: grant) {
          for (user, isHolder) in ways.holders(of: grant) {
            let time = given && isHolder
            let role = EffectiveRole(user, right.scope, role: right.role)
            guard time.isTouched == isTouched, isTouched || times[role] != nil else { continue }
            times[role] = times[role].map { $0 || time } ?? time
            if times.count > mostRoles { return nil }
          }
        }
      }
    }
    return ways.times.consequences(of: times)
  }
}

/// A role in a place, whoever has it.
struct Right: Hashable {
  let scope: EffectiveRole.Scope
  let role: QualifiedName
}

/// The ways by which users have their roles, with when each of them is open.
private struct RoleWays {
  let times: AccessTimes
  private var reach: RoleReach
  private var scopes: GrantScopes

  init(_ access: Access, _ changes: [Change]) {
    times = AccessTimes(access, changes)
    reach = RoleReach(times.implications)
    scopes = GrantScopes(times.places)
  }

  var grants: Dictionary<Access.Grant, Lifetime>.Keys { times.grants.keys }

  /// The global roles that a grant gives, with when.
  private mutating func roles(by grant: Access.Grant) -> [(role: QualifiedName, time: Lifetime)] {
    guard let granted = times.grants[grant] else { return [] }
    return reach.roles(with: grant.role).compactMap { role, time in
      guard let name = role.name, name.domain == nil else { return nil }
      return (name, granted && time)
    }
  }

  /// What a grant gives, and where, with when.
  mutating func rights(by grant: Access.Grant) -> [(right: Right, time: Lifetime)] {
    let scopes = scopes.scopes(of: grant.scope)
    guard !scopes.isEmpty else { return [] }
    return roles(by: grant).flatMap { role, time in
      scopes.map { (Right(scope: $0, role: role), time) }
    }
  }

  /// Who has it, with when.
  func holders(of grant: Access.Grant) -> [(user: NameOrID, time: Lifetime)] {
    switch grant.holder {
    case .user(let user): [(user, .throughout)]
    case .group(let group): (times.members[group] ?? [:]).map { ($0.key, $0.value) }
    }
  }

  /// Whether a change has a part in what the grant gives to whom.
  mutating func isTouched(_ grant: Access.Grant) -> Bool {
    isHolderTouched(of: grant) || roles(by: grant).contains(where: \.time.isTouched)
  }

  /// Whether a change has a part in who holds the grant.
  private func isHolderTouched(of grant: Access.Grant) -> Bool {
    grant.group.flatMap { times.members[$0] }?.values.contains(where: \.isTouched) == true
  }

  /// The roles that are given in a way in which a change has a part.
  var touchedRoles: Set<QualifiedName> {
    mutating get {
      var touched: Set<QualifiedName> = []
      for grant in grants {
        let isHolderTouched = isHolderTouched(of: grant)
        for (role, time) in roles(by: grant) where isHolderTouched || time.isTouched {
          touched.insert(role)
        }
      }
      return touched
    }
  }

  /// The same with where they are given.
  var touchedRights: Set<Right> {
    mutating get {
      var touched: Set<Right> = []
      for grant in grants where isTouched(grant) {
        let isHolderTouched = isHolderTouched(of: grant)
        for (right, time) in rights(by: grant) where isHolderTouched || time.isTouched {
          touched.insert(right)
        }
      }
      return touched
    }
  }

  mutating func gives(_ grant: Access.Grant, anyOf wanted: Set<QualifiedName>) -> Bool {
    roles(by: grant).contains { wanted.contains($0.role) }
  }
}

extension AccessTimes {
  /// What becomes of the roles that users have at those times.
  fileprivate func consequences(
    of times: [EffectiveRole: Lifetime]
  ) -> [ResourceKey: [Consequence]] {
    var found: [ResourceKey: [Consequence]] = [:]
    for (role, time) in times where !goesWithObject(role) {
      let wasThere = time.wasThere && isOld(role)
      if !wasThere, time.staysThere, time.isMade {
        found[maker(of: time), default: []].append(Consequence(.gains, role))
      } else if wasThere, time.isLost {
        found[taker(of: time), default: []].append(Consequence(.loses, role))
      }
    }
    return found.mapValues { $0.sorted { $0.role < $1.role } }
  }
}
