import IdentityModel

extension ResourceKey {
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
