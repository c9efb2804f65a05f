import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing
import Texts

@testable import KeystoneSeedCLI

@Suite("Pruning deletes what the seed does not mention, and nothing that is needed")
struct PruneRunTests {
  /// The small cloud, its identity service, and one undeclared object of most kinds.
  private func withStrangers(_ body: (Lab) async throws -> Void) async throws {
    try await withSmallCloud { lab in
      let keystone = lab.outsider
      _ = try await keystone.createRole(named: "stranger")
      _ = try await keystone.createTenant(NewTenant(name: "strange"))
      _ = try await keystone.createUser(
        NewUser(name: "stranger", password: Secret("stranger's secret"))
      )
      let identity = try await keystone.createService(
        NewService(name: "keystone", type: "identity")
      )
      _ = try await keystone.createEndpoint(
        NewEndpoint(
          serviceID: identity.id,
          region: "one",
          publicURL: "http://203.0.113.10:5000/v2.0"
        )
      )
      try await body(lab)
    }
  }

  @Test func withoutItStrangersAreCountedAndLeftAlone() async throws {
    try await withStrangers { lab in
      let run = await lab.run("apply", "--yes")
      #expect(run.status == .success)
      #expect(run.output == "No changes. 5 unmanaged objects are left alone.\n")
      #expect(run.writes == [])
    }
  }

