/// A group of users, to which roles are given at once; its key is its name.
///
/// Its members may live in other domains than itself.
package struct Group: NamedResource {
  package static let kind = ResourceKind.group
  package static let namedKind = NamedKind.group

  package var name: QualifiedName
  package var description: String?

  package init(name: QualifiedName, description: String? = nil) {
    self.name = name
    self.description = description
  }

  package static func declared(in desired: DesiredState) -> [Group] { desired.groups }
  package static var live: WritableKeyPath<LiveState, [Live<Group>]> { \.groups }

  package var asNamed: NamedObject { .group(self) }
  package var fields: [FieldSetting] {
    description.map { [FieldSetting(.description, .text($0))] } ?? []
  }
}
