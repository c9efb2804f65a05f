/// How a domain is named to a login.
public enum V3DomainReference: Hashable, Sendable {
  /// By ID; that of the first domain of each Keystone is `default`.
  case id(String)
  /// By name, which is unique.
  case name(String)

  /// The domain that every Keystone has, where nobody has set `[identity] default_domain_id`.
  public static let `default` = V3DomainReference.id("default")
}

extension V3DomainReference {
  var json: JSONValue {
    switch self {
    case .id(let id): .object(["id": .string(id)])
    case .name(let name): .object(["name": .string(name)])
    }
  }
}
