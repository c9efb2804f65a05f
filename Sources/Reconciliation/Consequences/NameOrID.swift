package import IdentityModel

/// An object by its name, or by its ID where nobody has read its name.
///
/// One object is always known by the same of the two within a plan.
package enum NameOrID: Hashable, Sendable {
  case name(QualifiedName)
  case id(String)

  /// The name; nil where nobody has read it.
  package var name: QualifiedName? { if case .name(let name) = self { name } else { nil } }
}

extension NameOrID: Comparable {
  /// What has a name comes first.
  package static func < (left: NameOrID, right: NameOrID) -> Bool {
    switch (left, right) {
    case (.name(let left), .name(let right)): left < right
    case (.name, .id): true
    case (.id, .name): false
    case (.id(let left), .id(let right)): left < right
    }
  }
}
