/// Who has which role where.
///
/// It has no ID: the three names are all that it is.
package struct RoleAssignment: Resource {
  package static let kind = ResourceKind.assignment

  package var user: QualifiedName
  package var tenant: QualifiedName
  package var role: QualifiedName

  package init(user: QualifiedName, tenant: QualifiedName, role: QualifiedName) {
    self.user = user
    self.tenant = tenant
    self.role = role
  }

  package var key: RoleAssignment { self }
  package var resourceKey: ResourceKey { .assignment(self) }
  package var fields: [FieldSetting] { [] }
}

extension RoleAssignment: Comparable {
  package static func < (left: RoleAssignment, right: RoleAssignment) -> Bool {
    (left.user, left.tenant, left.role) < (right.user, right.tenant, right.role)
  }
}

extension RoleAssignment: CustomStringConvertible {
  package var description: String { "\(user) has \(role) in \(tenant)" }
}
