/// A domain, in which projects, users, groups and roles have names of their own; its key is its name.
///
/// What lives in one is known by a ``QualifiedName`` with it, but for what lives in the default one.
package struct Domain: NamedResource {
  package static let kind = ResourceKind.domain
  package static let namedKind = NamedKind.domain
  package static let isPruned = false

  /// What the default domain is called here, whatever its name: it is known by its ID.
  package static let defaultName: QualifiedName = "Default"

  package var name: QualifiedName
  package var description: String?
  package var enabled: Bool?
  package var options: ResourceOptions

  package init(
    name: QualifiedName,
    description: String? = nil,
    enabled: Bool? = nil,
    options: ResourceOptions = ResourceOptions()
  ) {
    self.name = name
    self.description = description
    self.enabled = enabled
    self.options = options
  }

  package static func declared(in desired: DesiredState) -> [Domain] { desired.domains }
  package static var live: WritableKeyPath<LiveState, [Live<Domain>]> { \.domains }

  package var asNamed: NamedObject { .domain(self) }
  package var isImmutable: Bool { options.areOfImmutable }

  /// Keystone refuses to delete one that is enabled (`keystone.resource.core`, `delete_domain`).
  package var deletable: Domain? {
    guard enabled != false else { return nil }
    var domain = self
    domain.enabled = false
    return domain
  }

  package var fields: [FieldSetting] {
    var fields: [FieldSetting] = []
    if let description { fields.append(FieldSetting(.description, .text(description))) }
    if let enabled { fields.append(FieldSetting(.enabled, .flag(enabled))) }
    return fields + options.fields
  }
}
