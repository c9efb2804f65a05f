internal import IdentityModel

/// An item of a list of assignments: who has which roles on what.
struct AssignmentEntry {
  let holder: Located<RoleAssignment.Holder>
  /// What the roles are on, or on what lives in it.
  let scope: Located<RoleAssignment.Scope>
  /// One, or several.
  var roles: [Located<RoleReference>]
  /// Where it is said to be inherited.
  var inherited: FileLocation?

  /// What it comes to, each where its role is named.
  var assignments: [Located<RoleAssignment>] {
    roles.map {
      Located(RoleAssignment(holder.value, scope.value, role: $0.value.name), at: $0.location)
    }
  }
}
