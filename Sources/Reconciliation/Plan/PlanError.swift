package import IdentityModel

/// Why there is no plan: what it would do is too dangerous or cannot work.
package enum PlanError: Error, Hashable, Sendable {
  /// More of some kinds would be deleted than may be.
  case tooManyDeletions([ExcessiveDeletion])
  /// The caller would delete or disable itself, its tenant, or the role that lets it in.
  case cutsOffCaller(ResourceKey, Action)
  /// The caller's own user could not log in by its password alone any more.
  case asksCallerForMore(QualifiedName)
  /// The caller's own user or tenant would get another name, by which nobody logs in.
  case renamesCaller(ResourceKey)
  /// No identity service, or none with an endpoint, would be left in the catalog: the last one would be
  /// deleted or disabled.
  case removesIdentityService(ResourceKey, Action = .delete)
  /// What the seed says is there, whoever has made it, is not.
  case notThere([MissingObject])
  /// The seed refers by its name alone to what may be any of these.
  case severalServices([ServiceKey])
  /// What the seed would rename has a name that something else has, or is there several times.
  case cannotRename([RenameConflict])
  /// Pruning was asked for, and these are somebody else's: the seed is a part of a cloud.
  case prunesPart([ResourceKey])
  /// A region or tenant stands in the way of the deletion of the one that it is a part of, or would go with
  /// that one, though the seed does not say so.
  case takesAlong(ResourceKey, with: ResourceKey)
  /// Regions would be parts of one another, the first one of the second and so on.
  case belowItself([ResourceKey])
  /// A region would be deleted in which endpoints stay.
  case regionInUse(Name, endpoints: Int)
  /// A change needs an object that neither is live nor is made by the plan.
  case missing(ResourceKey, neededBy: ResourceKey)
}
