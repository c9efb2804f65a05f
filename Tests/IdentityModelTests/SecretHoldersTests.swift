import IdentityModel
import Testing
import Texts

@Suite("What holds a secret does not show it")
struct SecretHoldersTests {
  static let secret = Secret("correct horse battery staple")

  static func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test("a source does not show the password that it is")
  func source() {
    let source = SecretSource.literal(Self.secret)
    for text in [Self.dumped(source), String(reflecting: source), "\(source)"] {
      #expect(!text.contains("horse"))
      #expect(text.contains("(sensitive)"))
    }
  }

  @Test("a desired state does not show the passwords it holds")
  func desiredState() {
    var desired = DesiredState()
    desired.users = [User(name: "nova")]
    desired.passwords = ["nova": Self.secret]
    #expect(!Self.dumped(desired).contains("horse"))
    #expect(!String(reflecting: desired).contains("horse"))
  }
}
