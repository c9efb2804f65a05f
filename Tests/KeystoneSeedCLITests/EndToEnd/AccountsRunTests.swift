import FoundationEssentials
import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("A run logs in as each user once, and takes Keystone at its words")
struct AccountsRunTests {
  private static let seed = """
    roles: [Member]
    tenants: {service: }
    users:
      nova: {password: nova-word, roles: {service: [Member]}}
      glance: {password: glance-word, roles: {service: [Member]}}
    """

  private func withCloud(
    _ seed: String = seed,
    _ configuration: SandboxConfiguration = SandboxConfiguration(),
    _ body: (Lab) async throws -> Void
  ) async throws {
    try await withLab(configuration) { lab in
      try lab.declare(seed)
      #expect(await lab.run("apply").status == .success)
      try await body(lab)
    }
  }

  private func nova(in lab: Lab) async throws -> String {
    let users = try await lab.outsider.users()
    return try #require(users.filter { $0.name == "nova" }.only).id
  }

  /// How many logins as that user were tried.
  private func logins(_ run: Lab.Run, as userID: String) -> Int {
    run.requests.count { $0.path == "/v2.0/tokens" && $0.body.contains(userID) }
  }

  /// The second login of `apply` is with the password that it has just set.
  @Test(arguments: [("plan", 1), ("verify", 1), ("apply", 2)])
  func `a wrong password costs one failed login`(command: String, count: Int) async throws {
    try await withCloud { lab in
      let id = try await nova(in: lab)
      try await lab.outsider.setPassword(Secret("another"), ofUser: id)
      let run = await lab.run(command)
      #expect(logins(run, as: id) == count)
      #expect(run.output.contains("! the login of user nova was refused, which counts"))
    }
  }

  @Test func `a password that was set is tried, and the next run has nothing to do`() async throws {
    try await withCloud { lab in
      let id = try await nova(in: lab)
      try await lab.outsider.setPassword(Secret("another"), ofUser: id)
      let run = await lab.run("apply")
      #expect(run.status == .success)
      #expect(run.output.hasSuffix("Applied: 0 created, 1 updated, 0 replaced, 0 deleted.\n"))
      #expect(await lab.run("plan").output == "No changes.\n")
    }
  }

  @Test func `verify logs in as nobody where it is told so, and needs no password`() async throws {
    let seed = Self.seed.replacing("nova-word", with: "{env: NOWHERE}")
    try await withCloud { lab in
      try lab.declare(seed)
      let run = await lab.run("verify", "--no-verify-passwords")
      #expect(run.status == .success)
      #expect(!run.requests.contains { $0.body.contains("passwordCredentials") })
      #expect(!run.output.contains("Logins:"))
    }
  }

  struct Account: Sendable {
    let text: String
    let note: String
    let login: String
  }

  static let accounts = [
    Account(
      text: "The account is locked for user: ",
      note: "! user nova is locked after failed logins",
      login: "nova               the account is locked; the seed's password was not checked"
    ),
    Account(
      text: "The password is expired and needs to be changed for user: ",
      note: "! the seed's password of user nova is right, and must be changed by the user first",
      login:
        "nova               the seed's password is right, and must be changed by the user first"
    ),
  ]

