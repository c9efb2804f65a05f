import CCrypt

/// A password as it is kept: salted and hashed, never in clear text.
///
/// The algorithm is Keystone's own default, bcrypt, which looks at the first 72 bytes only; at the
/// lowest cost, because a sandbox protects nothing.
struct PasswordHash: Sendable {
  /// What bcrypt can't take: a password with a NUL in it.
  struct Unhashable: Error {}

  private static let cost: UInt = 4
  private static let significantBytes = 72

  let encoded: [CChar]

  init(of password: String) throws(Unhashable) {
    encoded = try Self.hash(password, setting: Self.newSalt())
  }

  /// True when that is the password.
  func matches(_ password: String) -> Bool {
    do {
      return try Self.hash(password, setting: encoded) == encoded
    } catch {
      return false
    }
  }

  private static func newSalt() throws(Unhashable) -> [CChar] {
    var generator = SystemRandomNumberGenerator()
    let random = (0..<16).map { _ in CChar.random(in: .min ... .max, using: &generator) }
    var salt = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
    let made = crypt_gensalt_rn(
      "$2b$",
      cost,
      random,
      Int32(random.count),
      &salt,
      Int32(salt.count)
    )
    guard made != nil else { throw Unhashable() }
    return salt
  }

  private static func hash(
    _ password: String,
    setting: [CChar]
  ) throws(Unhashable) -> [CChar] {
    let phrase = password.utf8.prefix(significantBytes).map { CChar(bitPattern: $0) }
    guard !phrase.contains(0) else { throw Unhashable() }
    var workspace = [UInt8](repeating: 0, count: MemoryLayout<crypt_data>.size)
    let hash = crypt_rn(phrase + [0], setting, &workspace, Int32(workspace.count))
    guard let hash else { throw Unhashable() }
    return Array(String(cString: hash).utf8CString)
  }
}

extension PasswordHash: CustomStringConvertible, CustomReflectable {
  var description: String { RequestRedaction.mark }

  var customMirror: Mirror { Mirror(self, children: []) }
}
