import IdentityModel
import Reconciliation

/// A change as reports show it, be it planned by this run or read from a saved plan.
struct ShownChange: EntryPart, Hashable {
  let action: Action
  let key: ResourceKey
  /// What the object is called as long as it is not renamed.
  let formerKey: ResourceKey?
  let id: String?
  let fields: [FieldChange]
  let reason: ChangeReason?
  /// Who gains and who loses which roles by it, as far as that is known.
  let consequences: [Consequence]
  var kind: ResourceKind { key.kind }
  /// The ID of the service that a row of an endpoint leaves; nil where it stays on its own.
  var formerServiceID: String? {
    guard action == .update,
      case .text(let id)? = fields.first(where: { $0.field == .service })?.from
    else { return nil }
    return id
  }

  /// What an object that is made is to be a part of; nil where it is none.
  var wholeOfNew: Name? {
    guard action == .create,
      case .text(let name)? = fields.first(where: { $0.field == .parent })?.to
    else { return nil }
    return Name(name)
  }

  init(_ change: Change, _ consequences: [Consequence]? = nil) {
    self.consequences = consequences ?? []
    action = change.action
    key = change.key
    formerKey = change.formerKey
    id = change.liveID
    fields = change.fields
    reason = change.reason
  }

  /// A change that was saved; nil where a part of its key is missing.
  init?(_ document: ChangeDocument) {
    guard let key = document.key else { return nil }
    let consequences = (document.consequences ?? []).compactMap { Consequence($0) }
    guard consequences.count == document.consequences?.count ?? 0 else { return nil }
    self.consequences = consequences
    let fields = document.fields.map { FieldChange($0) }
    self.key = key
    self.fields = fields
    action = document.action
    formerKey = document.action == .update ? fields.formerKey(of: key) : nil
    id = document.id
    reason = document.reason
  }
}

extension ArraySlice<ShownChange> {
  /// The change whose headline stands for those of one entry: one that leaves its service, if any does.
  var headlined: ShownChange? { first { $0.formerServiceID != nil } ?? first }
}
