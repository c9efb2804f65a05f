import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite struct CredentialsTests {
  private let secret = Secret("s3cret")

  @Test func `names whose domain nobody says are known`() {
    let both = Credentials.password(
      .name("u", .assumed),
      secret,
      .project(.name("p", .assumed))
    )
    #expect(both.namesWithoutDomain == ["the user u", "the project p"])
    let none = Credentials.password(.name("u", .id("d")), secret, .project(.id("p")))
    #expect(none.namesWithoutDomain.isEmpty)
    #expect(Credentials.token(secret, .domain(.name("d"))).namesWithoutDomain.isEmpty)
    let credential = Credentials.applicationCredential(
      .name("a", of: .name("u", .assumed)),
      secret: secret
    )
    #expect(credential.namesWithoutDomain == ["the user u"])
  }

  @Test func `an application credential has no scope and may have no user`() {
    let credential = Credentials.applicationCredential(.id("7"), secret: secret)
    #expect(credential.scope == nil)
    #expect(credential.user == nil)
  }

  @Test func `no secret is shown`() {
    let login = Credentials.password(.id("u"), secret, .system)
    var dumped = ""
    dump(login, to: &dumped)
    #expect(!"\(login) \(dumped)".contains("s3cret"))
  }
}
