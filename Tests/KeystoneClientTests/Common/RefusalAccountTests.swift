import KeystoneClient
import Testing

@Suite struct RefusalAccountTests {
  static let texts: [(String, Refusal.AccountState?)] = [
    ("The account is locked for user: 0fd2.", .locked),
    ("The password is expired and needs to be changed for user: 0fd2.", .passwordExpired),
    ("The account is disabled for user: 0fd2.", .disabled),
    ("User is disabled: 0fd2 (Disable insecure_debug mode to suppress these details.)", .disabled),
    ("The request you have made requires authentication.", nil),
    ("Invalid username or password (Disable insecure_debug mode to suppress these details.)", nil),
    ("", nil),
  ]

  @Test(arguments: texts)
  func saysWhatIsWrongWithTheAccount(_ text: String, _ state: Refusal.AccountState?) {
    #expect(Refusal(status: 401, message: text).accountState == state)
  }

  @Test func nobodyElseCanSayIt() {
    let text = "The account is locked for user: 0fd2."
    #expect(Refusal(status: 403, message: text).accountState == nil)
    #expect(Refusal(status: 401, speaker: .other, message: text).accountState == nil)
  }
}
