import IdentityModel

/// What a user logs in to; over v2.0 a tenant.
enum LoginScope: Hashable, Sendable {
  case tenant(QualifiedName, id: String)
  /// A domain itself, and no project in it.
  case domain(Name, id: String)
  case system

  /// The tenant's ID; nil of what no tenant is, for whom Keystone leaves out each URL that takes one
  /// (`keystone.common.utils.format_url`).
  var tenantID: String? { if case .tenant(_, let id) = self { id } else { nil } }
}
