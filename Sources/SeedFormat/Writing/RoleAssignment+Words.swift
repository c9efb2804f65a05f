internal import IdentityModel

extension RoleAssignment {
  /// Whether the words at the one who has it can say it: it is on something of that one's domain.
  ///
  /// A global role that has a namesake in the domain has no plain name there.
  ///
  /// - Parameter roles: The roles that the seed declares.
  /// - Returns: Whether it can be said without a domain's name.
  func isShort(among roles: Set<QualifiedName>) -> Bool {
    let home = holder.name.domain
    let isPlain =
      role.domain == home
      || (role.domain == nil && !roles.contains(QualifiedName(role.name, of: home)))
    return switch scope {
    case .tenant(let name): isPlain && name.domain == home
    case .domain(let name): isPlain && name == holder.domain
    case .system: isPlain && role.domain == nil
    case .tenantsBelow, .tenantsOfDomain: false
    }
  }

  /// Whether its role means anything on what it is on: a domain's role does in that domain alone.
  var isAtHome: Bool {
    guard let domain = role.domain else { return true }
    return switch scope {
    case .tenant(let name), .tenantsBelow(let name): name.domain == domain
    case .domain(let name), .tenantsOfDomain(let name): name == domain
    case .system: false
    }
  }
}
