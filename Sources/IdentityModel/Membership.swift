/// A user in a group.
///
/// It has no ID: the two names are all that it is.
package struct Membership: Resource {
  package static let kind = ResourceKind.membership

  package var user: QualifiedName
  package var group: QualifiedName

  package init(user: QualifiedName, group: QualifiedName) {
    self.user = user
    self.group = group
  }

  package var key: Membership { self }
  package var resourceKey: ResourceKey { .membership(self) }
  package var fields: [FieldSetting] { [] }

  /// The objects without which there is none.
  package var parts: [ResourceKey] { [.group(group), .user(user)] }
}

extension Membership: Comparable {
  package static func < (left: Membership, right: Membership) -> Bool {
    (left.group, left.user) < (right.group, right.user)
  }
}

extension Membership: CustomStringConvertible {
  package var description: String { "\(user) in \(group)" }
}
