import KeystoneClient
import Testing

@Suite struct SensitiveTests {
  @Test func showsItselfToNobody() {
    let secret = Sensitive("hunter2")
    var dumped = ""
    dump(["password": secret], to: &dumped)
    let shown = [
      "\(secret)", String(reflecting: secret), String(describing: Optional(secret)), dumped,
      "\(NewUser(name: "nova", password: secret))",
      "\(PasswordCredentials(user: .name("nova"), password: secret, scope: .unscoped))",
      "\(TokenDocument(token: secret, userID: "1", userName: "nova"))",
      "\(Authentication.token(secret))",
    ]
    for text in shown {
      #expect(text.contains("(sensitive)"))
      #expect(!text.contains("hunter2"))
    }
    #expect(secret.exposed() == "hunter2")
  }

  @Test func isComparedByteForByte() {
    #expect(Sensitive("a") == Sensitive("a"))
    #expect(Sensitive("\u{E9}") != Sensitive("e\u{301}"))
    #expect(Set([Sensitive("\u{E9}"), Sensitive("e\u{301}"), Sensitive("\u{E9}")]).count == 2)
  }
}
