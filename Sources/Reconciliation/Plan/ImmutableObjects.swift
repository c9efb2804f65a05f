import IdentityModel

/// The objects, such as roles and tenants, that the identity service refuses to change or delete, each with a 403
/// (`keystone.common.resource_options.options.immutable`).
///
/// What hangs on them, such as who has which role where, can change all the same. One of which the seed says
/// whether it is immutable is opened first, by itself, changed, and closed where it is to stay immutable.
struct ImmutableObjects {
  private let ids: Set<String>

  init(_ live: LiveState) {
    var search = Search(live: live)
    for kind in NamedKind.allCases { kind.accept(&search) }
    ids = search.ids
  }

  func contains(_ id: String?) -> Bool { id.map { ids.contains($0) } == true }

  /// Leaves out what would be refused, and says so; opens what the seed lets be opened.
  func apply(to changes: [Change]) -> (changes: [Change], notes: [PlanNote]) {
    guard !ids.isEmpty else { return (changes, []) }
    // What is changed so that it can be deleted is deleted by nobody.
    let deleted = Set(changes.lazy.filter { $0.action == .delete }.compactMap(\.liveID))
    var notes: [PlanNote] = []
    let kept = changes.compactMap { change -> Change? in
      guard let id = change.liveID, ids.contains(id) else { return change }
      if !deleted.contains(id), let opening = change.opening { return opening }
      notes.append(.immutable(change.key, id: id, change.fields))
      return nil
    }
    return (kept, notes)
  }
}

/// The IDs of those of one kind after the other.
private struct Search: NamedKindVisitor {
  let live: LiveState
  var ids: Set<String> = []

  mutating func visit<Value: NamedResource>(_ type: Value.Type) {
    for row in live[keyPath: Value.live] where row.value.isImmutable { ids.insert(row.id) }
  }
}

extension Change {
  /// The same for an object that is immutable, with what makes it open as its first field and, where it is
  /// to be closed, that as the last one; nil where the seed does not say whether it is immutable.
  fileprivate var opening: Change? {
    guard case .update(.named(let object, let setsPassword), let row, let fields) = self,
      let option = object.options[.immutable]
    else { return nil }
    let others = fields.filter { $0.field != .immutable }
    guard !others.isEmpty else { return self }
    let opening =
      fields.first { $0.field == .immutable }
      ?? FieldChange(.immutable, from: .flag(true), to: .flag(false))
    let closing =
      option == .flag(true)
      ? [FieldChange(.immutable, from: .flag(false), to: .flag(true))] : []
    return .update(
      .named(object, setsPassword: setsPassword),
      row: row,
      fields: [opening] + others + closing
    )
  }
}
