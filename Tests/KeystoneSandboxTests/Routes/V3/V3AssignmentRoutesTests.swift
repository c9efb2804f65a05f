import Testing

@testable import KeystoneSandbox

@Suite struct V3AssignmentRoutesTests {
  private struct Row: Hashable {
    let user: String?
    let tenant: String?
    let role: String?
  }

  private func rows(_ state: inout SandboxState) -> Set<Row> {
    let list = state.answer(.make("GET", "/v3/role_assignments?effective=1", token: "ADMIN"))
    return Set(
      list.document.elements("role_assignments").map { row in
        Row(
          user: row.object?["user"]?.object?["id"]?.string,
          tenant: row.object?["scope"]?.object?["project"]?.object?["id"]?.string,
          role: row.object?["role"]?.object?["id"]?.string
        )
      }
    )
  }

  @Test func everyGrantIsListedUntilItIsTakenAway() {
    var state = SandboxState.make()
    #expect(rows(&state).isEmpty)
    let first = GrantTable.Membership(userID: "u", tenantID: "t")
    let second = GrantTable.Membership(userID: "v", tenantID: "t")
    _ = state.grants.insert("r", for: first)
    _ = state.grants.insert("s", for: first)
    _ = state.grants.insert("r", for: second)
    #expect(
      rows(&state) == [
        Row(user: "u", tenant: "t", role: "r"), Row(user: "u", tenant: "t", role: "s"),
        Row(user: "v", tenant: "t", role: "r"),
      ]
    )
    _ = state.grants.remove("r", for: second)
    #expect(rows(&state).count == 2)
  }

  @Test func nobodyButAnAdministratorSeesThem() {
    var state = SandboxState.make()
    #expect(state.answer(.make("GET", "/v3/role_assignments")).status == 401)
  }

  private func paths(_ query: String, _ state: inout SandboxState, _ token: String) -> Set<String> {
    let list = state.v3("GET", "/role_assignments?" + query, token: token).document
    return Set(
      list.elements("role_assignments").map { row in
        let link = row["links"]?["assignment"]?.string ?? ""
        return link.split(separator: "/").dropFirst(3).joined(separator: "/")
      }
    )
  }

  @Test func allKindsAreInOneListAndFiltersNarrowIt() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let project = state.make("project", ["name": "p"], token: admin)
    let child = state.make("project", ["name": "c", "parent_id": .string(project)], token: admin)
    let user = state.make("user", ["name": "u"], token: admin)
    let group = state.make("group", ["name": "g"], token: admin)
    let role = state.make("role", ["name": "r"], token: admin)
    let own = "projects/\(project)/users/\(user)/roles/\(role)"
    let groups = "domains/default/groups/\(group)/roles/\(role)"
    let system = "system/users/\(user)/roles/\(role)"
    let inherited = "OS-INHERIT/\(own)/inherited_to_projects"
    let below = "projects/\(child)/users/\(user)/roles/\(role)"
    for path in [own, groups, system, inherited, below] {
      #expect(state.v3("PUT", "/" + path, token: admin).status == 204)
    }
    let mine = "role.id=\(role)"
    #expect(paths(mine, &state, admin) == [own, groups, system, inherited, below])
    #expect(paths("\(mine)&group.id=\(group)", &state, admin) == [groups])
    #expect(paths("\(mine)&scope.project.id=\(project)", &state, admin) == [own, inherited])
    #expect(paths("\(mine)&scope.domain.id=default", &state, admin) == [groups])
    #expect(paths("\(mine)&scope.system=all", &state, admin) == [system])
    let subtree = "\(mine)&scope.project.id=\(project)&include_subtree=true"
    #expect(paths(subtree, &state, admin) == [own, inherited, below])
    // Rows of the system pass for inherited ones.
    let ofInherited = "\(mine)&scope.OS-INHERIT:inherited_to=projects"
    #expect(paths(ofInherited, &state, admin) == [inherited, system])
    // And what holds on the system is never worked out.
    let effective = "effective&user.id=\(user)"
    #expect(paths(effective, &state, admin) == [own, inherited, below])
  }

  @Test func domainWhereAProjectBelongsEndsTheListWithNames() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let domain = state.make("domain", ["name": "d"], token: admin)
    let user = state.users.named("admin")?.id ?? ""
    let role = state.roles.named("reader")?.id ?? ""
    let names = "/role_assignments?include_names"
    let rows = state.v3("GET", names, token: admin).document.elements("role_assignments")
    #expect(rows.first?["scope"]?["project"]?["domain"]?["name"] == "Default")
    #expect(rows.allSatisfy { $0["user"]?["name"] == "admin" && $0["role"]?["name"] == "admin" })
    let path = "/projects/\(domain)/users/\(user)/roles/\(role)"
    #expect(state.v3("PUT", path, token: admin).status == 204)
    let broken = state.v3("GET", names, token: admin)
    #expect(broken.status == 404)
    #expect(broken.document.text("error", "message") == "Could not find domain: None.")
    #expect(state.v3("DELETE", path, token: admin).status == 204)
    #expect(state.v3("GET", names, token: admin).status == 200)
  }

  @Test(arguments: [
    "user.id=x&group.id=y", "effective&group.id=x", "scope.project.id=x&scope.domain.id=y",
    "include_subtree=true",
  ])
  func someFiltersExcludeEachOther(query: String) throws {
    for release in SandboxRelease.allCases {
      var state = SandboxState.make(release)
      #expect(state.v3("GET", "/role_assignments?" + query).status == 400)
    }
  }
}
