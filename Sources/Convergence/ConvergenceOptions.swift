package import IdentityModel
package import Reconciliation

/// How to read and how to write.
package struct ConvergenceOptions: Sendable {
  package var plan: PlanOptions
  /// How many requests are in flight at a time.
  package var parallelism: Parallelism
  /// Whether passwords are checked by logging in; where not, those of live users are left alone.
  package var checksPasswords: Bool
  /// Whether that includes users who live where Keystone only reads, such as LDAP.
  package var checksReadOnlyUsers: Bool
  /// Whose passwords are set where the account is locked.
  package var unlocks: Unlocking
  /// How often what is left after a round is planned and applied again.
  package var maximumRounds: Int
  /// The IDs of the live objects that a seed cannot say, which pruning leaves alone.
  package var unsayable: @Sendable (LiveState) -> Set<String>

  package init(
    plan: PlanOptions = PlanOptions(),
    parallelism: Parallelism = .standard,
    checksPasswords: Bool = true,
    checksReadOnlyUsers: Bool = false,
    unlocks: Unlocking = .nobody,
    maximumRounds: Int = 6,
    unsayable: @escaping @Sendable (LiveState) -> Set<String> = { _ in [] }
  ) {
    self.plan = plan
    self.parallelism = parallelism
    self.checksPasswords = checksPasswords
    self.checksReadOnlyUsers = checksReadOnlyUsers
    self.unlocks = unlocks
    self.maximumRounds = maximumRounds
    self.unsayable = unsayable
  }
}

/// Whose passwords are set where the account is locked, which unlocks it and ends the sessions of a
/// user whose password may be right.
package enum Unlocking: Hashable, Sendable {
  case nobody
  /// Those of whom it was decided before: a plan's own login may have locked them.
  case users(Set<Name>)
  case everybody

  /// Whether it is wanted of a user.
  func covers(_ user: Name) -> Bool {
    switch self {
    case .nobody: false
    case .users(let users): users.contains(user)
    case .everybody: true
    }
  }
}
