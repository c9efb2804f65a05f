package import IdentityModel

/// Something that a person has to know beside the changes.
package enum PlanNote: Hashable, Sendable {
  /// The backend shows the row and cannot change or delete it.
  case unmanageable(ResourceKey, id: String)
  /// A service cannot go, because that endpoint would go with it and cannot be made again.
  case pinned(ResourceKey, byEndpoint: String)
  /// More than one live object has the name, which Keystone should not allow.
  case ambiguous(ResourceKey, count: Int)
  /// The password was not checked, for the user is disabled.
  case passwordOfDisabledUser(Name)
  /// The password could not be checked; nothing of that user is changed.
  case passwordCheckFailed(Name, reason: String)
  /// The seed's name is not live, but one that differs only by case is.
  case differsOnlyByCase(ResourceKey, live: Name)
  /// Pruning was asked for, and the seed declares nothing of that kind: none of it is pruned.
  case kindNotPruned(ResourceKind)

  /// Whether the note says that a difference will be left.
  package var leavesDrift: Bool {
    switch self {
    case .unmanageable, .pinned, .ambiguous, .passwordCheckFailed: true
    case .passwordOfDisabledUser, .differsOnlyByCase, .kindNotPruned: false
    }
  }
}
