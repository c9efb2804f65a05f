import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs over a domain whose users and groups live in a directory")
struct DirectoryRunTests {
  private static let seed = """
    roles: [member]
    projects: {web: }
    users: {local: {email: local@example.com, roles: {web: [member]}}}
    groups: {own: {description: Ours}}
    domains:
      corp:
        users: {ann: {email: ann@example.com}, bob: }
        groups: {staff: {members: [ann]}}

    """

  /// A cloud in which domain corp has become a directory's since it was made.
  private func withDirectory(
    _ fault: CorpDirectory.Fault? = nil,
    _ body: (Lab, CorpDirectory.Contents) async throws -> Void
  ) async throws {
    try await withVersion3Cloud(SandboxConfiguration(release: .current), seed: Self.seed) { cloud in
      var lab = cloud.lab
      let made = await lab.run("apply")
      #expect(made.status == .success, "\(made.shown)")
      let corp = try #require(try await cloud.outsider.domains(named: "corp").only).id
      let users = try await cloud.outsider.users(ofDomain: corp).map(\.id)
      let groups = try await cloud.outsider.groups(ofDomain: corp).map(\.id)
      let contents = CorpDirectory.Contents(
        domainID: corp,
        ids: users + groups,
        roleID: try await cloud.role("member").id,
        projectID: try await cloud.project("web").id
      )
      lab.wrapTransport = { CorpDirectory(transport: $0, contents: contents, fault: fault) }
      try await body(lab, contents)
    }
  }

  @Test func `what lives there stays, a note for the domain says so, and the rest is done`()
    async throws
  {
    try await withDirectory { lab, _ in
      try lab.declare(
        """
        roles: [member]
        projects: {web: }
        users: {local: {email: new@example.com}}
        groups: {own: {description: New, members: [{name: ann, domain: corp}]}}
        domains:
          corp:
            users: {ann: {email: new@example.com, password: a-word, roles: {}}}
            groups: {staff: {description: New, members: [{name: local, domain: default}]}}
            absent: {users: [bob]}
        """
      )
      let run = await lab.run("apply", "--yes")
      #expect(run.writes.count == 2)
      #expect(run.writes.allSatisfy { $0.hasPrefix("PATCH ") }, "\(run.shown)")
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      let lines = plan.output.split(separator: "\n").filter {
        $0.contains("domain corp live in LDAP")
      }
      #expect(lines.count == 1, "\(plan.shown)")
      for words in [
        "group staff stays as it is (description", "user ann stays as it is (email: ",
        "user bob is declared absent and stays",
        "user local stays out of group staff of domain corp",
        "user ann of domain corp stays out of group own",
      ] {
        #expect(plan.output.contains(words), "\(words) in \(plan.shown)")
      }
      #expect(plan.output.contains("No changes can be made; see the notes above."))
    }
  }

