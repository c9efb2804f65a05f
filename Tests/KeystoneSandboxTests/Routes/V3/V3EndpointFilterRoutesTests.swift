import Testing

@testable import KeystoneSandbox

@Suite struct V3EndpointFilterRoutesTests {
  @Test func tiesGoWithTheProjectAndTheEndpoint() {
    var state = SandboxState.make(.current)
    let service = state.make("service", ["type": "compute"])
    let sent: JSONObject = [
      "service_id": .string(service), "interface": "public", "url": "http://a",
    ]
    let (first, second) = (state.make("endpoint", sent), state.make("endpoint", sent))
    let project = state.make("project", ["name": "p", "domain_id": "default"])
    for row in [first, second] {
      let path = "/OS-EP-FILTER/projects/\(project)/endpoints/\(row)"
      #expect(state.v3("PUT", path).status == 204)
    }
    #expect(state.v3("DELETE", "/endpoints/\(first)").status == 204)
    #expect(state.endpointTies.others(of: project) == [second])
    #expect(state.v3("DELETE", "/projects/\(project)").status == 204)
    #expect(state.endpointTies.projects(with: second).isEmpty)
  }

  @Test func domainIsAProjectThere() {
    var state = SandboxState.make(.current)
    let service = state.make("service", ["type": "compute"])
    let sent: JSONObject = [
      "service_id": .string(service), "interface": "public", "url": "http://a",
    ]
    let row = state.make("endpoint", sent)
    let path = "/OS-EP-FILTER/projects/default/endpoints/\(row)"
    #expect(state.v3("PUT", path).status == 204)
    let projects = state.v3("GET", "/OS-EP-FILTER/endpoints/\(row)/projects").document
    #expect(projects.elements("projects").map { $0.object?["is_domain"] } == [true])
  }

  @Test func pikeIsNotAsked() {
    var state = SandboxState.make(.pike)
    #expect(state.v3("GET", "/OS-EP-FILTER/endpoint_groups").status == 404)
  }
}
