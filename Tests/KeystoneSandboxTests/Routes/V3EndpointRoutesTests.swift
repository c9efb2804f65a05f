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

  @Test func nothingElseOfV3IsServed() {
    var state = SandboxState.make()
    for (method, path) in [
      ("GET", "/v3"), ("GET", "/v3/users"), ("POST", "/v3/endpoints"), ("POST", "/v3/auth/tokens"),
    ] {
      #expect(state.answer(.make(method, path, token: "ADMIN")).status == 404)
    }
    #expect(state.answer(.make("GET", "/v3/endpoints")).status == 401)
  }
}
