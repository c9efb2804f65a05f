import IdentityModel

/// Users who all live in a directory that Keystone only reads, so that none can be made, changed or
/// deleted.
///
/// That is known of all of a cloud's users or of none: those who are listed live in its default domain,
/// which has one back end.
struct DirectoryUsers {
  private let names: [QualifiedName: QualifiedName]

  init(_ users: [Live<User>]) {
    let names = users.map(\.value.name)
    self.names = Dictionary(names.map { (Self.folded($0), $0) }) { min($0, $1) }
  }

  /// Takes what Keystone must refuse out of a difference, and says so instead.
  ///
  /// A user that is missing stays planned, since all that is granted to it depends on it. It is said
  /// who may be meant: LDAP takes names that differ only by case for the same.
  func explain(_ difference: inout Difference) {
    let changes = difference.changes
    difference.changes = []
    for change in changes {
      guard case .named(.user, let name) = change.key else {
        difference.changes.append(change)
        continue
      }
      switch change.action {
      case .create:
        difference.changes.append(change)
        difference.notes.removeAll {
          switch $0 {
          case .twin(change.key, _), .withoutPassword(name): true
          default: false
          }
        }
        difference.notes.append(.missingInDirectory(name, live: names[Self.folded(name)]))
      case .update, .replace:
        difference.notes.removeAll { $0 == .unlocksUser(name) }
        difference.notes.append(.heldInDirectory(name, change.fields))
      case .delete:
        difference.notes.append(.staysInDirectory(name))
      }
    }
  }

  private static func folded(_ name: QualifiedName) -> QualifiedName {
    QualifiedName(Name(name.text.lowercased()), of: name.domain)
  }
}
