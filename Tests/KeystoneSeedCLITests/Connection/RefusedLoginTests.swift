import Convergence
import IdentityBackends
import KeystoneClient
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct RefusedLoginTests {
  private static func failure(_ status: Int) -> BackendFailure {
    let request = RequestSummary(method: .post, path: "/v3/auth/tokens", server: "http://k:5000")
    return BackendFailure(KeystoneError(.refused(Refusal(status: status)), of: request))
  }

  static let logins: [(Credentials, String)] = [
    (
      .password(.name("ann", .assumed), Secret("s3cret"), .project(.name("demo", .assumed))),
      "of the user ann of the default domain (none is given), for the project demo of the default "
        + "domain (none is given)"
    ),
    (
      .password(.name("ann", .name("corp")), Secret("s3cret"), .project(.name("demo", .id("4f")))),
      "of the user ann of the domain corp, for the project demo of the domain with the ID 4f"
    ),
    (
      .password(.id("7"), Secret("s3cret"), .project(.id("8"))),
      "of the user with the ID 7, for the project with the ID 8"
    ),
    (.password(.id("7"), Secret("s3cret"), .system), "of the user with the ID 7, for the system"),
    (.token(Secret("s3cret"), .domain(.name("corp"))), "with a token, for the domain corp"),
    (.token(Secret("s3cret"), .unscoped), "with a token, for no project"),
    (
      .applicationCredential(.id("9"), secret: Secret("s3cret")),
      "with the application credential of the ID 9"
    ),
    (
      .applicationCredential(.name("c", of: .id("7")), secret: Secret("s3cret")),
      "with the application credential c of the user with the ID 7"
    ),
  ]

  @Test(arguments: logins)
  func saysAsWhomAndForWhat(credentials: Credentials, words: String) throws {
    let refused = try #require(RefusedLogin(Self.failure(401), of: credentials))
    let text = refused.message.rendered()
    #expect(text.contains("error: POST http://k:5000/v3/auth/tokens: 401"))
    #expect(text.contains("  It was the login \(words).\n"), "\(text)")
    #expect(text.contains("Keystone does not say which."))
    #expect(!text.contains("s3cret"))
  }

  @Test(arguments: [400, 403, 404, 500, 503])
  func otherFailuresAreNoneOfTheLogins(status: Int) {
    let credentials = Credentials.token(Secret("t"), .unscoped)
    #expect(RefusedLogin(Self.failure(status), of: credentials) == nil)
  }
}
