import Testing

@testable import KeystoneSandbox

@Suite struct V3RegionRoutesTests {
  @Test func regionIsMadeEitherWayOnce() throws {
    var state = SandboxState.make(.current)
    let sent: JSONValue = ["region": ["id": "R", "description": nil]]
    let made = state.v3("POST", "/regions", sent)
    #expect(made.status == 201)
    #expect(made.document["region", "description"] == "")
    #expect(state.v3("POST", "/regions", sent).status == 409)
    #expect(state.v3("PUT", "/regions/S", ["region": [:]]).status == 201)
    #expect(state.v3("PUT", "/regions/T", ["region": ["id": "U"]]).status == 400)
    #expect(state.make("region", [:]).utf8.count == 32)
    let orphan: JSONValue = ["region": ["id": "O", "parent_region_id": "nosuch"]]
    #expect(state.v3("POST", "/regions", orphan).status == 404)
  }

  @Test func regionsMakeATreeWithoutCircles() throws {
    var state = SandboxState.make(.current)
    _ = state.make("region", ["id": "A"])
    _ = state.make("region", ["id": "B", "parent_region_id": "A"])
    let circle: JSONValue = ["region": ["parent_region_id": "B"]]
    #expect(state.v3("PATCH", "/regions/A", circle).status == 400)
    let list = state.v3("GET", "/regions?parent_region_id=A").document
    #expect(list.elements("regions").map { $0["id"] } == ["B"])
    let service = state.make("service", ["type": "t"])
    let sent: JSONObject = [
      "service_id": .string(service), "interface": "public", "url": "http://a", "region_id": "B",
    ]
    let endpoint = state.make("endpoint", sent)
    #expect(state.v3("DELETE", "/regions/A").status == 403)
    _ = state.v3("DELETE", "/endpoints/\(endpoint)")
    #expect(state.v3("DELETE", "/regions/A").status == 204)
    #expect(state.v3("GET", "/regions/B").status == 404)
  }

  @Test func anybodySeesThemAndUnknownParametersAreRefusedOnTheNewest() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    _ = state.make("user", ["name": "u", "password": "p"], token: admin)
    let token = state.logIn("u", "p")
    #expect(state.v3("GET", "/regions", token: token).status == 200)
    #expect(state.v3("GET", "/regions?limit=1", token: token).status == 400)
    #expect(state.v3("GET", "/regions", token: nil).status == 401)
    var before = SandboxState.make(.zed)
    #expect(before.v3("GET", "/regions?limit=1").status == 200)
  }

  @Test func lengthIsTheSchemasOrTheColumns() {
    let long: JSONValue = ["region": ["id": .string(String(repeating: "r", count: 256))]]
    for (release, words) in [
      (SandboxRelease.current, "is too long"), (.zed, "String length exceeded"),
      (.pike, "String length exceeded"),
    ] {
      var state = SandboxState.make(release)
      let answer = state.v3("POST", "/regions", long)
      #expect(answer.status == 400)
      #expect(answer.document.text("error", "message").contains(words))
    }
  }

  @Test func databaseMayTakeTwoSpellingsForOne() {
    var options = SandboxState.make(.current).options
    options.nameCollation = .generalCI
    var state = SandboxState(options: options)
    _ = state.make("region", ["id": "regA"])
    #expect(state.v3("POST", "/regions", ["region": ["id": "REGA"]]).status == 409)
    #expect(state.v3("GET", "/regions/REGA").document["region", "id"] == "regA")
  }
}
