import IdentityModel
import Reconciliation

/// What a plan may have to say of many objects in the same words, and says of all of them at once.
enum RepeatedNote: String, Hashable, Codable, CaseIterable {
  case withoutPassword = "without-password"
  case disabledUser = "disabled-user"
  case lockedUser = "locked-user"
  case unlockedUser = "unlocked-user"
  case passwordToBeChanged = "password-to-be-changed"
  case missingInDirectory = "missing-in-directory"
  case staysInDirectory = "stays-in-directory"
  case indirectAssignment = "indirect-assignment"
  case kindNotPruned = "kind-not-pruned"

  /// What the note says of one object and of others alike, and which object that is; nil where the
  /// words are that object's own.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - backend: What the backend is called, such as `v2.0`.
  /// - Returns: The sort, and how the object is called in it.
  static func of(_ note: PlanNote, over backend: String) -> (sort: RepeatedNote, subject: String)? {
    switch note {
    case .withoutPassword(let user): (.withoutPassword, name(of: user))
    case .passwordOfDisabledUser(let user): (.disabledUser, name(of: user))
    case .passwordOfLockedUser(let user): (.lockedUser, name(of: user))
    case .unlocksUser(let user): (.unlockedUser, name(of: user))
    case .passwordToBeChanged(let user): (.passwordToBeChanged, name(of: user))
    case .missingInDirectory(let user, live: nil): (.missingInDirectory, name(of: user))
    case .staysInDirectory(let user): (.staysInDirectory, name(of: user))
    case .indirect(let assignment): (.indirectAssignment, assignment.shown)
    case .kindNotPruned(let kind): (.kindNotPruned, kind.nouns(over: backend))
    default: nil
    }
  }

  private static func name(of user: QualifiedName) -> String { user.shown(apart: ", ") }

  /// The words for all that they are said of; of very many the first ones and how many more.
  ///
  /// - Parameters:
  ///   - subjects: How the objects are called, at least one.
  ///   - backend: What the backend is called, such as `v2.0`.
  /// - Returns: One line.
  func text(of subjects: [String], over backend: String) -> String {
    let users = LoginWording.users(called: subjects)
    let isOne = subjects.count == 1
    return switch self {
    case .withoutPassword:
      isOne
        ? "\(users) gets no password: nobody can log in as this user"
        : "\(users) get no password: nobody can log in as them"
    case .disabledUser:
      isOne
        ? "the password of \(users) is not checked: the user is disabled, so every login fails"
        : "the passwords of \(users) are not checked: the users are disabled, so every login fails"
    case .lockedUser:
      isOne
        ? "\(users) is locked after failed logins: the password was not checked and is not set; "
          + "the lock ends by itself (lockout_duration), or when a password is set, as --unlock does"
        : "\(users) are locked after failed logins: their passwords were not checked and are not "
          + "set; a lock ends by itself (lockout_duration), or when a password is set, as --unlock does"
    case .unlockedUser:
      isOne
        ? "\(users) is locked after failed logins: the password could not be checked and is set, "
          + "which unlocks the account and ends the user's sessions, right or wrong as it was"
        : "\(users) are locked after failed logins: their passwords could not be checked and are set, "
          + "which unlocks the accounts and ends the users' sessions, right or wrong as they were"
    case .passwordToBeChanged:
      isOne
        ? "the seed's password of \(users) is right, and must be changed by the user first "
          + "(change_password_upon_first_use, or it has expired); it is not set again"
        : "the seed's passwords of \(users) are right, and must be changed by the users first "
          + "(change_password_upon_first_use, or they have expired); they are not set again"
    case .missingInDirectory:
      "\(users) \(isOne ? "is" : "are") missing, and Keystone cannot make \(isOne ? "it" : "them"): all "
        + "users here live in LDAP, so create \(isOne ? "it" : "them") there"
    case .staysInDirectory:
      "\(users) \(isOne ? "is" : "are") declared absent and \(isOne ? "stays" : "stay"): all users here "
        + "live in LDAP, which Keystone only reads; delete \(isOne ? "it" : "them") there"
    case .indirectAssignment:
      isOne
        ? "assignment \(LoginWording.list(subjects)) comes from a group, by inheritance or by implication, and is left "
          + "alone: \(backend) cannot take it away, v3 can"
        : "what comes from a group, by inheritance or by implication is left alone, for \(backend) "
          + "cannot take it away, and v3 can: \(LoginWording.list(subjects))"
    case .kindNotPruned:
      "--prune skips \(LoginWording.list(subjects)): the seed declares none"
    }
  }
}

extension [NoteDocument] {
  /// The notes with one in place of those that say the same of several objects, where the first of
  /// them stood.
  ///
  /// - Parameter backend: What the backend is called, such as `v2.0`.
  /// - Returns: The notes as a person reads them.
  func folded(over backend: String) -> [NoteDocument] {
    var subjects: [RepeatedNote: [String]] = [:]
    for note in self {
      if let sort = note.sort, let subject = note.subject {
        subjects[sort, default: []].append(subject)
      }
    }
    return compactMap { note in
      guard let sort = note.sort, note.subject != nil, (subjects[sort]?.count ?? 0) != 1 else {
        return note
      }
      guard let all = subjects.updateValue([], forKey: sort), !all.isEmpty else { return nil }
      return NoteDocument(note, saying: TerminalText.harmless(sort.text(of: all, over: backend)))
    }
  }
}