  @Test func `roles there are given and taken as ever, and pruning takes nobody`() async throws {
    try await withDirectory { lab, _ in
      let granting = Self.seed.replacing("bob: }", with: "bob: {domain_roles: [member]}}")
      try lab.declare(granting)
      let run = await lab.run("apply")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.writes.count == 1 && run.writes[0].hasPrefix("PUT /v3/domains/"))
      #expect(await lab.run("apply").output.hasPrefix("No changes."))
      try lab.declare(
        Self.seed.replacing("bob: }", with: "bob: {domain_roles: []}}")
          .replacing("ann: {email: ann@example.com}, ", with: "")
          .replacing("staff: {members: [ann]}", with: "staff: {members: []}")
      )
      let pruning = await lab.run("apply", "--prune", "--yes", "--max-delete", "9")
      #expect(pruning.writes.count == 1 && pruning.writes[0].hasPrefix("DELETE /v3/domains/"))
      #expect(
        pruning.output.contains(
          "! --prune skips user ann, membership ann in staff, of domain corp: "
        ),
        "\(pruning.shown)"
      )
    }
  }

  @Test func `what is left of somebody who is gone is told, and pruned`() async throws {
    try await withDirectory(.leftBehind) { lab, _ in
      let plan = await lab.run("plan")
      #expect(
        plan.output.contains(
          "! 1 assignment of a user who is gone, id \(CorpDirectory.gone): member in web; --prune "
        ),
        "\(plan.shown)"
      )
      #expect(plan.output.contains("No changes."))
      let run = await lab.run("apply", "--prune", "--yes")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.writes.count == 1 && run.writes[0].hasPrefix("DELETE /v3/projects/"))
      #expect(run.output.contains("no such user any more"))
    }
  }

  @Test func `a directory that is down keeps nothing else from being done`() async throws {
    try await withDirectory(.down) { lab, _ in
      try lab.declare(Self.seed.replacing("description: Ours", with: "description: New"))
      let run = await lab.run("apply")
      #expect(run.status == .failure)
      #expect(run.writes.count == 1 && run.writes[0].hasPrefix("PATCH /v3/groups/"))
      #expect(run.output.contains("x the users of domain corp cannot be read (500"), "\(run.shown)")
      #expect(run.output.contains("x the groups of domain corp cannot be read (500"))
      let dump = await lab.run("dump")
      #expect(dump.status == .failure && dump.output.isEmpty)
    }
  }

  @Test func `a directory that does not list all is asked for the names of the seed`() async throws
  {
    try await withDirectory(.tooMany) { lab, _ in
      let run = await lab.run("plan", "--detailed-exitcode")
      #expect(run.status == .success, "\(run.shown)")
      #expect(run.output.contains("! the users of domain corp are more than their directory lists"))
      #expect(run.output.contains("No changes."))
    }
  }
}

/// Shows the users and groups of a domain by IDs such as a directory's have, and refuses to write them.
private struct CorpDirectory: HTTPTransport {
  enum Fault {
    /// Somebody has left who has a role in a project.
    case leftBehind
    case down
    /// More than one answer holds.
    case tooMany
  }

  struct Contents {
    let domainID: String
    /// Of its users and groups, in the database.
    let ids: [String]
    let roleID: String
    let projectID: String
    /// Whether the role of somebody who has left was taken away.
    let isRevoked = Flag()
  }

  actor Flag {
    private(set) var isSet = false
    func set() { isSet = true }
  }

  static let gone = String(repeating: "0a1b2c3d", count: 8)

  let transport: any HTTPTransport
  let contents: Contents
  let fault: Fault?

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    if let answer = fault.flatMap({ answer(to: request, having: $0) }) { return answer }
    var request = request
    for id in contents.ids { request.url = request.url.replacing(id + id, with: id) }
    var response = try await transport.send(request.withoutSink())
    if request.method == .delete, request.url.contains(Self.gone) {
      await contents.isRevoked.set()
      return HTTPResponse(status: 204, headers: [], body: [])
    }
    var body = String(decoding: response.body, as: UTF8.self)
    for id in contents.ids { body = body.replacing("\"\(id)\"", with: "\"\(id)\(id)\"") }
    if fault == .leftBehind, await !contents.isRevoked.isSet,
      request.url.hasSuffix("/role_assignments")
    {
      body = body.replacing(
        "\"role_assignments\": [",
        with: """
          "role_assignments": [{"role": {"id": "\(contents.roleID)"}, "user": {"id": "\(Self.gone)"}, \
          "scope": {"project": {"id": "\(contents.projectID)"}}, "links": {}}, 
          """
      )
    }
    response.body = Array(body.utf8)
    return response
  }

  private func answer(to request: HTTPRequest, having fault: Fault) -> HTTPResponse? {
    let isList = request.url.contains("domain_id=\(contents.domainID)")
    switch fault {
    case .leftBehind: return nil
    case .down:
      guard isList, !request.url.contains("/projects"), !request.url.contains("/roles") else {
        return nil
      }
      return Self.failure("An unexpected error prevented the server from fulfilling your request.")
    case .tooMany:
      guard isList, request.url.contains("/users?"), !request.url.contains("name=") else {
        return nil
      }
      return Self.failure("Number of User/Group entities returned by LDAP exceeded size limit.")
    }
  }

  private static func failure(_ message: String) -> HTTPResponse {
    let body =
      #"{"error": {"code": 500, "title": "Internal Server Error", "message": "\#(message)"}}"#
    return HTTPResponse(
      status: 500,
      headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array(body.utf8)
    )
  }
}
