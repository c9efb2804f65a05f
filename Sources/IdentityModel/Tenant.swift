package import Texts

/// A tenant; its key is its name.
package struct Tenant: NamedResource {
  package static let kind = ResourceKind.tenant
  package static let namedKind = NamedKind.tenant

  package var name: QualifiedName
  package var description: String?
  /// The tenant of the same domain that it is right below, over v3; nil of one at the top.
  package var parent: Name?
  package var enabled: Bool?
  /// Words to find it by, over v3.
  package var tags: Set<ExactText>?
  package var options: ResourceOptions

  package init(
    name: QualifiedName,
    description: String? = nil,
    parent: Name? = nil,
    enabled: Bool? = nil,
    tags: Set<ExactText>? = nil,
    options: ResourceOptions = ResourceOptions()
  ) {
    self.name = name
    self.description = description
    self.parent = parent
    self.enabled = enabled
    self.tags = tags
    self.options = options
  }

  package static func declared(in desired: DesiredState) -> [Tenant] { desired.tenants }
  package static var live: WritableKeyPath<LiveState, [Live<Tenant>]> { \.tenants }

  package var asNamed: NamedObject { .tenant(self) }
  package var isImmutable: Bool { options.areOfImmutable }
  package var whole: ResourceKey? { parent.map { .tenant(QualifiedName($0, of: name.domain)) } }

  /// Keystone refuses to have one live below another one than when it was made
  /// (`keystone.resource.core`, `_update_project`).
  package static let fixedFields: Set<Field> = [.parent]

  package var fields: [FieldSetting] {
    var fields: [FieldSetting] = []
    if let description { fields.append(FieldSetting(.description, .text(description))) }
    if let parent { fields.append(FieldSetting(.parent, .text(parent.text))) }
    if let tags { fields.append(FieldSetting(.tags, .texts(tags))) }
    if let enabled { fields.append(FieldSetting(.enabled, .flag(enabled))) }
    return options.isEmpty ? fields : fields + options.fields
  }
}
