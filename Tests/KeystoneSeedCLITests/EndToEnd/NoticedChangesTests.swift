import FoundationEssentials
import KeystoneClient
import KeystoneSandbox
import Reconciliation
import Testing

@testable import KeystoneSeedCLI

@Suite("What users would notice is said and asked about, and what cannot be planned is an error")
struct NoticedChangesTests {
  private static let live = """
    regions: {Bay: {}}
    roles: [Member]
    tenants: {dockyard: {}}
    services:
      swift: {type: object-store, endpoints: {Bay: "http://203.0.113.7:8080/v1"}}
    """

  private static let second = """
    regions: {Bay: {}}
    services:
      radosgw: {type: object-store, endpoints: {Bay: "http://203.0.113.9:7480/swift/v1"}}
    """

  /// A cloud with an object store that the seed does not name.
  private func withAnothersStore(_ seed: String, _ body: (Lab) async throws -> Void) async throws {
    try await withLab { lab in
      try lab.declare(Self.live)
      #expect(await lab.run("apply").status == .success)
      try lab.declare(seed)
      try await body(lab)
    }
  }

  @Test func `a second service of a live type is said with the live one and its URL`() async throws
  {
    try await withAnothersStore(Self.second) { lab in
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(
        plan.output.contains(
          """
            ! users of object-store/swift (at http://203.0.113.7:8080/v1, not the seed's own) in Bay \
          may be sent to object-store/radosgw at http://203.0.113.9:7480/swift/v1: a catalog shows one \
          entry for a type and region

          """
        )
      )
      let document = await lab.run("plan", "--output", "json")
      #expect(document.output.contains("\"needsAgreement\" : true"))
    }
  }

  @Test func `it is made only with a yes`() async throws {
    try await withAnothersStore(Self.second) { lab in
      let refused = await lab.run("apply")
      #expect(refused.status == .failure)
      #expect(refused.writes == [])
      #expect(
        refused.error.hasPrefix(
          "error: the plan may send users elsewhere, and there is no terminal to ask on; "
        )
      )
      let declined = await lab.run("apply", terminal: .present, answers: ["n"])
      #expect(declined.status == .failure)
      #expect(declined.writes == [])
      let agreed = await lab.run("apply", terminal: .present, answers: ["y"])
      #expect(agreed.status == .success)
      #expect(
        agreed.error.contains("Go on, though users may be sent elsewhere (see the notes)? [y/N] ")
      )
      #expect(agreed.writes == ["POST /v2.0/OS-KSADM/services", "POST /v2.0/endpoints"])
      #expect(await lab.run("apply").output == "No changes. 4 unmanaged objects are left alone.\n")
    }
  }

  @Test func `it is made without a question where that was agreed to`() async throws {
    try await withAnothersStore(Self.second) { lab in
      let run = await lab.run("apply", "--yes")
      #expect(run.status == .success)
      #expect(run.writes.count == 2)
    }
  }

  @Test func `a slip in the type is asked about as well`() async throws {
    let seed = """
      regions: {Bay: {}}
      services:
        swift: {type: object_store, endpoints: {Bay: "http://203.0.113.7:8080/v1"}}
      """
    try await withAnothersStore(seed) { lab in
      let run = await lab.run("apply")
      #expect(run.status == .failure)
      #expect(run.writes == [])
      #expect(
        run.output.contains(
          """
            ! service object_store/swift is new, and object-store/swift (at \
          http://203.0.113.7:8080/v1, not the seed's own) is live: is one type a slip?
          """
        )
      )
    }
  }

  @Test func `a region that differs from a live one by case is said`() async throws {
    let seed = """
      regions: {bay: {}}
      services:
        nova: {type: compute, endpoints: {bay: "http://203.0.113.8:8774"}}
      """
    try await withAnothersStore(seed) { lab in
      let run = await lab.run("apply")
      #expect(run.status == .success)
      #expect(run.output.contains("  ! region bay of the seed is not the live region Bay: "))
    }
  }

  @Test func `a user who is made without a password is said, one who is there is not`() async throws
  {
    try await withLab { lab in
      try lab.declare("users: {skipper: {email: skipper@example.org}}")
      let note = "  ! user skipper gets no password: nobody can log in as this user\n"
      let run = await lab.run("apply")
      #expect(run.status == .success)
      #expect(run.output.contains(note))
      #expect(await lab.run("plan").output == "No changes.\n")
    }
  }

  /// A cloud whose list of users says `alice` twice, as no Keystone should.
  private func withTwins(_ body: (Lab) async throws -> Void) async throws {
    try await withLab { lab in
      var lab = lab
      _ = try await lab.outsider.createUser(NewUser(name: "alice"))
      _ = try await lab.outsider.createUser(NewUser(name: "malice"))
      lab.wrapTransport = { transport in
        RewrittenAnswers(transport, to: "/users") { body, _ in
          body.replacing("\"malice\"", with: "\"alice\"")
        }
      }
      try lab.declare("users: {alice: {email: alice@example.org}}")
      try await body(lab)
    }
  }

  @Test(arguments: [["plan"], ["plan", "--detailed-exitcode"], ["apply", "--yes"]])
  func `an ambiguous name is an error with its mark and a line of its own`(
    command: [String]
  ) async throws {
    try await withTwins { lab in
      let run = await lab.run(command)
      #expect(run.status == .failure)
      #expect(
        run.output == """
            x 2 live users are named alice; none of them is changed
          No changes can be made; see the notes above.

          """
      )
      #expect(
        run.error.hasPrefix("error: 2 live users are named alice; none of them is changed\n")
      )
    }
  }

  @Test func `JSON says how much it matters`() async throws {
    try await withTwins { lab in
      let run = await lab.run("plan", "--output", "json")
      let document = try JSONDecoder().decode(PlanDocument.self, from: Data(run.output.utf8))
      #expect(document.notes.map(\.severity) == [.error])
      #expect(!run.error.isEmpty)
    }
  }

  @Test func `a password that could not be checked is an error as well`() async throws {
    try await withLab { lab in
      try lab.declare("users: {nova: {password: secret}}")
      #expect(await lab.run("apply").status == .success)
      lab.sandbox.faults.add(
        .before("POST", "/v2.0/tokens", times: nil, .status(413, contentType: "", body: ""))
      )
      let run = await lab.run("plan")
      #expect(run.status == .failure)
      #expect(run.output.contains("  x user nova is left alone, since the password could not be "))
      #expect(run.error.hasPrefix("error: user nova is left alone, since the password could not "))
    }
  }
}
