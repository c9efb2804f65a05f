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
      "\(V3NewUser(name: "nova", domainID: "default", password: secret))",
      "\(V3UserUpdate(password: .value(secret)))",
      "\(V3Authentication.token(secret))",
      "\(V3Authentication.login(.password(.id("1"), secret, scope: .unscoped)))",
      "\(V3Credentials.applicationCredential(.id("1"), secret: secret))",
      "\(V3Token(token: secret, user: V3SecretHolders.user))",
    ]
    for text in shown {
      #expect(text.contains("(sensitive)"))
      #expect(!text.contains("hunter2"))
    }
  }
}

private enum V3SecretHolders {
  static let user = V3DomainMember(
    id: "1",
    name: "nova",
    domain: V3NamedID(id: "default", name: "Default")
  )
}
