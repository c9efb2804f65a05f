package import IdentityModel
package import Reconciliation

/// A plan together with what it was made from.
package struct PlannedState: Sendable {
  package var plan: Plan
  package let live: LiveState
  /// Who the requests are made as; nil for a bare admin token.
  package let caller: Caller?
  /// What logging in said, by user; a user that is not in it was not asked about.
  package let passwords: [QualifiedName: PasswordCheck]

  /// Which roles imply which, of all domains; nil where nobody has asked.
  let implications: Set<ImplicationIDs>?
  /// What was read of who has which roles, to know whether the caller keeps its own; nil where nothing was.
  var access: AccessReading?

  package init(
    plan: Plan,
    live: LiveState,
    caller: Caller?,
    passwords: [QualifiedName: PasswordCheck] = [:],
    implications: Set<ImplicationIDs>? = nil
  ) {
    self.plan = plan
    self.live = live
    self.caller = caller
    self.passwords = passwords
    self.implications = implications
  }
}
