import Testing
import Texts

@Suite("A secret never shows")
struct SecretTests {
  struct Account {
    let name: String
    let password: Secret
    let former: [Secret]
  }

  static let text = "correct horse battery staple"
  static let secret = Secret(text)
  static let account = Account(
    name: "nova",
    password: secret,
    former: [secret]
  )

  static func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test("it hands its text over when asked, and only then")
  func exposed() {
    #expect(Self.secret.exposed() == Self.text)
    #expect("\(Self.secret)" == "(sensitive)")
  }

  @Test(
    "no way of printing shows it",
    arguments: [
      "\(secret)",
      "\(Optional(secret).debugDescription)",
      String(describing: secret),
      String(reflecting: secret),
      dumped(secret),
      String(describing: [secret]),
      String(reflecting: ["nova": secret]),
      String(describing: (secret, secret)),
      String(describing: account),
      String(reflecting: account),
      dumped(account),
    ]
  )
  func printing(text: String) {
    #expect(!text.contains("horse"))
    #expect(text.contains("(sensitive)"))
  }

  @Test("a mirror finds no children in it")
  func mirror() {
    #expect(Mirror(reflecting: Self.secret).children.isEmpty)
  }

  @Test("it cannot be encoded")
  func notEncodable() {
    let secret: Any = Self.secret
    #expect(!(secret is any Encodable))
  }

  @Test("two spellings of a letter make two passwords")
  func exactness() {
    #expect(Secret("a") == Secret("a"))
    #expect(Secret("caf\u{E9}") != Secret("cafe\u{301}"))
    #expect(Set([Secret("caf\u{E9}"), Secret("cafe\u{301}"), Secret("caf\u{E9}")]).count == 2)
  }
}
