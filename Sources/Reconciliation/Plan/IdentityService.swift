import IdentityModel

/// What the catalog calls Keystone itself.
enum IdentityService {
  static let type: Name = "identity"

  /// Whether the key is that of an identity service or of an endpoint of one.
  static func owns(_ key: ResourceKey) -> Bool {
    switch key {
    case .service(let key): key.type == type
    case .endpoint(let key): key.service.type == type
    case .named, .implication, .membership, .assignment, .limit: false
    }
  }
}
