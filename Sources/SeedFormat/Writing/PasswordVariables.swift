internal import IdentityModel
internal import Texts

/// The environment variables that a written seed takes passwords from: `NOVA_PASSWORD` for nova.
enum PasswordVariables {
  /// A variable for each of the users, all of them different and names to a shell.
  static func names(for users: [QualifiedName]) -> [QualifiedName: String] {
    // The tool logs in with this one itself.
    var taken: Set<String> = ["OS_PASSWORD"]
    var names: [QualifiedName: String] = [:]
    for user in users.sorted() {
      let stem = stem(of: user)
      var name = "\(stem)_PASSWORD"
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(stem)_\(number)_PASSWORD"
        number += 1
      }
      names[user] = name
    }
    return names
  }

  /// The letters and digits of the name, in upper case, with one `_` for whatever is between them.
  private static func stem(of user: QualifiedName) -> String {
    let words = user.text.utf8
      .split { !$0.isASCIIAlphanumeric }
      .map { String(decoding: $0, as: UTF8.self).uppercased() }
    let stem = words.joined(separator: "_")
    guard let first = stem.utf8.first else { return "USER" }
    return first.isASCIIDigit ? "USER_\(stem)" : stem
  }
}
