package import IdentityModel

/// A role that a user has somewhere, whatever gives it.
package struct EffectiveRole: Hashable, Sendable {
  package enum Scope: Hashable, Sendable {
    case tenant(NameOrID)
    case domain(NameOrID)
    case system
  }

  package let user: NameOrID
  package let scope: Scope
  /// A global one: a domain's own takes no effect by itself
  /// (`keystone.assignment.core`, `_strip_domain_roles`).
  package let role: QualifiedName

  package init(_ user: NameOrID, _ scope: Scope, role: QualifiedName) {
    self.user = user
    self.scope = scope
    self.role = role
  }
}

extension EffectiveRole: Comparable {
  /// By user, then by scope: a user's roles in one place stand together.
  package static func < (left: EffectiveRole, right: EffectiveRole) -> Bool {
    if left.user != right.user { return left.user < right.user }
    return left.scope == right.scope ? left.role < right.role : left.scope < right.scope
  }
}

extension EffectiveRole.Scope: Comparable {
  /// Tenants come before domains, and the system last.
  package static func < (left: EffectiveRole.Scope, right: EffectiveRole.Scope) -> Bool {
    switch (left, right) {
    case (.tenant(let left), .tenant(let right)), (.domain(let left), .domain(let right)):
      left < right
    case (.tenant, .domain), (.tenant, .system), (.domain, .system): true
    case (.domain, .tenant), (.system, .tenant), (.system, .domain), (.system, .system): false
    }
  }
}
