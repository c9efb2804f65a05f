/// The kinds of object that a seed declares.
package enum ResourceKind: String, CaseIterable, Codable, Sendable {
  case domain
  case region
  case role
  case implication
  case tenant
  case group
  case user
  case membership
  case assignment
  case service
  case endpoint
  case registeredLimit = "registered-limit"
  case limit

  /// The word for several of them, as `--only` and the seed file spell it.
  package var plural: String { rawValue + "s" }
}

/// The kinds whose key is a name that the identity service keeps unique.
package enum NamedKind: String, CaseIterable, Codable, Sendable {
  case domain
  case region
  case role
  case tenant
  case group
  case user

  /// The kind among those with names; nil for one whose key has several parts.
  package init?(_ kind: ResourceKind) { self.init(rawValue: kind.rawValue) }

  /// The same among all kinds.
  package var kind: ResourceKind {
    switch self {
    case .domain: .domain
    case .region: .region
    case .role: .role
    case .tenant: .tenant
    case .group: .group
    case .user: .user
    }
  }

  /// What an object of the kind is.
  package var type: any NamedResource.Type {
    switch self {
    case .domain: Domain.self
    case .region: Region.self
    case .role: Role.self
    case .tenant: Tenant.self
    case .group: Group.self
    case .user: User.self
    }
  }
}

/// An object of one of those kinds.
package enum NamedObject: Hashable, Sendable {
  case domain(Domain)
  case region(Region)
  case role(Role)
  case tenant(Tenant)
  case group(Group)
  case user(User)

  /// The object itself.
  package var value: any NamedResource {
    switch self {
    case .domain(let domain): domain
    case .region(let region): region
    case .role(let role): role
    case .tenant(let tenant): tenant
    case .group(let group): group
    case .user(let user): user
    }
  }

  /// Every field that is set, without a copy of the object.
  package var fields: [FieldSetting] {
    switch self {
    case .domain(let domain): domain.fields
    case .region(let region): region.fields
    case .role(let role): role.fields
    case .tenant(let tenant): tenant.fields
    case .group(let group): group.fields
    case .user(let user): user.fields
    }
  }

  /// The kind of the object.
  package var kind: ResourceKind {
    switch self {
    case .domain: .domain
    case .region: .region
    case .role: .role
    case .tenant: .tenant
    case .group: .group
    case .user: .user
    }
  }

  /// What the object is a part of, of the same kind, without a copy of it; nil of what is no part.
  package var whole: ResourceKey? {
    switch self {
    case .domain(let domain): domain.whole
    case .region(let region): region.whole
    case .role(let role): role.whole
    case .tenant(let tenant): tenant.whole
    case .group(let group): group.whole
    case .user(let user): user.whole
    }
  }

  /// The key of the object, without a copy of it.
  package var resourceKey: ResourceKey {
    switch self {
    case .domain(let domain): domain.resourceKey
    case .region(let region): region.resourceKey
    case .role(let role): role.resourceKey
    case .tenant(let tenant): tenant.resourceKey
    case .group(let group): group.resourceKey
    case .user(let user): user.resourceKey
    }
  }
}
