import Testing

@testable import KeystoneSandbox

@Suite struct V3LimitRoutesTests {
  private func limited() throws -> (state: SandboxState, admin: String, project: String) {
    var (state, admin) = try SandboxState.bootstrapped()
    let service = state.make("service", ["type": "compute"])
    let project = state.make("project", ["name": "p", "domain_id": "default"])
    let what: JSONObject = ["service_id": .string(service), "resource_name": "servers"]
    var registered = what
    registered["default_limit"] = .number("10")
    var limit = what
    limit["project_id"] = .string(project)
    limit["resource_limit"] = .number("5")
    let first: JSONValue = ["registered_limits": [.object(registered)]]
    #expect(state.v3("POST", "/registered_limits", first, token: admin).status == 201)
    let second: JSONValue = ["limits": [.object(limit)]]
    #expect(state.v3("POST", "/limits", second, token: admin).status == 201)
    return (state, admin, project)
  }

  @Test func memberSeesThoseOfItsProject() throws {
    var (state, admin, project) = try limited()
    let user = state.make("user", ["name": "u", "password": "p", "domain_id": "default"])
    let role = state.roles.named("member", in: "")?.id ?? ""
    _ = state.v3("PUT", "/projects/\(project)/users/\(user)/roles/\(role)", token: admin)
    let token = state.logIn("u", "p", ["project": ["id": .string(project)]])
    #expect(state.v3("GET", "/limits", token: token).document.elements("limits").count == 1)
    let other = state.make("project", ["name": "q", "domain_id": "default"])
    _ = state.v3("PUT", "/projects/\(other)/users/\(user)/roles/\(role)", token: admin)
    let foreign = state.logIn("u", "p", ["project": ["id": .string(other)]])
    #expect(state.v3("GET", "/limits", token: foreign).document.elements("limits").isEmpty)
    let id = state.limits.all[0].id
    #expect(state.v3("GET", "/limits/\(id)", token: token).status == 200)
    #expect(state.v3("GET", "/limits/\(id)", token: foreign).status == 403)
    #expect(state.v3("DELETE", "/limits/\(id)", token: token).status == 403)
  }

  @Test func domainGivenAsAProjectIsADomain() throws {
    var (state, admin, _) = try limited()
    let registered = state.registeredLimits.all[0]
    let sent: JSONValue = [
      "service_id": .string(registered.serviceID), "resource_name": "servers",
      "project_id": "default", "resource_limit": .number("1"),
    ]
    let made = state.v3("POST", "/limits", ["limits": [sent]], token: admin).document
    #expect(made.elements("limits").map { $0["domain_id"] } == ["default"])
    #expect(made.elements("limits").map { $0["project_id"] } == [.null])
  }

  @Test func eitherAProjectOrADomain() throws {
    var (state, admin, project) = try limited()
    let registered = state.registeredLimits.all[0]
    var sent: JSONObject = [
      "service_id": .string(registered.serviceID), "resource_name": "servers",
      "resource_limit": .number("1"),
    ]
    let neither: JSONValue = ["limits": [.object(sent)]]
    #expect(state.v3("POST", "/limits", neither, token: admin).status == 400)
    sent["project_id"] = .string(project)
    sent["domain_id"] = "default"
    let both: JSONValue = ["limits": [.object(sent)]]
    #expect(state.v3("POST", "/limits", both, token: admin).status == 400)
  }
}
