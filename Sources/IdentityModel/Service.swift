/// A service of the catalog; its key is its type and its name together, since one name may have
/// two types (Icehouse's `heat`) and Keystone keeps neither unique.
package struct Service: Resource {
  package static let kind = ResourceKind.service

  package var type: Name
  package var name: Name
  package var description: String?
  /// Whether the catalog shows it.
  package var isShown: Bool

  package init(type: Name, name: Name, description: String? = nil, isShown: Bool = true) {
    self.type = type
    self.name = name
    self.description = description
    self.isShown = isShown
  }

  package var key: ServiceKey { ServiceKey(type: type, name: name) }
  package var resourceKey: ResourceKey { .service(key) }

  package var fields: [FieldSetting] {
    guard let description else { return [] }
    return [FieldSetting(.description, .text(description))]
  }
}

/// What makes two services the same one.
package struct ServiceKey: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// In place of the type where a seed refers to somebody else's service by its name alone: no service
  /// has such a type.
  package static let anyType: Name = ""

  package let type: Name
  package let name: Name

  package init(type: Name, name: Name) {
    self.type = type
    self.name = name
  }

  package static func < (left: ServiceKey, right: ServiceKey) -> Bool {
    (left.type, left.name) < (right.type, right.name)
  }

  package var description: String { "\(type)/\(name)" }
}
