import IdentityModel
import Testing

@testable import KeystoneSeedCLI

@Suite struct CredentialsErrorMessageTests {
  struct Case: Sendable {
    let error: CredentialsError
    let text: String
    let status: ExitStatus
  }

  @Test(arguments: [
    Case(
      error: .ambiguousArgument("nova"),
      text: """
        error: nova is a user of the seed, and a file as well
          For the user add --seed SEED; for the file write ./nova.

        """,
      status: .usage
    ),
    Case(
      error: .noDefaultUser(users: ["a", "b\u{1B}"]),
      text: """
        error: whose credentials? The seed has no one user with the role admin in the tenant admin
          Its users: a, b\\x1b.

        """,
      status: .failure
    ),
    Case(
      error: .noDefaultUser(users: []),
      text: """
        error: whose credentials? The seed has no one user with the role admin in the tenant admin
          It has no users at all.

        """,
      status: .failure
    ),
    Case(
      error: .noTenant(user: "u", candidates: []),
      text: """
        error: the seed gives u no role in any tenant
          Name one: --tenant.

        """,
      status: .usage
    ),
    Case(
      error: .unknownRegion("r", regions: ["one", "two"]),
      text: """
        error: the seed has no endpoint in the region r
          It has some in one, two.

        """,
      status: .usage
    ),
    Case(
      error: .invalidURL(.host, text: "http://h:$(public_port)s/v2.0"),
      text: """
        error: the URL to log in at, http://h:$(public_port)s/v2.0, has no valid host and port
          Say where to log in: --os-auth-url.

        """,
      status: .failure
    ),
    Case(
      error: .incomplete(user: "u", missing: ["--os-auth-url", "--tenant"]),
      text: """
        error: there is no seed to say where u logs in
          Name a seed, or give --os-auth-url and --tenant.

        """,
      status: .usage
    ),
  ])
  func `an error names what there is to choose from, and how`(example: Case) {
    #expect(example.error.message.rendered() == example.text)
    #expect(example.error.exitStatus == example.status)
  }
}
