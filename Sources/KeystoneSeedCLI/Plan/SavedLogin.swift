import IdentityModel
import Reconciliation

/// What logging in as a user of the seed said when a plan was saved.
struct SavedLogin: Hashable, Codable {
  enum Answer: String, Codable {
    case accepted
    case refused
    case disabled
    case domainDisabled
    case locked
    case mustBeChanged
    case notChecked

    init(_ check: PasswordCheck) {
      switch check {
      case .accepted: self = .accepted
      case .refused: self = .refused
      case .userDisabled: self = .disabled
      case .domainDisabled: self = .domainDisabled
      case .locked, .toBeUnlocked: self = .locked
      case .mustBeChanged: self = .mustBeChanged
      case .readOnly, .failed: self = .notChecked
      }
    }
  }

  let user: QualifiedName
  let answer: Answer

  /// What is kept of a plan's logins, by name.
  static func of(_ checks: [QualifiedName: PasswordCheck]) -> [SavedLogin] {
    checks.sorted { $0.key < $1.key }.map { SavedLogin(user: $0, answer: Answer($1)) }
  }

  /// The users whose logins end otherwise now, and how.
  ///
  /// - Parameters:
  ///   - saved: What it said when the plan was made.
  ///   - checks: What it says now.
  /// - Returns: How it ends now, by name; only of users who were tried both times.
  static func changes(
    from saved: [SavedLogin],
    to checks: [QualifiedName: PasswordCheck]
  ) -> [SavedLogin] {
    let before = Dictionary(saved.map { ($0.user, $0.answer) }) { first, _ in first }
    return of(checks).filter { login in
      before[login.user].map { $0 != login.answer } ?? false
    }
  }
}
