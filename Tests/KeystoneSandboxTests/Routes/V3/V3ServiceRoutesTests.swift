import Testing

@testable import KeystoneSandbox

@Suite struct V3ServiceRoutesTests {
  @Test func servicesMayBeAlikeAndAreChangedInPlace() throws {
    var state = SandboxState.make(.current)
    let first = state.make("service", ["type": "compute", "name": "nova"])
    let second = state.make("service", ["type": "compute", "name": "nova"])
    #expect(first != second)
    let list = state.v3("GET", "/services?type=compute&name=nova").document
    #expect(list.elements("services").count == 2)
    let change: JSONValue = ["service": ["type": "meter", "description": nil, "enabled": false]]
    let changed = state.v3("PATCH", "/services/\(first)", change).document["service"]?.object
    #expect(
      changed?.keys == ["name", "description", "id", "type", "enabled", "links"]
    )
    #expect(changed?["type"] == "meter" && changed?["enabled"] == false)
    #expect(state.v3("DELETE", "/services/\(first)").status == 204)
    #expect(state.v3("GET", "/services/\(first)").status == 404)
  }

  @Test func nameMayBeMissingButNotEmpty() {
    var state = SandboxState.make(.current)
    let made = state.v3("POST", "/services", ["service": ["type": "t"]])
    #expect(made.document["service", "name"] == "")
    for name in ["", nil] as [JSONValue] {
      let sent: JSONValue = ["service": ["type": "t", "name": name]]
      #expect(state.v3("POST", "/services", sent).status == 400)
    }
    #expect(state.v3("POST", "/services", ["service": ["name": "n"]]).status == 400)
  }
}
