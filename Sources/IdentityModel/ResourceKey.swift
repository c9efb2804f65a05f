/// The natural key of an object among all kinds.
package enum ResourceKey: Hashable, Codable, Sendable {
  case role(Name)
  case tenant(Name)
  case user(Name)
  case assignment(RoleAssignment)
  case service(ServiceKey)
  case endpoint(EndpointKey)

  /// Which kind the key belongs to.
  package var kind: ResourceKind {
    switch self {
    case .role: .role
    case .tenant: .tenant
    case .user: .user
    case .assignment: .assignment
    case .service: .service
    case .endpoint: .endpoint
    }
  }
}

extension ResourceKey: CustomStringConvertible {
  /// The key as a plan shows it, without the kind.
  package var description: String {
    switch self {
    case .role(let name), .tenant(let name), .user(let name): name.text
    case .assignment(let assignment): assignment.description
    case .service(let key): key.description
    case .endpoint(let key): key.description
    }
  }
}
