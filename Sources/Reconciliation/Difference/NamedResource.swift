import IdentityModel

/// A resource whose key is a name that Keystone keeps unique.
protocol NamedResource: Resource where Key == Name {
  /// The resource among all kinds.
  ///
  /// - Parameter setsPassword: Whether the seed's password is given to it; of a user alone.
  /// - Returns: The same resource.
  func asAny(setsPassword: Bool) -> AnyResource
}

extension Role: NamedResource {
  func asAny(setsPassword: Bool) -> AnyResource { .role(self) }
}

extension Tenant: NamedResource {
  func asAny(setsPassword: Bool) -> AnyResource { .tenant(self) }
}

extension User: NamedResource {
  func asAny(setsPassword: Bool) -> AnyResource { .user(self, setsPassword: setsPassword) }
}
