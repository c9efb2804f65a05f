import IdentityModel
import SeedFormat
import Testing
import Texts

@Suite struct PasswordRuleTests {
  static let cases: [(password: String, finding: PasswordRule.Finding?)] = [
    ("x", nil),
    (String(repeating: "x", count: 72), nil),
    ("", .error("the password is empty")),
    (
      "a\0b", .error("the password holds a NUL character, which Keystone's hashes end at or refuse")
    ),
    (
      String(repeating: "é", count: 37),
      .warning("bcrypt uses only the first 72 bytes of this password")
    ),
    (
      String(repeating: "é", count: 4096),
      .warning("bcrypt uses only the first 72 bytes of this password")
    ),
    (
      String(repeating: "x", count: 4097),
      .error("the password is longer than 4096 characters, which Keystone refuses")
    ),
  ]

  @Test(arguments: cases)
  func `says what Keystone does with a password`(
    password: String,
    finding: PasswordRule.Finding?
  ) {
    #expect(PasswordRule.finding(in: Secret(password)) == finding)
  }
}
