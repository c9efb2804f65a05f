import IdentityModel
import Texts

@testable import KeystoneSeedCLI

extension CloudCredentials {
  /// Credentials of which only what a test is about is given.
  static func make(
    user: QualifiedName = "admin",
    password: String = "secret",
    tenant: QualifiedName = "admin",
    authURL: String = "http://192.0.2.1:5000/v2.0",
    region: Name? = "regionOne",
    caCertificate: String? = nil
  ) throws -> CloudCredentials {
    CloudCredentials(
      user: user,
      password: Secret(password),
      tenant: tenant,
      authURL: try KeystoneURL(authURL),
      region: region,
      caCertificate: caCertificate
    )
  }
}

/// Passwords that no careless quoting survives.
enum HardPassword {
  static let all =
    [
      "plain", "a b", " a  b ", "it's", "''", "'", "a'b''c", "say \"hi\"", "\"", "`id`", "$HOME",
      "${HOME}", "$(id)", "$", "$$", "!", "!!", "a!b", "wow! ", "!'!", "\\!", "#", "#a", "a #b",
      "\\", "\\\\", "a\\", "\\n", "a\\'b", "\\'", "\\\"", "a\\\\'", "-n", "--help", "%s%n", "*",
      "/*", "[a-z]?", "{a,b}", "~", "~root", "a;b", "a&b|c>d<e", "(a)", "a=b", "\n", "a\nb", "a\n",
      "\na", "a\n\nb\\\nc", "a\r\nb", "\r", "\t", "\u{1B}[31m", "\u{7F}", "é", "e\u{301}",
      "пароль", "日本語", "🔑", "‘quoted’", "\u{A0}", "\u{FEFF}x", "^a^b", "%1", "@home",
      "OS_TOKEN=1", "null", "true", "1e3", "",
    ] + generated

  /// Random values, the same at each run.
  private static var generated: [String] {
    let alphabet = Array("'\"`$!#\\ \n{}*-%~é").map(String.init)
    var state: UInt64 = 0x5EED
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    return (0..<40).map { _ in
      (0..<(1 + next() % 12)).map { _ in alphabet[next() % alphabet.count] }.joined()
    }
  }
}
