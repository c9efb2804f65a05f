import KeystoneClient
import Testing

@Suite struct SecretHoldersTests {
  @Test func showsItselfToNobody() {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(["password": secret], to: &dumped)
    let shown = [
      dumped,
      "\(NewUser(name: "nova", password: secret))",
      "\(PasswordCredentials(user: .name("nova"), password: secret, scope: .unscoped))",
      "\(TokenDocument(token: secret, userID: "1", userName: "nova"))",
      "\(Authentication.token(secret))",
    ]
    for text in shown {
      #expect(text.contains("(sensitive)"))
      #expect(!text.contains("hunter2"))
    }
  }
}
