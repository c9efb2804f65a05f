package import IdentityModel
package import Reconciliation

/// How to read and how to write.
package struct ConvergenceOptions: Sendable {
  package var plan: PlanOptions
  /// How many requests are in flight at a time, at least 1.
  package var parallelism: Int
  /// Whether passwords are checked by logging in; where not, those of live users are left alone.
  package var checksPasswords: Bool
  /// Whether that includes users who live where Keystone only reads, such as LDAP.
  package var checksReadOnlyUsers: Bool
  /// Whether the seed's passwords of locked accounts are set, which unlocks them and ends the sessions
  /// of users whose passwords may be right.
  package var unlocks: Bool
  /// The users whose passwords were refused when the plan was made: that login may have locked them
  /// since, and it is decided that theirs are set.
  package var refusedBefore: Set<QualifiedName>
  /// How often what is left after a round is planned and applied again.
  package var maximumRounds: Int
  /// The IDs of the live objects that a seed cannot say, which pruning leaves alone.
  package var unsayable: @Sendable (LiveState) -> Unsayable

  package init(
    plan: PlanOptions = PlanOptions(),
    parallelism: Int = 8,
    checksPasswords: Bool = true,
    checksReadOnlyUsers: Bool = false,
    unlocks: Bool = false,
    refusedBefore: Set<QualifiedName> = [],
    maximumRounds: Int = 6,
    unsayable: @escaping @Sendable (LiveState) -> Unsayable = { _ in Unsayable() }
  ) {
    self.plan = plan
    self.parallelism = parallelism
    self.checksPasswords = checksPasswords
    self.checksReadOnlyUsers = checksReadOnlyUsers
    self.unlocks = unlocks
    self.refusedBefore = refusedBefore
    self.maximumRounds = maximumRounds
    self.unsayable = unsayable
  }

  /// The same, of the kinds that a backend keeps.
  func limited(to capabilities: BackendCapabilities) -> ConvergenceOptions {
    var options = self
    options.plan.kinds.formIntersection(capabilities.kinds)
    return options
  }
}
