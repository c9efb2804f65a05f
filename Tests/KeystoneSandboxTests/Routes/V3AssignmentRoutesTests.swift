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
}
