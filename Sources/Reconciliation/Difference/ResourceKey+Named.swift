package import IdentityModel

extension ResourceKey {
  /// The name of a role, tenant or user; nil for what has a key of several parts.
  package var uniqueName: Name? {
    switch self {
    case .role(let name), .tenant(let name), .user(let name): name
    case .assignment, .service, .endpoint: nil
    }
  }

  /// The key of the same kind with another name.
  func named(_ name: Name) -> ResourceKey {
    switch self {
    case .role: .role(name)
    case .tenant: .tenant(name)
    case .user: .user(name)
    case .assignment, .service, .endpoint: self
    }
  }
}
