/// How a user is named to a login.
public enum V3UserReference: Hashable, Sendable {
  /// By ID, which is unique in all domains.
  case id(String)
  /// By name, which is unique in its domain; without a domain it is a 400.
  case name(String, domain: V3DomainReference)
}

extension V3UserReference {
  /// The value of `user` in the body of a login.
  var members: JSONObject {
    switch self {
    case .id(let id): ["id": .string(id)]
    case .name(let name, let domain): ["domain": domain.json, "name": .string(name)]
    }
  }
}
