package import IdentityModel

extension Difference {
  /// Has a person agree where the caller's own password is to be set, and leaves it as it is where
  /// setting it would lock the caller out.
  ///
  /// Where a user has to change what an administrator has set, the caller's new password would open
  /// nothing, not even the rest of the run. The login of any user may have shown that; where none
  /// has, no API tells it beforehand (`change_password_upon_first_use` of keystone.conf).
  ///
  /// - Parameters:
  ///   - caller: As whom the requests are made.
  ///   - checks: What logging in said, by user.
  package mutating func guardPassword(
    of caller: QualifiedName,
    _ checks: [QualifiedName: PasswordCheck]
  ) {
    let index = changes.firstIndex { change in
      change.key == .user(caller) && change.action == .update && change.sets(.password)
    }
    guard let index else { return }
    guard checks.values.contains(.mustBeChanged) else {
      notes.append(.ownPasswordSet(caller))
      return
    }
    guard case .update(.named(.user(let user), _), let row, let fields) = changes.remove(at: index)
    else {
      return
    }
    notes.removeAll { $0 == .unlocksUser(caller) }
    notes.append(.ownPasswordKept(caller))
    let others = fields.filter { $0.field != .password }
    guard !others.isEmpty else { return }
    changes.insert(.update(.user(user, setsPassword: false), row: row, fields: others), at: index)
  }
}
