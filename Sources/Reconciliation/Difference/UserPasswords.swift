import IdentityModel

/// Which users have a declared password, and what logging in with it said.
struct UserPasswords {
  let declared: Set<QualifiedName>
  let checks: [QualifiedName: PasswordCheck]

  func isDeclared(_ user: QualifiedName) -> Bool { declared.contains(user) }

  /// What there is to say of many users at once.
  var notes: [PlanNote] {
    var notes: [PlanNote] = []
    let readOnly = users(.readOnly)
    if !readOnly.isEmpty { notes.append(.passwordsOfReadOnlyUsers(readOnly)) }
    let refused = users(.refused)
    if !refused.isEmpty { notes.append(.refusedLogins(refused)) }
    for (domain, users) in usersByDisabledDomain {
      notes.append(.domainDisabled(id: domain, users: users.sorted()))
    }
    return notes
  }

  private var usersByDisabledDomain: [String: [QualifiedName]] {
    checks.reduce(into: [:]) { users, entry in
      guard case .domainDisabled(let id) = entry.value, isDeclared(entry.key) else { return }
      users[id, default: []].append(entry.key)
    }
  }

  private func users(_ check: PasswordCheck) -> [QualifiedName] {
    checks.filter { $0.value == check && isDeclared($0.key) }.keys.sorted()
  }
}
