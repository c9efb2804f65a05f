package import IdentityModel

/// What the operator asked for beside the seed.
package struct PlanOptions: Hashable, Sendable {
  /// The kinds to look at.
  package var kinds: Set<ResourceKind>
  /// Which objects of them to look at.
  package var scope: PlanScope
  /// Whether live objects that the seed does not mention are deleted.
  package var prunes: Bool
  /// How many objects of each kind may be deleted; nil for a third of what is live, but one at least.
  package var maximumDeletions: Int?
  /// Whether duplicates count as deletions; not in a later round, where a run that races may have
  /// made them.
  package var countsDuplicates = true

  /// For a plan that nobody applies: however much it would delete, all of it is drift to report.
  package static let lookingOnly = PlanOptions(maximumDeletions: .max)

  package init(
    kinds: Set<ResourceKind> = Set(ResourceKind.allCases),
    scope: PlanScope = .everything,
    prunes: Bool = false,
    maximumDeletions: Int? = nil
  ) {
    self.kinds = kinds
    self.scope = scope
    self.prunes = prunes
    self.maximumDeletions = maximumDeletions
  }
}
