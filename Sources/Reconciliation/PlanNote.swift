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

extension PlanNote {
  /// The order in which a plan shows notes: by the object that each is about, those about a whole
  /// kind last.
  package static func precedes(_ left: PlanNote, _ right: PlanNote) -> Bool {
    switch (left.subject, right.subject) {
    case (let left?, let right?) where left != right:
      DependencyOrder.createsBefore(left, right)
    case (nil, _?): false
    case (_?, nil): true
    case (_, _):
      left.rank == right.rank ? left.detail < right.detail : left.rank < right.rank
    }
  }

  private var subject: ResourceKey? {
    switch self {
    case .unmanageable(let key, _), .pinned(let key, _), .ambiguous(let key, _),
      .differsOnlyByCase(let key, _):
      key
    case .passwordOfDisabledUser(let user), .passwordCheckFailed(let user, _): .user(user)
    case .kindNotPruned: nil
    }
  }

  private var rank: Int {
    switch self {
    case .unmanageable: 0
    case .pinned: 1
    case .ambiguous: 2
    case .passwordOfDisabledUser: 3
    case .passwordCheckFailed: 4
    case .differsOnlyByCase: 5
    case .kindNotPruned: 6
    }
  }

  /// What tells two notes of one sort about one object apart.
  private var detail: Name {
    switch self {
    case .unmanageable(_, let id), .pinned(_, let id): Name(id)
    case .ambiguous, .passwordOfDisabledUser: ""
    case .passwordCheckFailed(_, let reason): Name(reason)
    case .differsOnlyByCase(_, let live): live
    case .kindNotPruned(let kind): Name(kind.rawValue)
    }
  }
}