  @Test func strangersGoAndWhatKeystoneNeedsStays() async throws {
    try await withStrangers { lab in
      let refused = await lab.run("apply", "--prune")
      #expect(refused.status == .failure)
      #expect(refused.error.contains("deletes or replaces 3 objects"))
      #expect(refused.writes == [])

      let run = await lab.run("apply", "--prune", "--yes")
      #expect(run.status == .success)
      #expect(
        Set(run.writes) == [
          "DELETE /v2.0/OS-KSADM/roles/*", "DELETE /v2.0/tenants/*", "DELETE /v2.0/users/*",
        ]
      )
      let roles = try await lab.outsider.roles().map(\.name)
      let services = try await lab.outsider.services().map(\.type)
      #expect(Set(roles) == ["_member_", "admin", "Member"])
      #expect(Set(services) == ["compute", "identity"])
    }
  }

  @Test func moreThanMayGoIsRefusedAsAWhole() async throws {
    try await withStrangers { lab in
      let refused = await lab.run("apply", "--prune", "--yes", "--max-delete", "0")
      #expect(refused.status == .failure)
      #expect(refused.error.contains("the plan would delete 1 of 4 roles, and may delete 0; and 1"))
      #expect(refused.error.contains("--max-delete 1"))
      #expect(refused.writes == [])
      let agreed = await lab.run("apply", "--prune", "--yes", "--max-delete", "1")
      #expect(agreed.status == .success)
    }
  }

  @Test func massDeletionIsRefusedWithoutPruneToo() async throws {
    try await withStrangers { lab in
      for name in ["b", "c"] { _ = try await lab.outsider.createTenant(NewTenant(name: name)) }
      try lab.declare("absent: {tenants: [strange, b, c]}")
      let refused = await lab.run("apply", "--yes")
      #expect(refused.status == .failure)
      #expect(refused.error.contains("would delete 3 of 5 tenants, and may delete 1"))
      #expect(refused.writes == [])
      let agreed = await lab.run("apply", "--yes", "--max-delete", "3")
      #expect(agreed.status == .success)
    }
  }

  @Test func liveTwinOfWhatCouldNotBeMadeStays() async throws {
    try await withSmallCloud { lab in
      let seed = SmallCloud.seed
        .replacing("  ops: {}", with: "  OPS: {}")
        .replacing("[admin, Member]", with: "[admin, member]")
      try lab.declare(seed)
      let conflict = #"{"error": {"message": "Conflict", "code": 409, "title": "Conflict"}}"#
      for path in ["/v2.0/tenants", "/v2.0/OS-KSADM/roles"] as [PathGlob] {
        lab.sandbox.faults.add(
          Fault(
            "POST",
            path,
            times: nil,
            when: .beforeCommit,
            effect: .status(409, contentType: "application/json", body: conflict)
          )
        )
      }
      let run = await lab.run("apply", "--prune", "--yes")
      #expect(run.status == .failure)
      #expect(!run.writes.contains { $0.hasPrefix("DELETE") })
      #expect(run.error.contains("The live tenant ops, id "))
      #expect(run.error.contains("The live role Member, id "))

      try lab.declare(seed + "absent: {tenants: [ops], roles: [Member]}\n")
      let absent = await lab.run("apply", "--yes")
      #expect(absent.status == .failure)
      #expect(!absent.writes.contains { $0.hasPrefix("DELETE") })
      #expect(absent.output.contains("tenant OPS is new and empty, not ops renamed"))
    }
  }

  @Test func regionsOfOthersStay() async throws {
    try await withSmallCloud { lab in
      let service = try #require(try await lab.outsider.services().only)
      for region in ["two", "west"] {
        _ = try await lab.outsider.createEndpoint(
          NewEndpoint(serviceID: service.id, region: region, publicURL: "http://192.0.2.1:8774")
        )
      }
      let run = await lab.run("apply", "--prune", "--yes")
      #expect(run.status == .success)
      #expect(run.writes == ["DELETE /v2.0/endpoints/*"])
      #expect(run.output.contains("the seed does not declare region west, so its endpoint is not"))
      #expect(Set(try await lab.outsider.endpoints().map(\.region)) == ["one", "west"])
    }
  }

  @Test func whatADumpLeavesOutStays() async throws {
    try await withStrangers { lab in
      let keystone = lab.outsider
      for _ in 0..<2 {
        _ = try await keystone.createService(NewService(name: "duplicate", type: "metering"))
      }
      _ = try await keystone.createRole(named: "line\nend")
      let run = await lab.run("apply", "--prune", "--yes")
      #expect(run.status == .success)
      #expect(try await keystone.services().count { $0.name == "duplicate" } == 2)
      #expect(try await keystone.roles().contains { $0.name == "line\nend" })
    }
  }

  @Test("A35 a kind that the seed leaves empty is not pruned (keystone-operator)")
  func emptySection() async throws {
    try await withStrangers { lab in
      try lab.declare("roles: [admin, Member]")
      let run = await lab.run("apply", "--prune", "--yes")
      #expect(run.status == .success)
      #expect(run.writes == ["DELETE /v2.0/OS-KSADM/roles/*"])
      #expect(
        run.output.contains(
          "  ! --prune skips endpoints, services, tenants, users: the seed declares none\n"
        )
      )
    }
  }

  @Test func whoeverRunsItDoesNotGo() async throws {
    try await withStrangers { lab in
      let keystone = lab.outsider
      let tenant = try #require(try await keystone.tenants().filter { $0.name == "strange" }.only)
      let user = try #require(try await keystone.users().filter { $0.name == "stranger" }.only)
      let admin = try #require(try await keystone.roles().filter { $0.name == "admin" }.only)
      try await keystone.grantRole(admin.id, toUser: user.id, onTenant: tenant.id)
      let run = await lab.run(
        "apply",
        "--prune",
        "--yes",
        environment: lab.login(as: "stranger", "stranger's secret", tenant: "strange")
      )
      #expect(run.status == .success)
      #expect(run.writes == ["DELETE /v2.0/OS-KSADM/roles/*"])
    }
  }

  @Test func callerThatTheSeedWouldDeleteIsRefused() async throws {
    try await withSmallCloud { lab in
      try lab.declare("absent: {users: [nova]}")
      let run = await lab.run(
        "apply",
        "--yes",
        environment: lab.login(as: "nova", SmallCloud.password, tenant: "service")
      )
      #expect(run.status == .failure)
      #expect(run.error.contains("delete user nova, as which this command is logged in"))
      #expect(run.writes == [])
    }
  }
}
