import IdentityModel
import Reconciliation

extension LiveLists {
  /// Has live objects bear the names that they are to get.
  ///
  /// One is renamed where nothing has the new name and it alone has the old one; the comparison finds
  /// out about all others.
  ///
  /// - Parameter former: What an object was, by what it is.
  mutating func rename(_ former: [ResourceKey: ResourceKey]) {
    guard !former.isEmpty else { return }
    for kind in NamedKind.allCases {
      if let draft = kind.kind.namedDraft { rename(former, draft) }
    }
    rename(former, in: \.users, { $0.user.resourceKey }) { row, key in
      key.uniqueName.map { row.renamed(to: $0) }
    }
    rename(former, in: \.live.services, { $0.value.resourceKey }) { row, key in
      guard case .service(let key) = key else { return nil }
      var service = row.value
      service.type = key.type
      service.name = key.name
      return Live(id: row.id, service)
    }
    reparent(Dictionary(live.renamed.map { ($0.value, $0.key) }) { first, _ in first })
  }

  private mutating func rename<Draft: NamedDraft>(
    _ former: [ResourceKey: ResourceKey],
    _ draft: Draft.Type
  ) {
    let lists: WritableKeyPath<LiveLists, LiveState> = \.live
    rename(former, in: lists.appending(path: Draft.live), { $0.value.resourceKey }) { row, key in
      key.uniqueName.map { row.renamed(to: $0) }
    }
  }

  private mutating func rename<Row>(
    _ former: [ResourceKey: ResourceKey],
    in rows: WritableKeyPath<LiveLists, [Row]>,
    _ key: (Row) -> ResourceKey,
    to renamedRow: (Row, ResourceKey) -> Row?
  ) {
    let sought = Set(former.keys).union(former.values)
    var indices: [ResourceKey: [Int]] = [:]
    for (index, row) in self[keyPath: rows].enumerated() {
      let key = key(row)
      if sought.contains(key) { indices[key, default: []].append(index) }
    }
    for (new, old) in former {
      guard indices[new] == nil, let found = indices[old], found.count == 1,
        let row = renamedRow(self[keyPath: rows][found[0]], new)
      else { continue }
      self[keyPath: rows][found[0]] = row
      live.renamed[new] = old
    }
  }
}
