import Testing

@testable import KeystoneSandbox

@Suite struct V3EndpointRoutesTests {
  @Test func idThatBothVersionsListBelongsToV3() throws {
    var state = SandboxState.make()
    state.services.store(Service(id: "s", name: "", type: "t", enabled: true, extra: [:]))
    let own = try state.createEndpoint(["service_id": "s", "publicurl": "http://p"])
    let added = state.addForeignEndpoint("s", "R", [(.public, "http://f")])
    let foreign = try #require(added)[0]
    let v3 = state.answer(.make("GET", "/v3/endpoints", token: "ADMIN")).document
    let v3IDs = Set(v3.elements("endpoints").compactMap { $0.object?["id"]?.string })
    let v2IDs = state.endpointDocuments.compactMap { $0["id"]?.string }
    #expect(v2IDs.filter(v3IDs.contains) == [foreign.id])
    #expect(v2IDs.filter { !v3IDs.contains($0) } == [own["id"]?.string])
  }

  @Test func rowsAreMadeChangedAndDeletedOneByOne() throws {
    var state = SandboxState.make(.current)
    let service = state.make("service", ["type": "compute", "name": "nova"])
    let url = "http://a/$(project_id)s"
    let sent: JSONObject = [
      "service_id": .string(service), "interface": "public", "url": .string(url), "region": "R",
    ]
    let row = state.make("endpoint", sent)
    #expect(state.regions.named("R") != nil)
    var changed = state.v3("PATCH", "/endpoints/\(row)", ["endpoint": ["url": "http://$(x)s"]])
    #expect(changed.document.text("endpoint", "url") == "http://$(x)s")
    changed = state.v3("PATCH", "/endpoints/\(row)", ["endpoint": ["region_id": nil]])
    #expect(changed.document["endpoint", "region"] == .null)
    #expect(state.v3("DELETE", "/endpoints/\(row)").status == 204)
    #expect(state.v3("DELETE", "/endpoints/\(row)").status == 404)
  }

  @Test(arguments: [
    ("url", "nonsense", "does not match"), ("url", "http://$(nonsense)s", "invalid URL"),
    ("url", "http://$(public_port)s", "invalid URL"), ("interface", "Public", "is not one of"),
    ("service_id", "nosuch", "service table"), ("region_id", "nosuch", "region table"),
  ])
  func whatNoEndpointCanBeIs400(key: String, value: String, words: String) throws {
    var state = SandboxState.make(.current)
    let service = state.make("service", ["type": "compute"])
    var sent: JSONObject = [
      "service_id": .string(service), "interface": "public", "url": "http://a",
    ]
    sent[key] = .string(value)
    let answer = state.v3("POST", "/endpoints", ["endpoint": .object(sent)])
    #expect(answer.status == 400)
    #expect(answer.document.text("error", "message").contains(words))
  }

  @Test(arguments: SandboxRelease.allCases)
  func templateIsCheckedAtCreationAlone(release: SandboxRelease) {
    var state = SandboxState.make(release)
    let service = state.make("service", ["type": "compute"])
    var sent: JSONObject = [
      "service_id": .string(service), "interface": "public", "url": "http://$(nonsense)s",
    ]
    #expect(state.v3("POST", "/endpoints", ["endpoint": .object(sent)]).status == 400)
    sent["url"] = "http://a"
    let row = state.make("endpoint", sent)
    let change: JSONValue = ["endpoint": ["url": "http://$(nonsense)s"]]
    #expect(state.v3("PATCH", "/endpoints/\(row)", change).status == 200)
  }

  @Test func nextPageIsTheFirstOneAgain() throws {
    var state = SandboxState.make(.current)
    let service = state.make("service", ["type": "compute"])
    for _ in 1...3 {
      let sent: JSONObject = [
        "service_id": .string(service), "interface": "public", "url": "http://a",
      ]
      _ = state.make("endpoint", sent)
    }
    let first = state.v3("GET", "/endpoints?limit=2").document
    let marker = try #require(first.elements("endpoints").last?.object?["id"]?.string)
    #expect(first["truncated"] == true)
    let second = state.v3("GET", "/endpoints?limit=2&marker=\(marker)").document
    #expect(second.elements("endpoints") == first.elements("endpoints"))
    #expect(state.v3("GET", "/endpoints").document.elements("endpoints").count == 3)
  }
}
