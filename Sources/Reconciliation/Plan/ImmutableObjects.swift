import IdentityModel

/// The objects, such as roles and tenants, that the identity service refuses to change or delete, each with a 403
/// (`keystone.common.resource_options.options.immutable`).
///
/// What hangs on them, such as who has which role where, can change all the same.
struct ImmutableObjects {
  private let ids: Set<String>

  init(_ live: LiveState) {
    func immutable<Value: NamedResource>(_ type: Value.Type) -> [String] {
      live[keyPath: Value.live].filter(\.value.isImmutable).map(\.id)
    }
    ids = NamedKind.allCases.reduce(into: []) { $0.formUnion(immutable($1.type)) }
  }

  func contains(_ id: String?) -> Bool { id.map { ids.contains($0) } == true }

  /// Leaves out what would be refused, and says so.
  func apply(to changes: [Change]) -> (changes: [Change], notes: [PlanNote]) {
    guard !ids.isEmpty else { return (changes, []) }
    var notes: [PlanNote] = []
    let kept = changes.filter { change in
      guard let id = change.liveID, ids.contains(id) else { return true }
      notes.append(.immutable(change.key, id: id, change.fields))
      return false
    }
    return (kept, notes)
  }
}
