/// How a project is named to a login.
public enum V3ProjectReference: Hashable, Sendable {
  /// By ID, which is unique in all domains.
  case id(String)
  /// By name, which is unique in its domain; without a domain it is a 400.
  case name(String, domain: V3DomainReference)
}

extension V3ProjectReference {
  var json: JSONValue {
    switch self {
    case .id(let id): .object(["id": .string(id)])
    case .name(let name, let domain):
      .object(["domain": domain.json, "name": .string(name)])
    }
  }
}
