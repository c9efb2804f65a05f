package import IdentityModel

/// What the operator asked for beside the seed.
package struct PlanOptions: Hashable, Sendable {
  /// The kinds to look at.
  package var kinds: Set<ResourceKind>
  /// Whether live objects that the seed does not mention are deleted.
  package var prunes: Bool
  /// How many deletions pruning may make; nil for a third of what is live.
  package var maximumDeletions: Int?

  package init(
    kinds: Set<ResourceKind> = Set(ResourceKind.allCases),
    prunes: Bool = false,
    maximumDeletions: Int? = nil
  ) {
    self.kinds = kinds
    self.prunes = prunes
    self.maximumDeletions = maximumDeletions
  }
}
