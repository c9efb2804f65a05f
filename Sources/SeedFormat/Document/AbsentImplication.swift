internal import IdentityModel

/// That a role must not imply another one, as the seed names the two.
struct AbsentImplication {
  let role: RoleReference
  let implied: RoleReference

  var implication: Implication { Implication(role.name, implies: implied.name) }

  /// Takes a plain name for the global role where the domain has no role of that name of its own; the role
  /// that implies is the domain's, as what else stands in it.
  func settled(_ declared: Set<QualifiedName>) -> AbsentImplication {
    AbsentImplication(role: role, implied: implied.settled(declared))
  }
}
