import IdentityModel
import Reconciliation
import Texts

/// The users to whom a run has given passwords, asked what Keystone makes of a password that an
/// administrator has set.
///
/// With `change_password_upon_first_use` it opens nothing before its user has changed it, and no API
/// tells that but the login of somebody who has such a password.
struct PasswordWitnesses: Sendable {
  private struct Witness: Sendable {
    let user: QualifiedName
    let userID: String
    let password: Secret
  }

  /// More are not asked: a login takes Keystone as long as dozens of other requests.
  private static let most = 20

  private let witnesses: [Witness]

  /// Takes those whose passwords the run has set itself and who can log in.
  ///
  /// - Parameters:
  ///   - outcomes: What became of each change so far.
  ///   - ids: The IDs that names have by now.
  ///   - passwords: The passwords that the seed declares.
  init(_ outcomes: [StepOutcome], ids: LiveIDs, passwords: [QualifiedName: Secret]) {
    let witnesses = outcomes.lazy.compactMap { outcome -> Witness? in
      let change = outcome.change
      // A row that somebody else may have made has a password of theirs.
      guard outcome.isDone, !outcome.isAdopted, change.sets(.password),
        !change.fields.contains(where: { $0.field == .enabled && $0.to == .flag(false) }),
        case .named(.user, let user) = change.key, let userID = change.liveID ?? ids[change.key],
        let password = passwords[user]
      else { return nil }
      return Witness(user: user, userID: userID, password: password)
    }
    self.witnesses = Array(witnesses.prefix(Self.most))
  }

  /// Whether there is nobody to ask.
  var isEmpty: Bool { witnesses.isEmpty }

  /// Logs in as several of them, since one alone may be exempt
  /// (`ignore_change_password_upon_first_use`).
  ///
  /// - Parameters:
  ///   - backend: Where to log in.
  ///   - parallelism: How many logins are under way at a time.
  /// - Returns: The first, by name, who has to change the password; nil where nobody is known to.
  func whoHasToChange(on backend: any IdentityBackend, parallelism: Int) async -> QualifiedName? {
    let answers = await witnesses.concurrentMap(limit: parallelism) { witness -> QualifiedName? in
      do throws(BackendFailure) {
        let check = try await backend.check(witness.password, ofUser: witness.userID)
        return check == .mustBeChanged ? witness.user : nil
      } catch {
        return nil
      }
    }
    return answers.compactMap(\.self).min()
  }
}
