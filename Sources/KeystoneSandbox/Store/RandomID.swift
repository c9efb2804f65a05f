/// Identifiers as Keystone makes them, from the system's random numbers.
enum RandomID {
  /// 32 hexadecimal digits: the id of an object, or a token of the `uuid` provider.
  static func hex() -> String {
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<2).map { _ in
      let part = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - part.utf8.count) + part
    }
    return digits.joined()
  }

  /// 22 URL-safe characters: the audit id of a token.
  static func audit() -> String {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    return String((0..<22).map { _ in alphabet[Int.random(in: 0..<64, using: &generator)] })
  }

  /// A token that looks like a Fernet one, of that length.
  static func fernet(length: Int) -> String {
    var text = "gAAAAA"
    while text.utf8.count < length { text += audit() }
    return String(text.prefix(length))
  }

  /// `req-` and a UUID: what Keystone calls a request in its log.
  static func request() -> String {
    let digits = Array(hex())
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "req-" + groups.joined(separator: "-")
  }
}
