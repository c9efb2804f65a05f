import KeystoneClient
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct V3CredentialsCredentialsTests {
  private let secret = Secret("s3cret")

  static let scopes: [(Credentials.Scope, V3Scope)] = [
    (.unscoped, .unscoped), (.system, .system),
    (.domain(.id("d")), .domain(.id("d"))), (.domain(.name("d")), .domain(.name("d"))),
    (.project(.id("p")), .project(.id("p"))),
    (.project(.name("p", .id("d"))), .project(.name("p", domain: .id("d")))),
    (.project(.name("p", .assumed)), .project(.name("p", domain: .default))),
  ]

  @Test(arguments: scopes)
  func `a password and a token are for what is said`(scope: Credentials.Scope, expected: V3Scope) {
    guard
      case .password(let user, secret, scope: let found) = V3Credentials(
        .password(.name("u", .assumed), secret, scope)
      ), case .token(secret, scope: let foundByToken) = V3Credentials(.token(secret, scope))
    else {
      Issue.record("another login")
      return
    }
    #expect(user == .name("u", domain: .default))
    #expect(found == expected)
    #expect(foundByToken == expected)
  }

  @Test(arguments: [
    (Credentials.ApplicationCredential.id("7"), V3ApplicationCredential.id("7")),
    (.name("n", of: .id("u")), .name("n", user: .id("u"))),
    (.name("n", of: .name("u", .name("d"))), .name("n", user: .name("u", domain: .name("d")))),
  ])
  func `an application credential is found by its ID, or by name at its user`(
    credential: Credentials.ApplicationCredential,
    expected: V3ApplicationCredential
  ) {
    guard
      case .applicationCredential(let found, secret: secret) = V3Credentials(
        .applicationCredential(credential, secret: secret)
      )
    else {
      Issue.record("another login")
      return
    }
    #expect(found == expected)
  }
}
