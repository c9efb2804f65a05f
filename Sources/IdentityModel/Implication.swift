/// That whoever has one role has another one too.
///
/// It has no ID: the two names are all that it is.
package struct Implication: Resource {
  package static let kind = ResourceKind.implication

  /// What `keystone-manage bootstrap` has imply what, by 22 and by later ones
  /// (`keystone.cmd.bootstrap.Bootstrapper`).
  package static let bootstrapped: Set<Implication> = [
    Implication("admin", implies: "manager"), Implication("manager", implies: "member"),
    Implication("member", implies: "reader"), Implication("admin", implies: "member"),
  ]

  /// The role that implies.
  package var role: QualifiedName
  /// The role that comes with it.
  package var implied: QualifiedName

  package init(_ role: QualifiedName, implies implied: QualifiedName) {
    self.role = role
    self.implied = implied
  }

  package var key: Implication { self }
  package var resourceKey: ResourceKey { .implication(self) }
  package var fields: [FieldSetting] { [] }

  /// The objects without which there is none.
  package var parts: [ResourceKey] { [.role(role), .role(implied)] }
}

extension Implication: Comparable {
  package static func < (left: Implication, right: Implication) -> Bool {
    (left.role, left.implied) < (right.role, right.implied)
  }
}

extension Implication: CustomStringConvertible {
  package var description: String { "\(role) implies \(implied)" }
}
