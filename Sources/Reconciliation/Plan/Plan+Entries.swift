import IdentityModel

extension Plan {
  /// The changes as a person counts them: what is made or changed of the interfaces of one endpoint,
  /// each a row of its own, is one entry.
  package var entries: [ArraySlice<Change>] {
    var entries: [ArraySlice<Change>] = []
    var start = changes.startIndex
    for index in changes.indices {
      let next = index + 1
      guard next == changes.endIndex || !changes[next].continuesEntry(of: changes[index]) else {
        continue
      }
      entries.append(changes[start..<next])
      start = next
    }
    return entries
  }

  /// How many entries do that.
  package func count(of action: Action) -> Int { changes.entryCount(of: action) }
}

extension [Change] {
  /// How many entries do that, of changes in the order of a plan.
  package func entryCount(of action: Action) -> Int {
    var count = 0
    var last: Change?
    for change in self where change.action == action {
      if last.map(change.continuesEntry) != true { count += 1 }
      last = change
    }
    return count
  }
}

extension Change {
  /// Whether it belongs to the entry of the one before; of what is deleted or replaced the ID of each
  /// row counts.
  fileprivate func continuesEntry(of earlier: Change) -> Bool {
    guard action == earlier.action, action == .create || action == .update,
      case .endpoint(let key) = key, key.interface != nil,
      case .endpoint(let earlierKey) = earlier.key
    else { return false }
    return key.place == earlierKey.place
  }
}
