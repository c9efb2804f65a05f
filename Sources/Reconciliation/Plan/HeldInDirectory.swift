import IdentityModel

/// What lives in a directory that Keystone only reads, so that none of it can be made, changed or deleted:
/// the users and groups of a domain, and who is in those groups.
struct HeldInDirectory {
  private let live: LiveState
  private let names: [ResourceKey: QualifiedName]

  init(_ live: LiveState) {
    self.live = live
    let keys = live.keys(of: .user) + live.keys(of: .group)
    let held = keys.compactMap { key in
      live.isReadOnly(key) ? key.uniqueName.map { (key, $0) } : nil
    }
    names = Dictionary(held.map { (Self.folded($0), $1) }) { min($0, $1) }
  }

  /// Takes what Keystone must refuse out of a difference, and says so instead.
  ///
  /// What is missing stays planned, since all that is granted to it depends on it. It is said who may be
  /// meant: LDAP takes names that differ only by case for the same.
  func explain(_ difference: inout Difference) {
    let changes = difference.changes
    difference.changes = []
    for change in changes {
      guard let directory = live.directory(holding: change.key) else {
        difference.changes.append(change)
        continue
      }
      explain(change, in: directory, &difference)
    }
  }

  private func explain(_ change: Change, in directory: Directory, _ difference: inout Difference) {
    let key = change.key
    switch change.action {
    case .create where key.kind == .membership:
      difference.notes.append(.heldInDirectory(key, [], of: directory.domain))
    case .create:
      difference.changes.append(change)
      difference.notes.removeAll {
        switch $0 {
        case .twin(key, _): true
        case .withoutPassword(let user): key == .user(user)
        default: false
        }
      }
      difference.notes.append(.missingInDirectory(key, live: names[Self.folded(key)]))
    case .update, .replace:
      difference.notes.removeAll {
        if case .unlocksUser(let user) = $0 { key == .user(user) } else { false }
      }
      difference.notes.append(.heldInDirectory(key, change.fields, of: directory.domain))
    case .delete:
      difference.notes.append(.staysInDirectory(key, of: directory.domain))
    }
  }

  private static func folded(_ key: ResourceKey) -> ResourceKey {
    key.uniqueName.map { key.renamed(Name($0.text.lowercased())) } ?? key
  }
}
