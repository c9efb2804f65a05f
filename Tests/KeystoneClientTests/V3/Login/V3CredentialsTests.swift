import Testing

@testable import KeystoneClient

@Suite struct V3CredentialsTests {
  private static let nova = V3UserReference.name("nova", domain: .name("Default"))

  private static let cases: [(V3Credentials, String)] = [
    (
      .password(nova, Secret("pw"), scope: .unscoped),
      #"{"auth":{"identity":{"methods":["password"],"password":{"user":{"domain":"#
        + #"{"name":"Default"},"name":"nova","password":"pw"}}},"scope":"unscoped"}}"#
    ),
    (
      .password(.id("u1"), Secret("pw"), scope: .project(.name("web", domain: .id("d1")))),
      #"{"auth":{"identity":{"methods":["password"],"password":{"user":{"id":"u1","#
        + #""password":"pw"}}},"scope":{"project":{"domain":{"id":"d1"},"name":"web"}}}}"#
    ),
    (
      .password(.id("u1"), Secret("pw"), scope: .project(.id("p1"))),
      #"{"auth":{"identity":{"methods":["password"],"password":{"user":{"id":"u1","#
        + #""password":"pw"}}},"scope":{"project":{"id":"p1"}}}}"#
    ),
    (
      .token(Secret("t0"), scope: .domain(.name("corp"))),
      #"{"auth":{"identity":{"methods":["token"],"token":{"id":"t0"}},"#
        + #""scope":{"domain":{"name":"corp"}}}}"#
    ),
    (
      .token(Secret("t0"), scope: .system),
      #"{"auth":{"identity":{"methods":["token"],"token":{"id":"t0"}},"#
        + #""scope":{"system":{"all":true}}}}"#
    ),
    (
      .applicationCredential(.id("a1"), secret: Secret("s")),
      #"{"auth":{"identity":{"application_credential":{"id":"a1","secret":"s"},"#
        + #""methods":["application_credential"]}}}"#
    ),
    (
      .applicationCredential(.name("robot", user: nova), secret: Secret("s")),
      #"{"auth":{"identity":{"application_credential":{"name":"robot","secret":"s","#
        + #""user":{"domain":{"name":"Default"},"name":"nova"}},"#
        + #""methods":["application_credential"]}}}"#
    ),
  ]

  @Test(arguments: cases)
  func areTheBodyOfALogin(_ credentials: V3Credentials, _ body: String) {
    #expect(credentials.json.serialized == body)
  }

  @Test func areTheSameWithAnotherSecret() {
    for (credentials, _) in Self.cases {
      let other = credentials.with(Secret("another"))
      #expect(other.secret == Secret("another"))
      #expect(other.with(credentials.secret).json == credentials.json)
      #expect(other.isPassword == credentials.isPassword)
    }
  }
}