  @Test(arguments: accounts)
  func `a locked or expired account is no wrong password`(account: Account) async throws {
    try await withCloud { lab in
      var lab = lab
      let id = try await nova(in: lab)
      lab.wrapTransport = {
        ClosedAccount(transport: $0, userID: id, text: account.text + id + ".")
      }
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .success)
      #expect(plan.output.contains(account.note))
      #expect(plan.output.hasSuffix("No changes.\n"))
      let apply = await lab.run("apply")
      #expect(apply.status == .success)
      #expect(apply.writes == [])
      let verify = await lab.run("verify")
      #expect(verify.status == .changesPending)
      #expect(verify.output.contains(account.login))
      #expect(!verify.output.contains("password is wrong"))
    }
  }

  @Test func `where the first password is the user's to change, nothing is set again`() async throws
  {
    let configuration = SandboxConfiguration(changePasswordUponFirstUse: true)
    try await withCloud(Self.seed, configuration) { lab in
      let apply = await lab.run("apply")
      #expect(apply.status == .success)
      #expect(apply.writes == [])
      #expect(apply.output.hasSuffix("No changes.\n"))
      #expect(apply.output.contains("must be changed by the users first"))
      let verify = await lab.run("verify")
      #expect(verify.status == .changesPending)
      #expect(!verify.output.contains("password is wrong"))
    }
  }

  @Test func `a locked user with the right password keeps the sessions`() async throws {
    try await withCloud(Self.seed, SandboxConfiguration(lockoutFailureAttempts: 3)) { lab in
      let id = try await nova(in: lab)
      for _ in 1...3 {
        _ = try await lab.outsider.checkPassword(Secret("guess"), ofUser: id)
      }
      let apply = await lab.run("apply")
      #expect(apply.status == .success)
      #expect(apply.writes == [])
      #expect(apply.output.contains("! user nova is locked after failed logins"))
    }
  }

  @Test func `a plan that has locked a user out is applied all the same, and --unlock sets it`()
    async throws
  {
    let strict = SandboxConfiguration(lockoutFailureAttempts: 1)
    try await withCloud(Self.seed, strict) { lab in
      let id = try await nova(in: lab)
      try await lab.outsider.setPassword(Secret("another"), ofUser: id)
      #expect(await lab.run("plan", "--out", "plan.json").status == .success)
      let idle = await lab.run("apply")
      #expect(idle.writes == [])
      #expect(idle.output.contains("as --unlock does\n"))
      #expect(await lab.run("apply", "--plan", "plan.json").status == .success)
      #expect(
        try await lab.outsider.checkPassword(Secret("nova-word"), ofUser: id) == .accepted
      )

      try await lab.outsider.setPassword(Secret("another"), ofUser: id)
      #expect(await lab.run("plan").status == .success)
      let unlocking = await lab.run("plan", "--unlock", "--out", "unlock.json")
      #expect(
        unlocking.output.contains("! user nova is locked after failed logins: the password could")
      )
      #expect(!unlocking.output.contains("was refused"))
      #expect(await lab.run("apply", "--plan", "unlock.json").status == .success)
      #expect(
        try await lab.outsider.checkPassword(Secret("nova-word"), ofUser: id) == .accepted
      )
    }
  }

  @Test func `a plan whose own login locks a user is applied with --unlock as well`() async throws {
    try await withCloud(Self.seed, SandboxConfiguration(lockoutFailureAttempts: 1)) { lab in
      let id = try await nova(in: lab)
      try await lab.outsider.setPassword(Secret("another"), ofUser: id)
      let plan = await lab.run("plan", "--unlock", "--out", "plan.json")
      #expect(plan.output.contains("! the login of user nova was refused"))
      let run = await lab.run("apply", "--plan", "plan.json")
      #expect(run.status == .success, "\(run.error)")
      #expect(
        try await lab.outsider.checkPassword(Secret("nova-word"), ofUser: id) == .accepted
      )
    }
  }

  @Test func `a saved plan that is refused names who was locked meanwhile`() async throws {
    try await withCloud(Self.seed, SandboxConfiguration(lockoutFailureAttempts: 3)) { lab in
      let id = try await nova(in: lab)
      try lab.declare(Self.seed.replacing("[Member]\n", with: "[Member, new]\n"))
      #expect(await lab.run("plan", "--out", "plan.json").status == .success)
      for _ in 1...3 {
        _ = try await lab.outsider.checkPassword(Secret("guess"), ofUser: id)
      }
      let run = await lab.run("apply", "--plan", "plan.json")
      #expect(run.status == .failure)
      #expect(run.writes == [])
      #expect(run.error.contains("nothing was changed\n  User nova is locked now"))
      #expect(!run.error.contains("glance"))
    }
  }

  @Test func `first passwords are said to be left out where accounts are unlocked`() async throws {
    try await withCloud(Self.trainee) { lab in
      let run = await lab.run("apply", "--unlock")
      #expect(run.status == .success)
      #expect(run.output.contains("! --unlock leaves user nova alone, locked or not"))
      #expect(run.writes == [])
    }
  }

  @Test func `users who live in LDAP are left as they are, and the rest is done`() async throws {
    try await withCloud { lab in
      var lab = lab
      let users = try await lab.outsider.users()
      let ids = users.map(\.id)
      lab.wrapTransport = { Directory(transport: $0, userIDs: ids) }
      try lab.declare(
        """
        roles: [Member, new]
        tenants: {service: }
        users:
          nova: {email: new@example.org, enabled: false, tenant: service, password: x-word}
        absent: {users: [glance]}
        """
      )
      let run = await lab.run("apply", "--yes")
      #expect(run.writes == ["POST /v2.0/OS-KSADM/roles"])
      #expect(run.status == .failure)
      #expect(
        run.output.contains("! all users here live in LDAP, which Keystone only reads: user ")
      )
      #expect(run.output.contains("user nova stays as it is (email: "), "\(run.output)")
      #expect(run.output.contains("user glance is declared absent and stays"))
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.hasSuffix("No changes can be made; see the notes above.\n"))
      try lab.declare("roles: [Member, new]\ntenants: {service: }\nusers: {nova: }\n")
      let pruning = await lab.run("apply", "--prune", "--yes")
      #expect(pruning.status == .success)
      #expect(pruning.writes == [])
      #expect(pruning.output.contains("! --prune skips user glance: all users here live in LDAP"))
      let verify = await lab.run("verify")
      #expect(verify.status == .success, "\(verify.shown)")
      #expect(!verify.output.contains("the seed has no password"))
    }
  }

  @Test func `fewer runs than a lock-out allows lock nobody out`() async throws {
    try await withCloud(Self.seed, SandboxConfiguration(lockoutFailureAttempts: 3)) { lab in
      let id = try await nova(in: lab)
      try await lab.outsider.setPassword(Secret("another"), ofUser: id)
      for command in ["plan", "verify"] { _ = await lab.run(command) }
      #expect(
        try await lab.outsider.checkPassword(Secret("another"), ofUser: id) == .accepted
      )
    }
  }

  private static let trainee = """
    roles: [Member]
    tenants: {class: }
    users:
      nova: {email: new@example.org, password: {value: ChangeMe-07, set: once}, roles: {class: [Member]}}
    """

  @Test func `a first password is the user's to change`() async throws {
    try await withCloud(Self.trainee) { lab in
      let id = try await nova(in: lab)
      try await lab.outsider.setPassword(Secret("my own secret"), ofUser: id)
      for command in ["plan", "apply", "verify"] {
        let run = await lab.run(command)
        #expect(run.status == .success)
        #expect(!run.requests.contains { $0.body.contains("passwordCredentials") })
        #expect(run.writes == [])
      }
      try await lab.outsider.updateUser(id: id, UserUpdate(email: "old@example.org"))
      #expect(await lab.run("apply").status == .success)
      let own = lab.login(as: "nova", "my own secret", tenant: "class", at: lab.sandbox.publicURL)
      #expect(await lab.run("catalog", environment: own).status == .success)
    }
  }

  @Test func `a first password is asked for only to make its user`() async throws {
    let seed = Self.trainee.replacing("value: ChangeMe-07", with: "env: FIRST_WORD")
    try await withLab { lab in
      try lab.declare(seed)
      let unread = await lab.run("apply")
      #expect(unread.status == .failure)
      #expect(unread.error.contains("no password for user nova: "))
      #expect(unread.writes == [])
      let first = ["FIRST_WORD": "ChangeMe-07"]
      #expect(await lab.run("apply", environment: first).status == .success)
      for command in ["plan", "apply", "verify"] {
        #expect(await lab.run(command).status == .success)
      }
    }
  }
}

/// Shows users by names that are not Keystone's, as a directory has them.
private struct Directory: HTTPTransport {
  let transport: any HTTPTransport
  let userIDs: [String]

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    var request = request
    request.url = request.url.replacing("/uid-", with: "/")
    var response = try await transport.send(request.withoutSink())
    guard request.method == .get else { return response }
    let body = String(decoding: response.body, as: UTF8.self)
    let shown = userIDs.reduce(body) { $0.replacing("\"\($1)\"", with: "\"uid-\($1)\"") }
    response.body = Array(shown.utf8)
    return response
  }
}

/// Refuses every login of one user in the words that Keystone has for the account.
private struct ClosedAccount: HTTPTransport {
  let transport: any HTTPTransport
  let userID: String
  let text: String

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let body = request.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard request.url.hasSuffix("/tokens"), body.contains(userID) else {
      return try await transport.send(request)
    }
    let answer = #"{"error": {"code": 401, "title": "Unauthorized", "message": "\#(text)"}}"#
    return HTTPResponse(
      status: 401,
      headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array(answer.utf8)
    )
  }
}
