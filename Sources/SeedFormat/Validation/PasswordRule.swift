package import Texts

/// What Keystone does with a password; the password itself is never quoted.
package enum PasswordRule {
  /// What is wrong with a password, or looks wrong.
  package enum Finding: Equatable, Sendable {
    /// No login with it succeeds.
    case error(String)
    /// It works, if not as one would think.
    case warning(String)
  }

  /// Keystone's `max_password_length`, in characters, beyond which a login is refused.
  private static let characterLimit = 4096
  /// What bcrypt, Keystone's hash from Pike on, reads of a password.
  private static let bcryptByteLimit = 72

  /// What there is to say of a password, wherever it came from.
  package static func finding(in password: Secret) -> Finding? {
    let text = password.exposed()
    let byteCount = text.utf8.count
    return if byteCount == 0 {
      .error("the password is empty")
    } else if !text.hasOnlyBytes({ $0 != 0 }) {
      .error("the password holds a NUL character, which Keystone's hashes end at or refuse")
    } else if byteCount > characterLimit, text.unicodeScalars.count > characterLimit {
      .error("the password is longer than \(characterLimit) characters, which Keystone refuses")
    } else if byteCount > bcryptByteLimit {
      .warning("bcrypt uses only the first \(bcryptByteLimit) bytes of this password")
    } else {
      nil
    }
  }
}
