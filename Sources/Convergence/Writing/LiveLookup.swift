import IdentityModel

/// Finds again what a create made, or met, in the lists of each kind.
struct LiveLookup: Sendable {
  private let backend: any IdentityBackend
  /// A ``RowLookup`` for each kind, by what is written of its objects.
  private let lookups: [ObjectIdentifier: any Sendable]

  /// Makes a lookup; it sends nothing yet.
  ///
  /// - Parameters:
  ///   - backend: Where to look.
  ///   - live: What was there before, to tell a row that was made since from an old one.
  init(backend: any IdentityBackend, live: LiveState) {
    self.backend = backend
    var lookups: [ObjectIdentifier: any Sendable] = [:]
    func add<Draft: ResourceDraft>(_ draft: Draft.Type, _ kind: ResourceKind) {
      lookups[ObjectIdentifier(draft)] =
        RowLookup<Draft>(Draft.store(of: backend), before: live.rowIDs(of: kind))
    }
    for kind in ResourceKind.allCases {
      if let draft = kind.draft { add(draft, kind) }
    }
    self.lookups = lookups
  }

  /// The lookup of one kind, which everybody shares who asks at the same time.
  subscript<Draft: ResourceDraft>(draft: Draft.Type) -> RowLookup<Draft> {
    let found = lookups[ObjectIdentifier(draft)] as? RowLookup<Draft>
    return found ?? RowLookup(Draft.store(of: backend))
  }
}
