import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

/// Roles that v2.0 shows as a user's own, though a group gives them.
struct DerivedRolesTests {
  private func withGroupRole(_ body: (Lab) async throws -> Void) async throws {
    try await withLab { lab in
      try lab.declare("roles: [Stoker]\ntenants: {crew: {}}\nusers: {lars: {password: x}}")
      #expect(await lab.run("apply").status == .success)
      let users = try await lab.outsider.users().filter { $0.name == "lars" }
      let tenants = try await lab.outsider.tenants().filter { $0.name == "crew" }
      let roles = try await lab.outsider.roles().filter { $0.name == "Stoker" }
      try lab.sandbox.grantByGroup(
        roleID: try #require(roles.first).id,
        userID: try #require(users.first).id,
        tenantID: try #require(tenants.first).id
      )
      try await body(lab)
    }
  }

  private static let note =
    "  ! assignment lars has Stoker in crew comes from a group, by inheritance or by implication, "
    + "and is left alone: v2.0 cannot take it away, v3 can\n"

  @Test func areSaidAndNotTakenAway() async throws {
    try await withGroupRole { lab in
      try lab.declare("absent: {assignments: [{user: lars, tenant: crew, role: Stoker}]}")
      let absent = await lab.run("apply", "--yes")
      #expect(absent.status == .success)
      #expect(absent.output.hasPrefix(Self.note + "No changes."))
      #expect(absent.writes == [])

      try lab.declare("roles: [Stoker]\ntenants: {crew: {}}\nusers: {lars: {roles: {}}}")
      let pruned = await lab.run("apply", "--yes", "--prune", "--only", "assignments")
      #expect(pruned.status == .success)
      #expect(pruned.output == Self.note + "No changes.\n")
      #expect(pruned.writes == [])
    }
  }

  @Test func areTriedOnceWithoutV3AndNotCountedAsDeleted() async throws {
    try await withGroupRole { lab in
      lab.sandbox.faults.add(
        .before("GET", "/v3/*", times: nil, .status(404, contentType: "text/plain", body: ""))
      )
      try lab.declare("absent: {assignments: [{user: lars, tenant: crew, role: Stoker}]}")
      let run = await lab.run("apply", "--yes")
      #expect(run.status == .success)
      #expect(run.output.contains("Applied: 0 created, 0 updated, 0 replaced, 0 deleted."))
      #expect(run.writes.count == 1)
    }
  }

  @Test func areACommentOfADump() async throws {
    try await withGroupRole { lab in
      let dump = await lab.run("dump")
      #expect(dump.status == .success)
      #expect(dump.output.contains("has Stoker in crew comes from a group"))
      #expect(!dump.output.contains("[Stoker]}"))
    }
  }
}
