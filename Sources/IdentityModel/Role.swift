/// A role; its key is its name and it has nothing else.
package struct Role: Resource {
  package static let kind = ResourceKind.role

  /// The role that Keystone itself grants to a user on its default tenant.
  ///
  /// It is Keystone's: never counted as unmanaged, never pruned.
  package static let memberName: Name = "_member_"

  package var name: Name

  package init(name: Name) {
    self.name = name
  }

  package var key: Name { name }
  package var resourceKey: ResourceKey { .role(name) }
  package var fields: [FieldSetting] { [] }
}
