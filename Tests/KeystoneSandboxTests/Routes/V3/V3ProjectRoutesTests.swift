import Testing

@testable import KeystoneSandbox

@Suite struct V3ProjectRoutesTests {
  @Test func projectIsMadeInTheDomainOfTheToken() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let made = state.v3("POST", "/projects", ["project": ["name": " p ", "x": true]], token: admin)
    #expect(made.status == 201)
    let project = made.document["project"]?.object ?? [:]
    #expect(
      project.keys == [
        "x", "id", "name", "domain_id", "description", "enabled", "parent_id", "is_domain", "tags",
        "options", "links",
      ]
    )
    #expect(project["name"] == "p" && project["domain_id"] == "default")
    #expect(project["parent_id"] == "default" && project["description"] == "")
    let again = state.v3("POST", "/projects", ["project": ["name": "p"]], token: admin)
    #expect(again.status == 409)
    let other = state.make("domain", ["name": "d"], token: admin)
    let there: JSONValue = ["project": ["name": "p", "domain_id": .string(other)]]
    #expect(state.v3("POST", "/projects", there, token: admin).status == 201)
    #expect(state.v3("POST", "/projects", there).status == 409)
    #expect(state.v3("POST", "/projects", ["project": ["name": "q"]]).status == 400)
  }

  @Test func renamingToATakenNameStumblesUnlessTheIDIsInTheBody() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let id = state.make("project", ["name": "p"], token: admin)
    let path = "/projects/\(id)"
    let plain = state.v3("PATCH", path, ["project": ["name": "admin"]], token: admin)
    #expect(plain.status == 500)
    #expect(plain.header("Content-Type") == "text/html")
    let change: JSONValue = ["project": ["name": "admin", "id": .string(id)]]
    #expect(state.v3("PATCH", path, change, token: admin).status == 409)
  }

  @Test(arguments: [
    ("domain_id", "other", 400), ("parent_id", "other", 403), ("id", "other", 400),
  ])
  func someThingsStay(key: String, value: String, status: Int) throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let id = state.make("project", ["name": "p"], token: admin)
    let change: JSONValue = ["project": [key: .string(value)]]
    #expect(state.v3("PATCH", "/projects/\(id)", change, token: admin).status == status)
  }

  @Test func treeHasFiveLevelsAndIsNotCutAbove() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    var ids = ["default"]
    for level in 1...5 {
      let sent: JSONObject = ["name": .string("l\(level)"), "parent_id": .string(ids[level - 1])]
      ids.append(state.make("project", sent, token: admin))
    }
    let sixth: JSONValue = ["project": ["name": "l6", "parent_id": .string(ids[5])]]
    #expect(state.v3("POST", "/projects", sixth, token: admin).status == 403)
    #expect(state.v3("DELETE", "/projects/\(ids[1])", token: admin).status == 403)
    let off: JSONValue = ["project": ["enabled": false]]
    #expect(state.v3("PATCH", "/projects/\(ids[1])", off, token: admin).status == 403)
    #expect(state.v3("PATCH", "/projects/\(ids[5])", off, token: admin).status == 200)
    let shown = state.v3("GET", "/projects/\(ids[2])?parents_as_ids&subtree_as_ids", token: admin)
    let parents: JSONValue = [ids[1]: ["default": nil]]
    #expect(shown.document["project", "parents"] == parents)
    let below: JSONValue = [ids[3]: [ids[4]: [ids[5]: nil]]]
    #expect(shown.document["project", "subtree"] == below)
    let gone = state.v3("POST", "/projects", ["project": ["name": "x", "parent_id": "nosuch"]])
    #expect(gone.status == 400)
  }

  @Test func immutableTakesTwoRequests() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let sent: JSONObject = ["name": "p", "options": ["immutable": true]]
    let path = "/projects/" + state.make("project", sent, token: admin)
    let mutable: JSONValue = ["immutable": false]
    let both: JSONValue = ["project": ["description": "x", "options": mutable]]
    #expect(state.v3("PATCH", path, both, token: admin).status == 403)
    #expect(state.v3("DELETE", path, token: admin).status == 403)
    let alone: JSONValue = ["project": ["options": ["immutable": nil]]]
    let changed = state.v3("PATCH", path, alone, token: admin)
    #expect(changed.document["project", "options"] == [:])
    #expect(state.v3("DELETE", path, token: admin).status == 204)
  }

  @Test func pikeKnowsNeitherTagsNorOptions() throws {
    var state = SandboxState.make(.pike)
    let sent: JSONValue = [
      "project": ["name": "p", "domain_id": "default", "tags": ["a"], "options": ["x": true]]
    ]
    let project = state.v3("POST", "/projects", sent).document["project"]?.object ?? [:]
    #expect(project["options"] == ["x": true])
    #expect(state.send("GET", "/tenants").document.elements("tenants").count == 1)
    #expect(state.v3("GET", "/projects/x/tags").status == 404)
    let other = state.make("domain", ["name": "d"])
    _ = state.make("project", ["name": "q", "domain_id": .string(other)])
    #expect(state.send("GET", "/tenants").document.elements("tenants").count == 1)
  }
}
