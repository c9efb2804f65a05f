package import IdentityModel
package import Reconciliation

/// A plan together with what it was made from.
package struct PlannedState: Sendable {
  package let plan: Plan
  package let live: LiveState
  /// Who the requests are made as; nil for a bare admin token.
  package let caller: Caller?
  /// What logging in said, by user; a user that is not in it was not asked about.
  package let passwords: [QualifiedName: PasswordCheck]

  package init(
    plan: Plan,
    live: LiveState,
    caller: Caller?,
    passwords: [QualifiedName: PasswordCheck] = [:]
  ) {
    self.plan = plan
    self.live = live
    self.caller = caller
    self.passwords = passwords
  }
}
