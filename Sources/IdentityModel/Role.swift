/// A role; its key is its name and it has nothing else that a seed declares.
package struct Role: Resource {
  package static let kind = ResourceKind.role

  /// The role that Keystone itself grants to a user on its default tenant.
  ///
  /// It is Keystone's: never counted as unmanaged, never pruned.
  package static let memberName: Name = "_member_"

  package var name: Name
  /// Whether the identity service refuses to change or delete it; live only, since a seed cannot declare
  /// it.
  package var isImmutable: Bool

  package init(name: Name, isImmutable: Bool = false) {
    self.name = name
    self.isImmutable = isImmutable
  }

  package var key: Name { name }
  package var resourceKey: ResourceKey { .role(name) }
  package var fields: [FieldSetting] { [] }
}
