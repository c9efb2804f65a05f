/// A user; its key is its name.
///
/// The password is not here: on the live side it cannot be read, on the desired side it is a
/// ``Secret`` and lives in ``DesiredState/passwords``, so that no user value can leak one.
package struct User: NamedResource {
  package static let kind = ResourceKind.user
  package static let namedKind = NamedKind.user

  package var name: QualifiedName
  package var description: String?
  package var email: String?
  /// The name of the default tenant.
  ///
  /// It gives the role `_member_` there, and scopes no login.
  package var tenant: QualifiedName?
  package var enabled: Bool?
  package var options: ResourceOptions

  package init(
    name: QualifiedName,
    description: String? = nil,
    email: String? = nil,
    tenant: QualifiedName? = nil,
    enabled: Bool? = nil,
    options: ResourceOptions = ResourceOptions()
  ) {
    self.name = name
    self.description = description
    self.email = email
    self.tenant = tenant
    self.enabled = enabled
    self.options = options
  }

  package static func declared(in desired: DesiredState) -> [User] { desired.users }
  package static var live: WritableKeyPath<LiveState, [Live<User>]> { \.users }

  package var asNamed: NamedObject { .user(self) }

  package var fields: [FieldSetting] {
    var fields: [FieldSetting] = []
    if let description { fields.append(FieldSetting(.description, .text(description))) }
    if let email { fields.append(FieldSetting(.email, .text(email))) }
    if let tenant { fields.append(FieldSetting(.tenant, .name(tenant))) }
    if let enabled { fields.append(FieldSetting(.enabled, .flag(enabled))) }
    return options.isEmpty ? fields : fields + options.fields
  }

  /// Without a list of all fields, since a cloud has more users than anything else that has fields.
  package func value(of field: Field) -> FieldValue? {
    switch field {
    case .description: description.map { .text($0) }
    case .email: email.map { .text($0) }
    case .tenant: tenant.map { .name($0) }
    case .enabled: enabled.map { .flag($0) }
    default: options.value(of: field)
    }
  }
}
