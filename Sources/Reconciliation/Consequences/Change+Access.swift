import IdentityModel

extension Change {
  /// Whether consequences are told of it: it changes what roles imply, who is in a group or which roles
  /// a group has.
  ///
  /// A group or a role that goes takes all of that along. What a user is granted is said by the change
  /// itself.
  var hasConsequences: Bool {
    switch (action, key) {
    case (.create, .implication), (.delete, .implication), (.create, .membership),
      (.delete, .membership), (.delete, .named(.group, _)), (.delete, .named(.role, _)):
      true
    case (.create, .assignment(let assignment)), (.delete, .assignment(let assignment)):
      assignment.user == nil
    default: false
    }
  }
}

extension Plan {
  /// Whether it has changes of which consequences are told.
  package var hasConsequences: Bool { changes.contains(where: \.hasConsequences) }
}
