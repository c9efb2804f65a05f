import IdentityModel

/// Users as the messages about their logins name them.
enum LoginWording {
  private static let mostNames = 20

  /// `user nova`, `users glance, nova`; of a crowd the first ones and how many more.
  static func users(_ names: [Name]) -> String {
    let shown = names.prefix(mostNames).map { $0.shown(apart: ", ") }.joined(separator: ", ")
    let rest = names.count - mostNames
    return (names.count == 1 ? "user " : "users ") + shown + (rest > 0 ? " and \(rest) more" : "")
  }
}
