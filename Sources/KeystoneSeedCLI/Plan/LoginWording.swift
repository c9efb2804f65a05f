import IdentityModel

/// Users as the messages about their logins name them.
enum LoginWording {
  private static let mostNames = 20

  /// `user nova`, `users glance, nova`; of very many the first ones and how many more.
  static func users(_ names: [QualifiedName]) -> String {
    users(called: names.map { $0.shown(apart: ", ") })
  }

  /// The same of names as they are shown.
  static func users(called names: [String]) -> String {
    (names.count == 1 ? "user " : "users ") + list(names)
  }

  /// `glance, nova`; of very many the first ones and how many more.
  static func list(_ items: [String]) -> String {
    let rest = items.count - mostNames
    return items.prefix(mostNames).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// What logging in says now that it did not say when a plan was saved, a sentence for each user;
  /// of very many for the first ones, and how many more.
  static func changes(_ logins: [SavedLogin]) -> [String] {
    let rest = logins.count - mostNames
    return logins.prefix(mostNames).map(change)
      + (rest > 0 ? ["The logins of \(rest) more say something else as well."] : [])
  }

  private static func change(_ login: SavedLogin) -> String {
    let user = TerminalText.harmless(login.user.description)
    return switch login.answer {
    case .accepted: "The seed's password of user \(user) is accepted now."
    case .refused: "The seed's password of user \(user) is refused now."
    case .disabled: "User \(user) is disabled now."
    case .domainDisabled: "The domain of user \(user) is disabled now."
    case .locked: "User \(user) is locked now, after failed logins."
    case .mustBeChanged: "User \(user) has to change the seed's password now."
    case .notChecked: "The seed's password of user \(user) could not be checked now."
    }
  }
}
