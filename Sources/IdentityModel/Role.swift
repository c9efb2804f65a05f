/// A role; its key is its name.
package struct Role: NamedResource {
  package static let kind = ResourceKind.role
  package static let namedKind = NamedKind.role

  /// The role that Keystone itself grants to a user on its default tenant.
  ///
  /// It is Keystone's: never counted as unmanaged, never pruned.
  package static let memberName: QualifiedName = "_member_"

  package var name: QualifiedName
  package var description: String?
  /// Whether the identity service refuses to change or delete it; live only, since a seed cannot declare
  /// it.
  package var isImmutable: Bool

  package init(name: QualifiedName, description: String? = nil, isImmutable: Bool = false) {
    self.name = name
    self.description = description
    self.isImmutable = isImmutable
  }

  package static func declared(in desired: DesiredState) -> [Role] { desired.roles }
  package static var live: WritableKeyPath<LiveState, [Live<Role>]> { \.roles }

  package var asNamed: NamedObject { .role(self) }
  package var fields: [FieldSetting] {
    description.map { [FieldSetting(.description, .text($0))] } ?? []
  }
}
