import IdentityModel
import Reconciliation

/// A change as reports show it, be it planned by this run or read from a saved plan.
struct ShownChange: EntryPart {
  private let source: Source
  /// Who gains and who loses which roles by it, as far as that is known.
  let consequences: [Consequence]

  /// A planned change tells all that is shown of it: of a large plan, copies would be as large again.
  private enum Source {
    case planned(Change)
    indirect case saved(Saved)
  }

  /// What a saved plan says of a change.
  private struct Saved {
    let action: Action
    let key: ResourceKey
    let id: String?
    let fields: [FieldChange]
    let reason: ChangeReason?
  }

  var action: Action {
    switch source {
    case .planned(let change): change.action
    case .saved(let saved): saved.action
    }
  }

  var key: ResourceKey {
    switch source {
    case .planned(let change): change.key
    case .saved(let saved): saved.key
    }
  }

  var kind: ResourceKind {
    switch source {
    case .planned(let change): change.kind
    case .saved(let saved): saved.key.kind
    }
  }

  /// What the object is called as long as it is not renamed.
  var formerKey: ResourceKey? {
    switch source {
    case .planned(let change): change.formerKey
    case .saved(let saved): saved.action == .update ? saved.fields.formerKey(of: saved.key) : nil
    }
  }

  var id: String? {
    switch source {
    case .planned(let change): change.liveID
    case .saved(let saved): saved.id
    }
  }

  var fields: [FieldChange] {
    switch source {
    case .planned(let change): change.fields
    case .saved(let saved): saved.fields
    }
  }

  var reason: ChangeReason? {
    switch source {
    case .planned(let change): change.reason
    case .saved(let saved): saved.reason
    }
  }

  /// The ID of the service that a row of an endpoint leaves; nil where it stays on its own.
  var formerServiceID: String? {
    guard action == .update,
      case .text(let id)? = fields.first(where: { $0.field == .service })?.from
    else { return nil }
    return id
  }

  /// What an object that is made is to be a part of; nil where it is none.
  var wholeOfNew: Name? {
    guard action == .create, kind == .tenant || kind == .region,
      case .text(let name)? = fields.first(where: { $0.field == .parent })?.to
    else { return nil }
    return Name(name)
  }

  init(_ change: Change, _ consequences: [Consequence]? = nil) {
    self.consequences = consequences ?? []
    source = .planned(change)
  }

  /// A change that was saved; nil where a part of its key is missing.
  init?(_ document: ChangeDocument) {
    guard let key = document.key else { return nil }
    let consequences = (document.consequences ?? []).compactMap { Consequence($0) }
    guard consequences.count == document.consequences?.count ?? 0 else { return nil }
    self.consequences = consequences
    source = .saved(
      Saved(
        action: document.action,
        key: key,
        id: document.id,
        fields: document.fields.map { FieldChange($0) },
        reason: document.reason
      )
    )
  }
}

extension ShownChange: Hashable {
  /// Whether both show the same, wherever they are from.
  static func == (left: ShownChange, right: ShownChange) -> Bool {
    left.action == right.action && left.key == right.key && left.id == right.id
      && left.fields == right.fields && left.reason == right.reason
      && left.consequences == right.consequences
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(action)
    hasher.combine(key)
    hasher.combine(id)
  }
}

extension ArraySlice<ShownChange> {
  /// The change whose headline stands for those of one entry: one that leaves its service, if any does.
  var headlined: ShownChange? { first { $0.formerServiceID != nil } ?? first }
}
