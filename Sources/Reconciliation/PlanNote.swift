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
  /// The seed's name is not live, but one is that a database may take for it.
  case twin(ResourceKey, live: Name)
  /// The seed does not mention it, and it is not pruned: a database may take it for that name, which
  /// the seed declares and which is live as well.
  case twinNotPruned(ResourceKey, of: Name)
  /// A tenant or user is made and one of nearly its name goes: that is no renaming.
  case startsEmpty(ResourceKey, insteadOf: Departure)
  /// A role goes, and with it all that is granted by it, whether the seed declares the users or not.
  case takesGrants(Name, id: String)
  /// Pruning was asked for, and the seed does not declare the region: its endpoints stay.
  case regionNotPruned(Name, endpoints: Int)
  /// Pruning was asked for, and the seed declares nothing of that kind: none of it is pruned.
  case kindNotPruned(ResourceKind)

  /// A tenant or user that goes.
  package struct Departure: Hashable, Sendable {
    package let name: Name
    package let id: String
    /// How many of its assignments are known.
    package let assignments: Int

    package init(name: Name, id: String, assignments: Int) {
      self.name = name
      self.id = id
      self.assignments = assignments
    }
  }

  /// Whether the note says that a difference will be left.
  package var leavesDrift: Bool {
    switch self {
    case .unmanageable, .pinned, .ambiguous, .passwordCheckFailed: true
    case .passwordOfDisabledUser, .kindNotPruned: false
    case .twin, .twinNotPruned, .startsEmpty, .takesGrants, .regionNotPruned: false
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
      .twin(let key, _), .twinNotPruned(let key, _), .startsEmpty(let key, _):
      key
    case .takesGrants(let role, _): .role(role)
    case .passwordOfDisabledUser(let user), .passwordCheckFailed(let user, _): .user(user)
    case .kindNotPruned, .regionNotPruned: nil
    }
  }

  private var rank: Int {
    switch self {
    case .unmanageable: 0
    case .pinned: 1
    case .ambiguous: 2
    case .passwordOfDisabledUser: 3
    case .passwordCheckFailed: 4
    case .twin: 5
    case .twinNotPruned: 6
    case .startsEmpty: 7
    case .takesGrants: 8
    case .kindNotPruned: 9
    case .regionNotPruned: 10
    }
  }

  /// What tells two notes of one sort about one object apart.
  private var detail: Name {
    switch self {
    case .unmanageable(_, let id), .pinned(_, let id): Name(id)
    case .ambiguous, .passwordOfDisabledUser: ""
    case .passwordCheckFailed(_, let reason): Name(reason)
    case .twin(_, let live): live
    case .twinNotPruned(_, let declared): declared
    case .startsEmpty(_, let departure): departure.name
    case .takesGrants(_, let id): Name(id)
    case .kindNotPruned(let kind): Name(kind.rawValue)
    case .regionNotPruned(let region, _): region
    }
  }
}
