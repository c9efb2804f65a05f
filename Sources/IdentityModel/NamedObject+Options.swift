extension NamedObject {
  /// The options that it has; none of what can have none.
  package var options: ResourceOptions {
    switch self {
    case .domain(let domain): domain.options
    case .role(let role): role.options
    case .tenant(let tenant): tenant.options
    case .user(let user): user.options
    case .region, .group: ResourceOptions()
    }
  }

  /// The same open to changes; nil of what never is immutable.
  package var opened: NamedObject? {
    switch self {
    case .domain(var domain):
      domain.options[.immutable] = .flag(false)
      return .domain(domain)
    case .role(var role):
      role.options[.immutable] = .flag(false)
      return .role(role)
    case .tenant(var tenant):
      tenant.options[.immutable] = .flag(false)
      return .tenant(tenant)
    case .region, .group, .user:
      return nil
    }
  }
}
