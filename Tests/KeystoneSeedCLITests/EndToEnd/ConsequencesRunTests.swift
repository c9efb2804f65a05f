import KeystoneClient
import KeystoneSandbox
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Runs that change what users have by groups and implications")
struct ConsequencesRunTests {
  private static let seed = """
    roles: [member, reader]
    projects: {lab: , below: {parent: lab}}
    groups: {ops: {roles: {lab: [member]}}, all: }
    users:
      ann: {roles: {lab: [member]}}
      bob: {groups: [ops]}
      cat: {groups: [ops], roles: {lab: [member, reader]}}

    """

  /// What takes the link from member to reader away.
  private static let unlinked =
    seed + "absent: {implications: [{role: member, implies: reader}]}\n"

  private static let losses = """
      - implication member implies reader    declared absent
          admin loses reader in admin
          admin loses reader on the system
          ann loses reader in lab
          bob loses reader in lab

    """

  private func withCloud(_ body: (Version3Cloud) async throws -> Void) async throws {
    let configuration = SandboxConfiguration(release: .current)
    try await withVersion3Cloud(configuration, seed: Self.seed) { cloud in
      let apply = await cloud.lab.run("apply")
      #expect(apply.status == .success, "\(apply.shown)")
      try await body(cloud)
    }
  }

  @Test func `a link that goes is told of all who lose by it, and of nobody else`() async throws {
    try await withCloud { cloud in
      let lab = cloud.lab
      try lab.declare(Self.unlinked)
      let plan = await lab.run("plan", "--out", "plan")
      #expect(plan.output.contains(Self.losses), "\(plan.shown)")
      #expect(!plan.output.contains("cat loses"), "\(plan.shown)")
      #expect(await lab.run("show", "plan").output == plan.output)
      let verify = await lab.run("verify")
      #expect(verify.status == .changesPending && verify.output.contains(Self.losses))
      let markdown = await lab.run("plan", "--output", "markdown")
      #expect(markdown.output.contains("bob loses reader in lab"), "\(markdown.output)")
      let json = await lab.run("plan", "--output", "json")
      #expect(json.output.contains("\"effect\" : \"loses\""), "\(json.output)")
      #expect(await lab.run("show", "plan", "--output", "json").output == json.output)
      let verified = await lab.run("verify", "--output", "json")
      #expect(verified.output.contains("\"effect\" : \"loses\""), "\(verified.shown)")
      let apply = await lab.run("apply", "--plan", "plan", "--yes")
      #expect(apply.status == .success, "\(apply.shown)")
      #expect(apply.output.contains(Self.losses))
      let users = try await cloud.outsider.users(ofDomain: "default")
      let project = try await cloud.outsider.projects(ofDomain: "default", named: "lab")[0]
      var readers: [String] = []
      let reader = try await cloud.outsider.roles(ofDomain: nil, named: "reader")[0]
      for user in users {
        let roles = try await cloud.outsider.effectiveRoles(ofUser: user.id, onProject: project.id)
        if roles.contains(reader.id) { readers.append(user.name) }
      }
      #expect(readers == ["cat"])
    }
  }

  @Test func `whoever does not see the plan is asked with what users lose`() async throws {
    try await withCloud { cloud in
      try cloud.lab.declare(Self.unlinked)
      let terminal = Terminal(hasInput: true, hasOutput: false, hasError: true, width: 80)
      let run = await cloud.lab.run("apply", "--no-color", terminal: terminal, answers: ["n"])
      #expect(run.error.contains(Self.losses), "\(run.shown)")
      #expect(run.writes == [])
      let seen = await cloud.lab.run("apply", terminal: .present, answers: ["n"])
      #expect(seen.output.contains("\u{1B}[31m      bob loses reader in lab\u{1B}[0m\n"))
    }
  }

