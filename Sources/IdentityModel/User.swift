/// A user; its key is its name.
///
/// The password is not here: on the live side it cannot be read, on the desired side it is a
/// ``Secret`` and lives in ``DesiredState/passwords``, so that no user value can leak one.
package struct User: Resource {
  package static let kind = ResourceKind.user

  package var name: Name
  package var email: String?
  /// The name of the default tenant.
  ///
  /// It gives the role `_member_` there, and scopes no login.
  package var tenant: Name?
  package var enabled: Bool?

  package init(
    name: Name,
    email: String? = nil,
    tenant: Name? = nil,
    enabled: Bool? = nil
  ) {
    self.name = name
    self.email = email
    self.tenant = tenant
    self.enabled = enabled
  }

  package var key: Name { name }
  package var resourceKey: ResourceKey { .user(name) }

  package var fields: [FieldSetting] {
    var fields: [FieldSetting] = []
    if let email { fields.append(FieldSetting(.email, .text(email))) }
    if let tenant { fields.append(FieldSetting(.tenant, .text(tenant.text))) }
    if let enabled { fields.append(FieldSetting(.enabled, .flag(enabled))) }
    return fields
  }
}
