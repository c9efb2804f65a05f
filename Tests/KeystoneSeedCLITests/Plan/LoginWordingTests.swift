import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct LoginWordingTests {
  @Test func namesOneUserSeveralAndTheFirstOfMany() {
    #expect(LoginWording.users(["nova"]) == "user nova")
    #expect(LoginWording.users(["glance", "nova"]) == "users glance, nova")
    let users = (1...22).map { QualifiedName("u\($0)") }
    #expect(LoginWording.users(users).hasSuffix(", u20 and 2 more"))
  }

  @Test func whatLoginsSayNowIsASentenceForEachUser() {
    let answers: [(SavedLogin.Answer, String)] = [
      (.accepted, "The seed's password of user a\\x07 is accepted now."),
      (.refused, "The seed's password of user a\\x07 is refused now."),
      (.disabled, "User a\\x07 is disabled now."),
      (.domainDisabled, "The domain of user a\\x07 is disabled now."),
      (.locked, "User a\\x07 is locked now, after failed logins."),
      (.mustBeChanged, "User a\\x07 has to change the seed's password now."),
      (.notChecked, "The seed's password of user a\\x07 could not be checked now."),
    ]
    for (answer, sentence) in answers {
      let login = SavedLogin(user: "a\u{7}", answer: answer)
      #expect(LoginWording.changes([login]) == [sentence])
    }
    let users = (1...22).map { SavedLogin(user: QualifiedName("u\($0)"), answer: .locked) }
    #expect(LoginWording.changes(users).count == 21)
    #expect(LoginWording.changes(users).last == "The logins of 2 more say something else as well.")
  }
}
