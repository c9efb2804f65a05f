import IdentityModel

/// What an identity service says of one name.
struct NameFinding: Sendable {
  let name: QualifiedName
  /// The ID of the object that it takes for the one of that name; nil where it has none.
  let id: String?
}

/// Looks for declared objects among live ones of another spelling.
///
/// A database may take two names for one (`Member` and `member` on MariaDB), and only a filter by name
/// asks it: a list has to the letter what was stored. Whoever makes an object whose name is taken so is
/// answered 409, now and in every run.
struct Namesakes<Draft: ResourceDraft>: Sendable {
  let store: any ResourceStore<Draft>
  let parallelism: Int

  /// Asks about each declared name that no row has, where some row's name comes near.
  ///
  /// - Parameters:
  ///   - drafts: What is declared.
  ///   - rows: What is live.
  /// - Returns: A finding for each name that was asked about; none where the API has no such filter.
  /// - Throws: `BackendFailure` when a read fails.
  func find(
    _ drafts: [Draft],
    among rows: [Draft.Row]
  ) async throws(BackendFailure) -> [NameFinding] {
    guard store.comparesNames, !rows.isEmpty, !drafts.isEmpty else { return [] }
    let live = Set(rows.lazy.compactMap(\.uniqueName))
    let missing = drafts.filter { draft in draft.uniqueName.map { !live.contains($0) } == true }
    guard !missing.isEmpty else { return [] }
    let folded = Set(live.lazy.map(\.folded))
    let doubtful = missing.filter { draft in
      draft.uniqueName.map { folded.contains($0.folded) } == true
    }
    let declared = Set(drafts.lazy.compactMap(\.uniqueName))
    return try await doubtful.concurrentMap(
      limit: parallelism
    ) { (draft) async throws(BackendFailure) -> NameFinding? in
      guard let name = draft.uniqueName, let found = try await store.rows(like: draft) else {
        return nil
      }
      let twins = found.filter { row in
        row.uniqueName.map { $0.isTwin(of: name) && !declared.contains($0) } == true
      }
      return NameFinding(name: name, id: twins.count == 1 ? twins.first?.id : nil)
    }.compactMap(\.self)
  }
}

extension LiveLists {
  /// Has live objects that the identity service takes for declared ones bear the declared names.
  ///
  /// - Parameters:
  ///   - desired: What the seed declares.
  ///   - backend: Whom to ask.
  ///   - parallelism: How many requests are in flight at a time.
  /// - Throws: `BackendFailure` when a read fails.
  mutating func adoptTwins(
    of desired: DesiredState,
    on backend: any IdentityBackend,
    parallelism: Int
  ) async throws(BackendFailure) {
    for kind in NamedKind.allCases {
      guard let draft = kind.kind.namedDraft else { continue }
      try await adoptTwins(draft, of: desired, on: backend, parallelism: parallelism)
    }
    guard !users.isEmpty, backend.users.comparesNames else { return }
    let namesakes = Namesakes(store: backend.users, parallelism: parallelism)
    let drafts = desired.users.map { UserWrite(user: $0) }
    adopt(try await namesakes.find(drafts, among: users), into: \.users) { .user($0) }
  }

  private mutating func adoptTwins<Draft: NamedDraft>(
    _ draft: Draft.Type,
    of desired: DesiredState,
    on backend: any IdentityBackend,
    parallelism: Int
  ) async throws(BackendFailure) {
    let namesakes = Namesakes(store: Draft.store(of: backend), parallelism: parallelism)
    let rows = live[keyPath: Draft.live]
    let findings = try await namesakes.find(Draft.declared(in: desired), among: rows)
    let lists: WritableKeyPath<LiveLists, LiveState> = \.live
    adopt(findings, into: lists.appending(path: Draft.live)) { .named(Draft.namedKind, $0) }
    reparent(
      live.twins.reduce(into: [:]) { names, twin in
        guard twin.key.kind == Draft.kind, case .same(let own) = twin.value else { return }
        names[twin.key.named(own)] = twin.key
      }
    )
  }

  private mutating func adopt<Row: RenamedRow>(
    _ findings: [NameFinding],
    into rows: WritableKeyPath<LiveLists, [Row]>,
    _ key: (QualifiedName) -> ResourceKey
  ) {
    for finding in findings {
      let index = self[keyPath: rows].firstIndex { $0.id == finding.id }
      let own = index.flatMap { self[keyPath: rows][$0].uniqueName }
      live.twins[key(finding.name)] = own.map { .same($0) } ?? .other
      if let index {
        self[keyPath: rows][index] = self[keyPath: rows][index].renamed(to: finding.name)
      }
    }
  }
}
