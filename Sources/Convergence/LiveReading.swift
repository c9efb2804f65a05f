package import IdentityModel
package import Reconciliation

/// What was read for a seed.
package struct LiveReading: Sendable {
  package var live = LiveState()
  /// What logging in said, by user; a user that is not in it was not asked about.
  package var passwords: [Name: PasswordCheck] = [:]
  /// Which of the live assignments were granted to their users, where a list has told it.
  package var grants: Set<RoleAssignment>?

  package init() {}
}
