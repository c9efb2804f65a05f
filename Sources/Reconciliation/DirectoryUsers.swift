import IdentityModel

/// Users who all live in a directory that Keystone only reads, so that none can be made.
struct DirectoryUsers {
  private let names: [Name: Name]

  init(_ users: [Live<User>]) {
    let names = users.map(\.value.name)
    self.names = Dictionary(names.map { (Self.folded($0), $0) }) { min($0, $1) }
  }

  /// Says of each user that is to be made that it cannot be, and who may be meant: LDAP takes names
  /// that differ only by case for the same.
  func explain(_ difference: inout Difference) {
    for change in difference.changes where change.action == .create {
      guard case .user(let name) = change.key else { continue }
      difference.notes.removeAll {
        switch $0 {
        case .twin(change.key, _), .withoutPassword(name): true
        default: false
        }
      }
      difference.notes.append(.missingInDirectory(name, live: names[Self.folded(name)]))
    }
  }

  private static func folded(_ name: Name) -> Name { Name(name.text.lowercased()) }
}
