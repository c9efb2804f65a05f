internal import IdentityModel

extension SeedDecoder {
  /// What a seed calls a domain as names carry it: the default one has two names, and names carry none.
  static func domain(called name: Name) -> Name? {
    ["default", "Default"].contains(name) ? nil : name
  }

  /// Something by its name, or by its name and its domain.
  mutating func reference(
    to node: YAMLNode,
    as noun: @autoclosure () -> String
  ) -> Located<QualifiedName>? {
    guard reader.kind(of: node) == .mapping else { return ownName(of: node, as: noun()) }
    guard let (name, domain) = nameAndDomain(in: node) else { return nil }
    guard domain != "" else {
      reader.diagnostics.error(
        "\(noun()) can't be of no domain",
        at: reader.location(of: node),
        hint: "only a role can"
      )
      return nil
    }
    let qualified = QualifiedName(name, of: Self.domain(called: domain))
    return Located(qualified, at: reader.location(of: node))
  }

  /// The names in a list, each of them once, perhaps of other domains.
  mutating func references(
    in node: YAMLNode,
    as noun: String,
    hint: String? = "write [alice], or [] for none"
  ) -> [Located<QualifiedName>]? {
    guard let items = reader.items(of: node, as: noun, hint: hint) else { return nil }
    var references = DistinctItems<QualifiedName>()
    for item in items {
      guard let reference = reference(to: item, as: "a name in \(noun)") else { continue }
      guard !references.append(reference) else { continue }
      reader.diagnostics.error(
        "\(reference.value.quoted) is in this list twice",
        at: reference.location
      )
    }
    return references.items
  }

  /// The roles in a list, each of them once.
  mutating func roleReferences(
    in node: YAMLNode,
    as noun: String,
    hint: String?
  ) -> [Located<RoleReference>] {
    var references = DistinctItems<RoleReference>()
    for item in reader.items(of: node, as: noun, hint: hint) ?? [] {
      guard let reference = roleReference(to: item, as: "a name in \(noun)") else { continue }
      guard !references.append(reference) else { continue }
      reader.diagnostics.error(
        "\"\(reference.value.name.name)\" is in this list twice",
        at: reference.location
      )
    }
    return references.items
  }

  /// A role; with an empty domain it is a global one.
  mutating func roleReference(
    to node: YAMLNode,
    as noun: @autoclosure () -> String
  ) -> Located<RoleReference>? {
    guard reader.kind(of: node) == .mapping else {
      return ownName(of: node, as: noun()).map {
        Located(RoleReference(name: $0.value, isPlain: $0.value.domain != nil), at: $0.location)
      }
    }
    guard let (name, domain) = nameAndDomain(in: node) else { return nil }
    let role = QualifiedName(name, of: domain == "" ? nil : Self.domain(called: domain))
    return Located(RoleReference(name: role, isPlain: false), at: reader.location(of: node))
  }

  private mutating func nameAndDomain(in node: YAMLNode) -> (name: Name, domain: Name)? {
    let values = names(of: node, as: SeedSchema.ReferenceKey.self)
    guard let values, let name = values[.name], let domain = values[.domain] else { return nil }
    return (name, domain)
  }
}
