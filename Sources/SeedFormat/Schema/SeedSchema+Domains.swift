extension SeedSchema {
  /// A domain, and what lives in it, section by section.
  enum DomainKey: String, MappingKey {
    case description, enabled, limits, options, exists, was
    case roles, tenants, projects, groups, users, assignments, absent

    static let noun = "a domain"
    var synonym: DomainKey? { self == .projects ? .tenants : nil }

    var shape: ValueShape {
      switch self {
      case .description, .was: .text
      case .enabled: .flag
      case .options: .mapping(ObjectOptionKey.self)
      case .limits: TenantKey.limits.shape
      case .exists: .yes
      case .roles: RootKey.roles.shape
      case .tenants, .projects: RootKey.tenants.shape
      case .groups: RootKey.groups.shape
      case .users: RootKey.users.shape
      case .assignments: RootKey.assignments.shape
      case .absent: .optional(.mapping(DomainAbsentKey.self))
      }
    }
  }

  /// What must not be in a domain.
  enum DomainAbsentKey: String, MappingKey {
    case users, groups, tenants, projects, roles, implications, memberships, assignments

    static let noun = "the list of what is absent in a domain"
    var synonym: DomainAbsentKey? { self == .projects ? .tenants : nil }

    var shape: ValueShape {
      switch self {
      case .users, .groups, .tenants, .projects, .roles: .list(.text)
      case .implications: AbsentKey.implications.shape
      case .memberships: AbsentKey.memberships.shape
      case .assignments: AbsentKey.assignments.shape
      }
    }
  }

  /// Something that lives in another domain.
  enum ReferenceKey: String, MappingKey {
    case name, domain

    static let noun = "a name in a domain"
    static let required: [ReferenceKey] = [.name, .domain]
    var shape: ValueShape { .text }
  }
}
