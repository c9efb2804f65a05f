/// A region; its key is its ID, which is its name.
///
/// Its base URLs are the seed's own, and no part of it.
package struct Region: NamedResource {
  package static let kind = ResourceKind.region
  package static let namedKind = NamedKind.region
  package static let isPruned = false

  package var name: QualifiedName
  package var description: String?
  /// The region that it is a part of.
  package var parent: Name?

  package init(name: Name, description: String? = nil, parent: Name? = nil) {
    self.name = QualifiedName(name)
    self.description = description
    self.parent = parent
  }

  package static func declared(in desired: DesiredState) -> [Region] { desired.regions }
  package static var live: WritableKeyPath<LiveState, [Live<Region>]> { \.regions }

  package var asNamed: NamedObject { .region(self) }
  package var whole: ResourceKey? { parent.map { .region($0) } }

  package var fields: [FieldSetting] {
    var fields: [FieldSetting] = []
    if let description { fields.append(FieldSetting(.description, .text(description))) }
    if let parent { fields.append(FieldSetting(.parent, .text(parent.text))) }
    return fields
  }
}
