/// A role, to whom it was granted and where, as a row of Keystone's table of assignments.
struct Assignment: Hashable, Sendable {
  /// Whom it was granted to.
  enum Actor: Hashable, Sendable {
    case user(String)
    case group(String)
  }

  /// Where it was granted; a domain may stand where a project belongs, and is shown as one.
  enum Target: Hashable, Sendable {
    case project(String)
    case domain(String)
    case system
  }

  let actor: Actor
  let target: Target
  let roleID: String
  /// Whether it holds in the projects below the target, and not in the target itself.
  var isInherited = false
}
