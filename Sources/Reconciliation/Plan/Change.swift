package import IdentityModel

/// One difference between desired and live, together with all that it takes to remove it.
///
/// It holds no secret: a password is a field whose value is ``FieldValue/secret``. Its values are in a
/// box, since a plan is sorted, filtered and handed on more often than a change is looked into.
package indirect enum Change: Hashable, Sendable {
  /// An object that is not there is made.
  case create(AnyResource)
  /// The fields of a row become what the resource holds; its other fields stay as they are.
  case update(AnyResource, row: String, fields: [FieldChange])
  /// A new row is made, then the old one is deleted.
  case replace(AnyResource, row: String, fields: [FieldChange], because: ChangeReason? = nil)
  /// A row is deleted; an assignment, which has none, is revoked, that of somebody who is gone by the
  /// holder's ID.
  case delete(ResourceKey, row: String?, because: ChangeReason)

  /// What it does.
  package var action: Action {
    switch self {
    case .create: .create
    case .update: .update
    case .replace: .replace
    case .delete: .delete
    }
  }

  /// What it does it to.
  package var key: ResourceKey {
    switch self {
    case .create(let resource), .update(let resource, _, _), .replace(let resource, _, _, _):
      resource.key
    case .delete(let key, _, _): key
    }
  }

  /// The kind of what it does it to; cheaper than the key of which it is a part.
  package var kind: ResourceKind {
    switch self {
    case .create(let resource), .update(let resource, _, _), .replace(let resource, _, _, _):
      resource.kind
    case .delete(let key, _, _): key.kind
    }
  }

  /// What is there afterwards; nil where nothing is.
  package var resource: AnyResource? {
    switch self {
    case .create(let resource), .update(let resource, _, _), .replace(let resource, _, _, _):
      resource
    case .delete: nil
    }
  }

  /// The ID of the live row that is updated, replaced or deleted; nil for a create and for an
  /// assignment.
  package var liveID: String? {
    switch self {
    case .create: nil
    case .update(_, let row, _), .replace(_, let row, _, _): row
    case .delete(_, let row, _): row
    }
  }

  /// What becomes different, in the order of ``Field``.
  package var fields: [FieldChange] {
    switch self {
    case .create(let resource): resource.settings.map { FieldChange($0.field, to: $0.value) }
    case .update(_, _, let fields), .replace(_, _, let fields, _): fields
    case .delete: []
    }
  }

  /// Why, where the fields alone do not say so.
  package var reason: ChangeReason? {
    switch self {
    case .create, .update: nil
    case .replace(_, _, _, let reason): reason
    case .delete(_, _, let reason): reason
    }
  }

  /// What the object is called as long as it is not renamed; nil where it is not.
  package var formerKey: ResourceKey? {
    guard case .update(_, _, let fields) = self else { return nil }
    return fields.formerKey(of: key)
  }

  /// Whether the change sets that field.
  package func sets(_ field: Field) -> Bool {
    switch self {
    case .create(let resource): resource.shows(field)
    case .update(_, _, let fields), .replace(_, _, let fields, _):
      fields.contains { $0.field == field && $0.to != nil }
    case .delete: false
    }
  }
}

extension [FieldChange] {
  /// What an object with that key is called as long as these fields are not changed; nil where they
  /// rename nothing.
  package func formerKey(of key: ResourceKey) -> ResourceKey? {
    let (name, type) = (former(.name), former(.type))
    guard name != nil || type != nil else { return nil }
    switch key {
    case .service(let key):
      return .service(ServiceKey(type: type ?? key.type, name: name ?? key.name))
    case .named, .implication, .membership, .assignment, .endpoint, .limit:
      return name.map { key.renamed($0) }
    }
  }

  private func former(_ field: Field) -> Name? {
    guard case .text(let text)? = first(where: { $0.field == field })?.from else { return nil }
    return Name(text)
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
  /// Its user or group is gone, and pruning was asked for.
  case holderIsGone
  /// A limit of its own keeps the registered one from being changed: it is taken away meanwhile.
  case givenBack
}

extension Change {
  /// The order in which a plan shows changes: by action, then by kind (deletes the other way
  /// round), then by key, then by row.
  package static func precedes(_ left: Change, _ right: Change) -> Bool {
    if left.action != right.action { return left.action.rank < right.action.rank }
    let (leftKey, rightKey) = (left.key, right.key)
    if leftKey != rightKey {
      return left.action == .delete
        ? DependencyOrder.deletesBefore(leftKey, rightKey)
        : DependencyOrder.createsBefore(leftKey, rightKey)
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
