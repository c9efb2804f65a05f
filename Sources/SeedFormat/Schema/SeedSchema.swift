internal import IdentityModel

/// The tables of the seed format: one for each kind of mapping.
enum SeedSchema {
  enum RootKey: String, MappingKey {
    case variables, regions, roles, tenants, projects, groups, users, assignments, domains,
      services,
      absent

    static let noun = "a seed"

    static func isPassedOver(_ key: String) -> Bool { key.hasPrefix("x-") }

    var shape: ValueShape {
      switch self {
      case .variables: .optional(.named(.text))
      case .regions: .optional(.named(.optional(.mapping(RegionKey.self))))
      case .roles: .optional(.oneOf([.list(.text), .named(.optional(.mapping(RoleKey.self)))]))
      case .tenants, .projects: .optional(.named(.optional(.mapping(TenantKey.self))))
      case .groups: .optional(.named(.optional(.mapping(GroupKey.self))))
      case .users: .optional(.named(.optional(.mapping(UserKey.self))))
      case .assignments: .optional(Self.assignmentList)
      case .domains: .optional(.named(.optional(.mapping(DomainKey.self))))
      case .services: .optional(.named(.mapping(ServiceKey.self)))
      case .absent: .optional(.mapping(AbsentKey.self))
      }
    }

    /// What is listed under `assignments`, wherever that stands.
    static let assignmentList = ValueShape.list(.mapping(AssignmentKey.self))

    var synonym: RootKey? { self == .projects ? .tenants : nil }
  }

  /// What a region is, and its base URLs, by interface.
  enum RegionKey: String, MappingKey {
    case description, parent, variables, `public`, `internal`, admin, exists

    static let noun = "a region"

    var shape: ValueShape {
      switch self {
      case .variables: .optional(.named(.text))
      case .description, .parent, .public, .internal, .admin: .text
      case .exists: .yes
      }
    }

    /// The interface of which it is the base URL; nil where it is none.
    var interface: EndpointInterface? {
      switch self {
      case .public: .public
      case .internal: .internal
      case .admin: .admin
      case .description, .parent, .variables, .exists: nil
      }
    }
  }

  enum RoleKey: String, MappingKey {
    case description, implies, options, exists, was

    static let noun = "a role"

    var shape: ValueShape {
      switch self {
      case .options: .mapping(ObjectOptionKey.self)
      case .implies: UserKey.domainRoles.shape
      case .exists: .yes
      case .description, .was: .text
      }
    }
  }

  enum TenantKey: String, MappingKey {
    case description, parent, enabled, tags, limits, options, exists, was

    static let noun = "a tenant"

    var shape: ValueShape {
      switch self {
      case .options: .mapping(ObjectOptionKey.self)
      case .tags: .list(.text)
      case .limits: .named(ServiceKey.limits.shape)
      case .description, .parent, .was: .text
      case .enabled: .flag
      case .exists: .yes
      }
    }
  }

  enum GroupKey: String, MappingKey {
    case description, members, roles, exists, was
    case domainRoles = "domain_roles"
    case systemRoles = "system_roles"

    static let noun = "a group"

    var shape: ValueShape {
      switch self {
      case .exists: .yes
      case .description, .was: .text
      case .members: .list(.oneOf([.text, .mapping(ReferenceKey.self)]))
      case .roles: UserKey.roles.shape
      case .domainRoles, .systemRoles: UserKey.domainRoles.shape
      }
    }
  }

  enum UserKey: String, MappingKey {
    case description, email, password, tenant, project, enabled, roles, groups, options, exists, was
    case domainRoles = "domain_roles"
    case systemRoles = "system_roles"

    static let noun = "a user"

    var shape: ValueShape {
      switch self {
      case .description, .email, .was: .text
      case .tenant, .project: .oneOf([.text, .mapping(ReferenceKey.self)])
      case .exists: .yes
      case .password: .oneOf([.text, .mapping(PasswordKey.self)])
      case .options: .mapping(UserOptionKey.self)
      case .enabled: .flag
      case .roles: .named(Self.roleNames)
      case .domainRoles, .systemRoles: Self.roleNames
      case .groups: GroupKey.members.shape
      }
    }

    private static let roleNames = ValueShape.list(.oneOf([.text, .mapping(ReferenceKey.self)]))

    var synonym: UserKey? { self == .project ? .tenant : nil }
  }

