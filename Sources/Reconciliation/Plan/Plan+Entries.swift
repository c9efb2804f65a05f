package import IdentityModel

/// What tells which entry of a plan a change belongs to.
package protocol EntryPart {
  var action: Action { get }
  var key: ResourceKey { get }
  /// The kind of the key.
  var kind: ResourceKind { get }
}

extension Change: EntryPart {}

extension Plan {
  /// How many entries do that.
  package func count(of action: Action) -> Int { changes.entryCounts[action, default: 0] }
}

extension Array where Element: EntryPart {
  /// The changes, in the order of a plan, as a person counts them: what is made or changed of the
  /// interfaces of one endpoint, each a row of its own, is one entry.
  package var entries: [ArraySlice<Element>] {
    var entries: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices {
      let next = index + 1
      guard next == endIndex || !self[next].continuesEntry(of: self[index]) else { continue }
      entries.append(self[start..<next])
      start = next
    }
    return entries
  }

  /// How many entries do what, of changes in the order of a plan; nothing is said of what none does.
  package var entryCounts: [Action: Int] {
    var counts: [Action: Int] = [:]
    // Only an endpoint can go on with an entry, and few changes are of one.
    var lastEndpoints: [Action: Element] = [:]
    for change in self {
      let action = change.action
      guard change.kind == .endpoint else {
        counts[action, default: 0] += 1
        lastEndpoints[action] = nil
        continue
      }
      if lastEndpoints[action].map(change.continuesEntry) != true {
        counts[action, default: 0] += 1
      }
      lastEndpoints[action] = change
    }
    return counts
  }
}

extension EntryPart {
  /// Whether it belongs to the entry of the one before; of what is deleted or replaced the ID of each
  /// row counts.
  fileprivate func continuesEntry(of earlier: Self) -> Bool {
    guard action == earlier.action, action == .create || action == .update,
      case .endpoint(let key) = key, key.interface != nil,
      case .endpoint(let earlierKey) = earlier.key
    else { return false }
    return key.place == earlierKey.place
  }
}
