/// The natural key of an object among all kinds.
package enum ResourceKey: Hashable, Codable, Sendable {
  case named(NamedKind, QualifiedName)
  case implication(Implication)
  case membership(Membership)
  case assignment(RoleAssignment)
  case service(ServiceKey)
  /// Kept apart, as limits' are, since they are the largest of them and most keys are of other kinds.
  indirect case endpoint(EndpointKey)
  indirect case limit(LimitKey)

  package static func domain(_ name: Name) -> ResourceKey { .named(.domain, QualifiedName(name)) }
  package static func region(_ name: Name) -> ResourceKey { .named(.region, QualifiedName(name)) }
  package static func role(_ name: QualifiedName) -> ResourceKey { .named(.role, name) }
  package static func tenant(_ name: QualifiedName) -> ResourceKey { .named(.tenant, name) }
  package static func group(_ name: QualifiedName) -> ResourceKey { .named(.group, name) }
  package static func user(_ name: QualifiedName) -> ResourceKey { .named(.user, name) }

  /// Which kind the key belongs to.
  package var kind: ResourceKind {
    switch self {
    case .named(let kind, _): kind.kind
    case .implication: .implication
    case .membership: .membership
    case .assignment: .assignment
    case .service: .service
    case .endpoint: .endpoint
    case .limit(let key): key.holder == nil ? .registeredLimit : .limit
    }
  }

  /// The name that the identity service keeps unique; nil for what has a key of several parts.
  package var uniqueName: QualifiedName? {
    if case .named(_, let name) = self { name } else { nil }
  }

  /// The key of the same kind with another name; itself where the key is none.
  package func named(_ name: QualifiedName) -> ResourceKey {
    if case .named(let kind, _) = self { .named(kind, name) } else { self }
  }

  /// The same with another name in the same domain.
  package func renamed(_ name: Name) -> ResourceKey {
    uniqueName.map { named(QualifiedName(name, of: $0.domain)) } ?? self
  }
}

extension ResourceKey: CustomStringConvertible {
  /// The key as a plan shows it, without the kind.
  package var description: String {
    switch self {
    case .named(_, let name): name.description
    case .implication(let implication): implication.description
    case .membership(let membership): membership.description
    case .assignment(let assignment): assignment.description
    case .service(let key): key.description
    case .endpoint(let key): key.description
    case .limit(let key): key.description
    }
  }
}
