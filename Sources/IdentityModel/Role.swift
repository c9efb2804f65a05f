/// A role; its key is its name.
package struct Role: NamedResource {
  package static let kind = ResourceKind.role
  package static let namedKind = NamedKind.role

  /// The role that Keystone itself grants to a user on its default tenant.
  ///
  /// It is Keystone's: never counted as unmanaged, never pruned.
  package static let memberName: QualifiedName = "_member_"

  /// Those that `keystone-manage bootstrap` makes, all of them immutable
  /// (`keystone.cmd.bootstrap.Bootstrapper`); `manager` and `service` came with 2023.2.
  package static let bootstrapped: Set<QualifiedName> = [
    "admin", "manager", "member", "reader", "service",
  ]

  package var name: QualifiedName
  package var description: String?
  package var options: ResourceOptions

  package init(
    name: QualifiedName,
    description: String? = nil,
    options: ResourceOptions = ResourceOptions()
  ) {
    self.name = name
    self.description = description
    self.options = options
  }

  package static func declared(in desired: DesiredState) -> [Role] { desired.roles }
  package static var live: WritableKeyPath<LiveState, [Live<Role>]> { \.roles }

  package var asNamed: NamedObject { .role(self) }
  package var isImmutable: Bool { options.areOfImmutable }
  package var fields: [FieldSetting] {
    (description.map { [FieldSetting(.description, .text($0))] } ?? []) + options.fields
  }
}