  @Test func `of members and of roles of groups it is told as well`() async throws {
    try await withCloud { cloud in
      try cloud.lab.declare(
        """
        roles: [member, reader]
        projects: {lab: , below: {parent: lab}}
        groups: {ops: {roles: {lab: [member]}}, all: }
        users:
          ann: {roles: {lab: [member]}}
          bob: {groups: [all]}
          cat: {groups: [ops], roles: {lab: [member, reader]}}
        domains: {corp: {users: {dan: {groups: [{name: ops, domain: Default}]}}}}
        assignments: [{role: reader, group: ops, project: lab, inherited: true}]
        absent: {memberships: [{group: ops, user: bob}]}

        """
      )
      let plan = await cloud.lab.run("plan")
      for lines in [
        """
          + assignment group ops has reader below project lab
              cat gains reader in below
              dan of domain corp gains reader in below

        """,
        """
          - membership bob in ops    declared absent
              bob loses member, reader in lab

        """,
        "      dan of domain corp gains member, reader in lab\n",
      ] {
        #expect(plan.output.contains(lines), "\(lines)\(plan.shown)")
      }
    }
  }

  @Test func `users of domains that nobody looks into are named, a few of them`() async throws {
    try await withCloud { cloud in
      let domain = try await cloud.outsider.createDomain(V3NewDomain(name: "corp"))
      let group = try await cloud.outsider.groups(ofDomain: "default", named: "ops")[0]
      var ids: [String] = []
      for number in 1...7 {
        let new = V3NewUser(name: "u\(number)", domainID: domain.id)
        let user = try await cloud.outsider.createUser(new)
        try await cloud.outsider.addUser(user.id, toGroup: group.id)
        ids.append(user.id)
      }
      try cloud.lab.declare("absent: {groups: [ops]}\nroles: [member]\n")
      let plan = await cloud.lab.run("plan")
      let lines = plan.output.split(separator: "\n").filter { $0.contains(" loses ") }
      #expect(lines.first == "      bob loses member, reader in lab", "\(plan.shown)")
      #expect(lines.dropFirst().allSatisfy { $0.contains(" of domain corp loses member, reader") })
      #expect(plan.output.contains("      and 3 more; --output json has all\n"), "\(plan.shown)")
      let asked = plan.requests.filter { $0.method == "GET" && $0.path.contains("/users/") }
      #expect(asked.count == 5)
      let json = await cloud.lab.run("plan", "--output", "json")
      #expect(ids.count { json.output.contains("\"userID\" : \"\($0)\"") } == 2)
    }
  }

  @Test func `a plan without such a change asks for nothing more`() async throws {
    try await withCloud { cloud in
      let before = await cloud.lab.run("plan")
      try cloud.lab.declare(
        Self.seed.replacing("projects: {", with: "projects: {new: , ")
          .replacing("ann: {roles: {lab: [member]}}", with: "ann: {roles: {lab: [member, reader]}}")
      )
      let plan = await cloud.lab.run("plan")
      #expect(plan.output.contains("  + assignment ann has reader in lab\n\n"), "\(plan.shown)")
      #expect(plan.requests.count == before.requests.count)
    }
  }

  @Test func `where members cannot be read the plan stands, and says so`() async throws {
    try await withCloud { cloud in
      cloud.lab.sandbox.faults.add(
        .before(
          "GET",
          "/v3/groups/*/users",
          times: nil,
          .status(403, contentType: "text/plain", body: "no")
        )
      )
      try cloud.lab.declare(
        "roles: [member]\nabsent: {implications: [{role: member, implies: reader}]}\n"
      )
      let plan = await cloud.lab.run("plan")
      #expect(plan.status == .success, "\(plan.shown)")
      #expect(
        plan.output.contains("who gains and who loses which roles by these changes is not known"),
        "\(plan.shown)"
      )
      #expect(plan.output.contains("403"), "\(plan.shown)")
      let apply = await cloud.lab.run("apply", "--yes")
      #expect(apply.status == .success, "\(apply.shown)")
    }
  }

  @Test func `a saved plan is refused once others lose by it`() async throws {
    try await withCloud { cloud in
      try cloud.lab.declare(
        "roles: [member]\nabsent: {implications: [{role: member, implies: reader}]}\n"
      )
      #expect(await cloud.lab.run("plan", "--out", "plan").status == .success)
      let user = try await cloud.outsider.createUser(V3NewUser(name: "eve", domainID: "default"))
      let group = try await cloud.outsider.groups(ofDomain: "default", named: "ops")[0]
      try await cloud.outsider.addUser(user.id, toGroup: group.id)
      let apply = await cloud.lab.run("apply", "--plan", "plan", "--yes")
      #expect(apply.status == .failure)
      #expect(apply.error.contains("the cloud has changed since plan was made"), "\(apply.shown)")
    }
  }
}
