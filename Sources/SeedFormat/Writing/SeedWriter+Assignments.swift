internal import IdentityModel

/// Who has which roles, at users and groups and in a section of its own.
extension SeedWriter {
  /// The words that say who has which role, which users and groups have alike.
  func roles(
    of holder: RoleAssignment.Holder,
    areDeclared: Bool
  ) -> [YAMLValue.Pair?] {
    typealias Key = SeedSchema.UserKey
    var inTenants: [QualifiedName: [QualifiedName]] = [:]
    var onDomain: [QualifiedName] = []
    var onSystem: [QualifiedName] = []
    for assignment in assignments[holder] ?? [] {
      switch assignment.scope {
      case .tenant(let name): inTenants[name, default: []].append(assignment.role)
      case .domain: onDomain.append(assignment.role)
      case .system: onSystem.append(assignment.role)
      case .tenantsBelow, .tenantsOfDomain: break
      }
    }
    let pairs = inTenants.sorted { $0.key < $1.key }.map { tenant, roles in
      YAMLValue.Pair(key: tenant.text, value: Self.list(roles))
    }
    return [
      areDeclared
        ? .init(Key.roles, pairs.count == 1 ? .inline(pairs) : .block(pairs)) : nil,
      desired.holdersWithDomainRoles.contains(holder)
        ? .init(Key.domainRoles, Self.list(onDomain)) : nil,
      desired.holdersWithSystemRoles.contains(holder)
        ? .init(Key.systemRoles, Self.list(onSystem)) : nil,
    ]
  }

  /// Who has which roles on what, where no words at the user or group say it.
  var assignmentSection: YAMLValue? {
    guard !otherAssignments.isEmpty else { return nil }
    typealias Key = SeedSchema.AssignmentKey
    struct Place: Hashable {
      let holder: RoleAssignment.Holder
      let scope: RoleAssignment.Scope
    }
    var roles: [Place: [QualifiedName]] = [:]
    var places: [Place] = []
    for assignment in otherAssignments.sorted() {
      let place = Place(holder: assignment.holder, scope: assignment.scope)
      if roles[place] == nil { places.append(place) }
      roles[place, default: []].append(assignment.role)
    }
    return .items(
      places.map { place in
        let names = (roles[place] ?? []).map { Self.reference(to: $0, from: nil) }
        var pairs: [YAMLValue.Pair] = [
          names.count == 1 ? .init(Key.role, names[0]) : .init(Key.roles, .items(names))
        ]
        switch place.holder {
        case .user(let name): pairs.append(.init(Key.user, Self.reference(to: name, from: nil)))
        case .group(let name): pairs.append(.init(Key.group, Self.reference(to: name, from: nil)))
        }
        switch place.scope {
        case .tenant(let name), .tenantsBelow(let name):
          let key = saysProjects ? Key.project : .tenant
          pairs.append(.init(key, Self.reference(to: name, from: nil)))
        case .domain(let name), .tenantsOfDomain(let name):
          pairs.append(.init(Key.domain, .escaped(name.text)))
        case .system:
          pairs.append(.init(Key.system, .text("all")))
        }
        if place.scope.isInherited { pairs.append(.init(Key.inherited, .flag(true))) }
        return .inline(pairs)
      }
    )
  }

  private static func list(_ roles: [QualifiedName]) -> YAMLValue {
    .list(roles.sorted().map { InterpolatedText.escaping($0.text) })
  }
}
