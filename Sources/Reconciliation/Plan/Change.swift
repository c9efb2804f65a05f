package import IdentityModel

/// One difference between desired and live, together with all that it takes to remove it.
///
/// It holds no secret: a password is a field whose value is ``FieldValue/secret``.
package struct Change: Hashable, Sendable {
  package var action: Action
  package var key: ResourceKey
  /// The live row that is updated, replaced or deleted; nil for a create and for an assignment.
  package var liveID: String?
  /// For an endpoint the ID of the service it will hang on, or hangs on if it is deleted; nil
  /// where that service is made by the same plan.
  package var serviceID: String?
  /// What becomes different, in the order of ``Field``.
  package var fields: [FieldChange]
  /// What a new row has to repeat of the old one, because the seed leaves it alone.
  package var carried: [FieldSetting]
  /// Why, where the fields alone do not say so.
  package var reason: ChangeReason?

  package init(
    _ action: Action,
    _ key: ResourceKey,
    liveID: String? = nil,
    serviceID: String? = nil,
    fields: [FieldChange] = [],
    carried: [FieldSetting] = [],
    reason: ChangeReason? = nil
  ) {
    self.action = action
    self.key = key
    self.liveID = liveID
    self.serviceID = serviceID
    self.fields = fields
    self.carried = carried
    self.reason = reason
  }

  /// Everything that a created or replaced row will hold.
  package var settings: [FieldSetting] {
    let changed = fields.compactMap { change in
      change.to.map { FieldSetting(change.field, $0) }
    }
    return carried + changed
  }

  /// Whether the change sets that field.
  package func sets(_ field: Field) -> Bool {
    fields.contains { $0.field == field && $0.to != nil }
  }
}

/// Why a change is planned that no declared field asks for.
package enum ChangeReason: String, Codable, Sendable {
  /// The same service or endpoint is there more than once.
  case duplicate
  /// The seed lists it under `absent`, itself or its service.
  case declaredAbsent
  /// The seed does not mention it, and pruning was asked for.
  case unmanaged
  /// Its service is replaced, and an endpoint cannot change its service.
  case movesWithService
  /// It hangs on a duplicate of its service that is to go.
  case movesFromDuplicate
}

extension Change {
  /// The order in which a plan shows changes: by action, then by kind (deletes the other way
  /// round), then by key, then by row.
  package static func precedes(_ left: Change, _ right: Change) -> Bool {
    if left.action != right.action { return left.action.rank < right.action.rank }
    if left.key != right.key {
      return left.action == .delete
        ? DependencyOrder.deletesBefore(left.key, right.key)
        : DependencyOrder.createsBefore(left.key, right.key)
    }
    return (left.liveID ?? "") < (right.liveID ?? "")
  }
}

extension Action {
  fileprivate var rank: Int {
    switch self {
    case .create: 0
    case .update: 1
    case .replace: 2
    case .delete: 3
    }
  }
}
