import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("In a disabled domain nobody can log in, which is no reason to set a password")
struct DisabledDomainTests {
  private static let seed = """
    roles: [admin]
    tenants: {service: {description: new}}
    users:
      nova: {password: nova's password, roles: {service: [admin]}}
      glance: {password: glance's password, roles: {service: [admin]}}
    """

  /// A cloud whose default domain is disabled, as Pike answers then; the admin token is nobody's.
  private func withDisabledDomain(
    answersOfDomain status: Int = 200,
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withLab { lab in
      var lab = lab
      try lab.declare(Self.seed.replacing("new", with: "old"))
      #expect(await lab.run("apply").status == .success)
      try lab.declare(Self.seed)
      lab.wrapTransport = { transport in
        StagedAnswers(transport: transport) { request in
          if request.method == .post, request.url.hasSuffix("/tokens") {
            let message = "The request you have made requires authentication."
            return (
              401,
              #"{"error": {"message": "\#(message)", "code": 401, "title": "Unauthorized"}}"#
            )
          }
          if request.url.contains("/v3/users/") {
            return (200, #"{"user": {"id": "u", "domain_id": "default"}}"#)
          }
          if request.url.hasSuffix("/v3/domains/default") {
            return (status, #"{"domain": {"id": "default", "enabled": false}}"#)
          }
          return nil
        }
      }
      try await body(lab)
    }
  }

  private static let note =
    "  ! domain default is disabled: nobody who lives there can log in, so the passwords of "
    + "users glance, nova were not checked and are not set; v3 can enable it: openstack domain set "
    + "--enable default\n"

  @Test func `the plan says so, sets no password, and does the rest`() async throws {
    try await withDisabledDomain { lab in
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.contains("  ~ tenant service\n"))
      #expect(!plan.output.contains("  ~ user"))
      #expect(plan.output.contains(Self.note))
      #expect(!plan.output.contains("was refused"))
      let apply = await lab.run("apply", "--yes")
      #expect(apply.status == .failure)
      #expect(apply.writes == ["POST /v2.0/tenants/*"])
      #expect(apply.output.contains(Self.note))
    }
  }

  @Test func `verify says so of each user, and that it is drift`() async throws {
    try await withDisabledDomain { lab in
      let run = await lab.run("verify")
      #expect(run.status == .changesPending)
      #expect(run.output.contains(Self.note))
      #expect(
        run.output.contains(
          """
          Logins:
            glance  the domain of the user is disabled; the seed's password was not checked
            nova    the domain of the user is disabled; the seed's password was not checked

          """
        )
      )
      #expect(!run.output.contains("the seed's password is wrong"))
    }
  }

  @Test func `where v3 does not say, a refusal is a refusal`() async throws {
    try await withDisabledDomain(answersOfDomain: 403) { lab in
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  ~ user nova\n"))
      #expect(!plan.output.contains("domain"))
    }
  }
}
