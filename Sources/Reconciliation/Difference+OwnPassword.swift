package import IdentityModel

extension Difference {
  /// Leaves the caller's own password as it is, where setting it would lock the caller out.
  ///
  /// Where a user has to change what an administrator has set, which the login of any user may have
  /// shown, the caller's new password would open nothing, not even the rest of the run.
  ///
  /// - Parameters:
  ///   - caller: As whom the requests are made.
  ///   - checks: What logging in said, by user.
  package mutating func keepPassword(of caller: Name, _ checks: [Name: PasswordCheck]) {
    guard checks.values.contains(.mustBeChanged),
      let index = changes.firstIndex(where: { change in
        change.key == .user(caller) && change.action == .update && change.sets(.password)
      })
    else { return }
    let change = changes.remove(at: index)
    notes.append(.ownPasswordKept(caller))
    let fields = change.fields.filter { $0.field != .password }
    guard !fields.isEmpty else { return }
    changes.insert(
      Change(.update, change.key, liveID: change.liveID, fields: fields),
      at: index
    )
  }
}
