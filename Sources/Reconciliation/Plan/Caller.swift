package import IdentityModel

/// Who the requests are made as; a bare admin token is nobody.
package struct Caller: Hashable, Sendable {
  package let user: Name
  /// The tenant that the token is scoped to, nil for an unscoped one.
  package let tenant: Name?
  package let roles: Set<Name>

  package init(user: Name, tenant: Name?, roles: Set<Name>) {
    self.user = user
    self.tenant = tenant
    self.roles = roles
  }
}
