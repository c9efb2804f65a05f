import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct ListErrorMessageTests {
  static let messages: [(ListError, String)] = [
    (.none(.user, "x\u{7}"), #"no user with a name or ID of 'x\x07' exists"#),
    (.none(.tenant, "x"), "no tenant with a name or ID of 'x' exists"),
    (.several(.user, "x", count: 2), "2 users are called 'x'"),
    (.noCaller(missing: [.user, .tenant]), "the token in use stands for no user and no tenant"),
    (.noCaller(missing: [.tenant]), "the token in use stands for no tenant"),
    (.noCatalog, "the token in use has no catalog: it is Keystone's admin_token, or has ended"),
  ]

  @Test(arguments: messages)
  func saysWhatIsMissing(_ error: ListError, _ summary: String) {
    #expect(error.message.summary == summary)
    #expect(error.exitStatus == .failure)
  }

  @Test func namesWhoeverIsLikeIt() {
    let message = ListError.none(.user, "nva", similar: "no\u{7}va").message
    #expect(message.hints == [#"Did you mean no\x07va?"#])
  }

  @Test func namesTheOptionsThatHelp() {
    let hints = ListError.noCaller(missing: [.user, .tenant]).message.hints
    #expect(hints.contains { $0.hasPrefix("Give --user and --tenant, or log in") })
  }
}
