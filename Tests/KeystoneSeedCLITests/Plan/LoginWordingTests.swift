import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct LoginWordingTests {
  @Test func namesOneUserSeveralAndACrowd() {
    #expect(LoginWording.users(["nova"]) == "user nova")
    #expect(LoginWording.users(["glance", "nova"]) == "users glance, nova")
    let crowd = (1...22).map { Name("u\($0)") }
    #expect(LoginWording.users(crowd).hasSuffix(", u20 and 2 more"))
  }
}
