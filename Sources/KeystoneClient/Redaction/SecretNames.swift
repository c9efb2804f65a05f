/// The one list of names whose values are secret: keys of JSON, headers, what stands before a `=`.
enum SecretNames {
  /// How such a name ends, in lower case: `OS-KSADM:password`, `original_password`, `client_secret`.
  static let endings = [
    "password", "passwd", "passphrase", "adminpass", "secret", "secret_key", "secretkey",
    "api_key", "apikey", "private_key", "token", "authorization", "cookie", "set-cookie2",
    "auth-receipt",
  ]

  private static let endingBytes = endings.map { Array($0.utf8) }

  /// Whether the value of that name lets somebody in.
  ///
  /// - Parameter name: The name, in whatever case.
  /// - Returns: False for `token` as the key of an object: its `id` alone is secret.
  static func contains(_ name: String) -> Bool {
    let name = name.utf8.map(SecretScanner.lowercased)
    return endingBytes.contains { name.count >= $0.count && name.suffix($0.count) == $0[...] }
  }
}
