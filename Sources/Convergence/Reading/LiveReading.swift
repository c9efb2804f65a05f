package import IdentityModel
package import Reconciliation

/// What was read for a seed.
package struct LiveReading: Sendable {
  package var live = LiveState()
  /// What logging in said, by user; a user that is not in it was not asked about.
  package var passwords: [QualifiedName: PasswordCheck] = [:]
  /// Which of the live assignments were granted to their users, where a list has told it.
  package var grants: Set<RoleAssignment>?
  /// Which roles imply which, of all domains; nil where nobody has asked.
  var implications: Set<ImplicationIDs>?
  /// What came of the question for the interfaces of all endpoints; nil where nobody has asked it.
  var interfaces: InterfaceReader.Answer?

  package init() {}
}

extension LiveReading {
  /// The users whose logins were refused for what may as well be their domain.
  var refusedUsers: [Live<User>] {
    live.users.filter { row in
      switch passwords[row.value.name] {
      case .refused: true
      // Keystone may have said so of the user's domain.
      case .userDisabled: row.value.enabled != false
      case nil, .accepted, .domainDisabled, .locked, .toBeUnlocked, .mustBeChanged, .readOnly,
        .failed:
        false
      }
    }
  }
}