  /// Where a password comes from, exactly one of them, and how often it is set.
  enum PasswordKey: String, MappingKey {
    case env, file, command, text, value, set

    static let noun = "a password"

    var shape: ValueShape {
      switch self {
      case .env, .file, .text, .value: .text
      case .set: .word("once")
      case .command: .list(.text)
      }
    }

    var synonym: PasswordKey? { self == .value ? .text : nil }
  }

  enum ServiceKey: String, MappingKey {
    case type, name, description, enabled, endpoints, limits, exists, was

    static let noun = "a service"
    /// But of one that exists, where it may be left out.
    static let required: [ServiceKey] = [.type]

    var shape: ValueShape {
      switch self {
      case .type, .name, .description: .text
      case .enabled: .flag
      case .endpoints: .oneOf([Self.urls, .named(Self.urls)])
      case .limits: .oneOf([.named(.limit), .named(.named(.limit))])
      case .exists: .yes
      case .was: .mapping(FormerServiceKey.self)
      }
    }

    private static let urls = ValueShape.oneOf([.text, .mapping(EndpointInterface.self)])
  }

  /// One URL of an interface.
  enum InterfaceKey: String, MappingKey {
    case url, enabled

    static let noun = "a URL of an interface"
    static let required: [InterfaceKey] = [.url]

    var shape: ValueShape {
      switch self {
      case .url: .text
      case .enabled: .flag
      }
    }
  }

  /// What a service was called.
  enum FormerServiceKey: String, MappingKey {
    case name, type

    static let noun = "what a service was"
    static let required: [FormerServiceKey] = [.name, .type]
    var shape: ValueShape { .text }
  }

  enum AbsentKey: String, MappingKey {
    case domains, users, groups, tenants, projects, roles, services, endpoints, limits,
      implications, memberships, assignments, regions

    static let noun = "the list of what is absent"
    var synonym: AbsentKey? { self == .projects ? .tenants : nil }

    var shape: ValueShape {
      switch self {
      case .domains, .users, .groups, .tenants, .projects, .roles, .regions: .list(.text)
      case .services: .list(.oneOf([.text, .mapping(AbsentServiceKey.self)]))
      case .endpoints: .list(.mapping(AbsentEndpointKey.self))
      case .limits: .list(.mapping(AbsentLimitKey.self))
      case .implications: .list(.mapping(AbsentImplicationKey.self))
      case .memberships: .list(.mapping(AbsentMembershipKey.self))
      case .assignments: RootKey.assignmentList
      }
    }
  }

  enum AbsentServiceKey: String, MappingKey {
    case name, type

    static let noun = "an absent service"
    static let required: [AbsentServiceKey] = [.name]
    var shape: ValueShape { .text }
  }

  enum AbsentEndpointKey: String, MappingKey {
    case service, type, region, interface

    static let noun = "an absent endpoint"
    static let required: [AbsentEndpointKey] = [.service, .region]

    var shape: ValueShape {
      switch self {
      case .service, .type, .region: .text
      case .interface: .oneOf(EndpointInterface.allCases.map { .word($0.rawValue) })
      }
    }
  }

  /// Without a project or a domain, a registered one.
  enum AbsentLimitKey: String, MappingKey {
    case service, type, region, resource, tenant, project, domain

    static let noun = "an absent limit"
    var synonym: AbsentLimitKey? { self == .project ? .tenant : nil }
    static let required: [AbsentLimitKey] = [.service, .resource]

    var shape: ValueShape {
      switch self {
      case .service, .type, .region, .resource, .domain: .text
      case .tenant, .project: UserKey.tenant.shape
      }
    }
  }

  enum AbsentImplicationKey: String, MappingKey {
    case role, implies

    static let noun = "an absent implication"
    static let required: [AbsentImplicationKey] = [.role, .implies]
    var shape: ValueShape { .oneOf([.text, .mapping(ReferenceKey.self)]) }
  }

  enum AbsentMembershipKey: String, MappingKey {
    case group, user

    static let noun = "an absent membership"
    static let required: [AbsentMembershipKey] = [.group, .user]
    var shape: ValueShape { .oneOf([.text, .mapping(ReferenceKey.self)]) }
  }
}

/// The three interfaces of an endpoint.
extension EndpointInterface: MappingKey {
  static let noun = "a set of interfaces"
  var shape: ValueShape {
    let url = ValueShape.oneOf([.text, .mapping(SeedSchema.InterfaceKey.self)])
    return .oneOf([url, .list(url)])
  }
}
