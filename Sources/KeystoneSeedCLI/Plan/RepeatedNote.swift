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
  case groupMissingInDirectory = "group-missing-in-directory"
  case heldInDirectory = "held-in-directory"
  case indirectAssignment = "indirect-assignment"
  case kindNotPruned = "kind-not-pruned"

  /// What the note says of one object and of others alike, and which object that is; nil where the
  /// words are that object's own.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - backend: What the backend is called, such as `v2.0`.
  /// - Returns: The sort, how the object is called in it, and the domain where that is said beside it, nil
  ///   for the default one.
  static func of(
    _ note: PlanNote,
    over backend: String
  ) -> (sort: RepeatedNote, subject: String, domain: Name?)? {
    switch note {
    case .withoutPassword(let user): (.withoutPassword, name(of: user), nil)
    case .passwordOfDisabledUser(let user): (.disabledUser, name(of: user), nil)
    case .passwordOfLockedUser(let user): (.lockedUser, name(of: user), nil)
    case .unlocksUser(let user): (.unlockedUser, name(of: user), nil)
    case .passwordToBeChanged(let user): (.passwordToBeChanged, name(of: user), nil)
    case .missingInDirectory(let key, live: nil):
      (
        key.kind == .group ? .groupMissingInDirectory : .missingInDirectory,
        DirectoryWording.name(of: key), key.uniqueName?.domain
      )
    case .heldInDirectory(let key, let fields, let domain):
      (.heldInDirectory, DirectoryWording.held(key, fields, over: backend), domain)
    case .staysInDirectory(let key, let domain):
      (.heldInDirectory, DirectoryWording.stays(key), domain)
    case .indirect(let assignment): (.indirectAssignment, assignment.shown, nil)
    case .kindNotPruned(let kind): (.kindNotPruned, kind.nouns(over: backend), nil)
    default: nil
    }
  }

  private static func name(of user: QualifiedName) -> String { user.shown(apart: ", ") }

  /// The words for all that they are said of; of very many the first ones and how many more.
  ///
  /// - Parameters:
  ///   - subjects: How the objects are called, at least one.
  ///   - domain: The domain that is said beside them; nil for the default one.
  ///   - backend: What the backend is called, such as `v2.0`.
  /// - Returns: One line.
  func text(of subjects: [String], in domain: String? = nil, over backend: String) -> String {
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
      missing(users, isOne, in: domain, over: backend)
    case .groupMissingInDirectory:
      missing(
        "\(isOne ? "group" : "groups") \(LoginWording.list(subjects))",
        isOne,
        in: domain,
        over: backend
      )
    case .heldInDirectory:
      "\(DirectoryWording.dwellers(of: domain, over: backend)) live in LDAP, which Keystone only reads: "
        + "\(LoginWording.list(subjects)); change that there, or leave it out of the seed"
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

  private func missing(
    _ subjects: String,
    _ isOne: Bool,
    in domain: String?,
    over backend: String
  ) -> String {
    let them = isOne ? "it" : "them"
    return "\(subjects) \(isOne ? "is" : "are") missing, and Keystone cannot make \(them): "
      + "\(DirectoryWording.dwellers(of: domain, over: backend)) live in LDAP, so create \(them) there"
  }
}

extension [NoteDocument] {
  /// The notes with one in place of those that say the same of several objects, where the first of
  /// them stood.
  ///
  /// - Parameter backend: What the backend is called, such as `v2.0`.
  /// - Returns: The notes as a person reads them.
  func folded(over backend: String) -> [NoteDocument] {
    var subjects: [Repeated: [String]] = [:]
    for note in self {
      if let repeated = Repeated(note), let subject = note.subject {
        subjects[repeated, default: []].append(subject)
      }
    }
    return compactMap { note in
      guard let repeated = Repeated(note), note.subject != nil,
        (subjects[repeated]?.count ?? 0) != 1
      else { return note }
      guard let all = subjects.updateValue([], forKey: repeated), !all.isEmpty else { return nil }
      let text = repeated.sort.text(of: all, in: repeated.domain, over: backend)
      return NoteDocument(note, saying: TerminalText.harmless(text))
    }
  }
}

/// What notes say that can be one.
private struct Repeated: Hashable {
  let sort: RepeatedNote
  let domain: String?

  init?(_ note: NoteDocument) {
    guard let sort = note.sort else { return nil }
    self.sort = sort
    domain = note.domain
  }
}
