/// An assignment by the IDs of its parts.
package struct AssignmentIDs: Hashable, Sendable {
  /// Who has the role.
  package enum Holder: Hashable, Sendable {
    case user(String)
    case group(String)
  }

  /// What the role is on.
  package enum Scope: Hashable, Sendable {
    case tenant(String)
    case domain(String)
    case system
    /// Every tenant below that one, and not itself.
    case tenantsBelow(String)
    /// Every tenant of that domain, and not itself.
    case tenantsOfDomain(String)
  }

  package let holder: Holder
  package let scope: Scope
  package let roleID: String

  package init(_ holder: Holder, _ scope: Scope, roleID: String) {
    self.holder = holder
    self.scope = scope
    self.roleID = roleID
  }

  package init(userID: String, tenantID: String, roleID: String) {
    self.init(.user(userID), .tenant(tenantID), roleID: roleID)
  }

  /// The user who has it; nil of a group's.
  package var userID: String? { if case .user(let id) = holder { id } else { nil } }

  /// The tenant in which it is; nil on anything else.
  package var tenantID: String? { if case .tenant(let id) = scope { id } else { nil } }
}
