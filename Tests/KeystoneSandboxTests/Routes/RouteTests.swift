import Testing

@testable import KeystoneSandbox

@Suite struct RouteTests {
  private let route = Route("GET", ["tenants", .tenant, "users"], action: "x") {
    _,
    _ throws(Refusal) in .nothing
  }

  @Test func idsAreTakenFromThePath() {
    #expect(route.match(["tenants", "abc", "users"]) == [.tenant: "abc"])
  }

  @Test(arguments: [
    [], ["tenants"], ["tenants", "abc"], ["Tenants", "abc", "users"],
    ["tenants", "abc", "users", "x"],
  ])
  func otherPathsDoNotMatch(segments: [String]) {
    #expect(route.match(segments) == nil)
  }
}
