import Testing

@testable import KeystoneSandbox

@Suite struct RouteTableTests {
  @Test func noRouteIsThereTwiceOnOneApp() {
    for routes in [RouteTable.v2] + SandboxRelease.allCases.map(RouteTable.v3) {
      let keys = routes.flatMap { route in
        route.apps.map { "\($0) \(route.method) \(route.path)" }
      }
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test(arguments: [
    ([SandboxApp.admin], "get_all_projects"), ([.public], "get_projects_for_token"),
    ([.admin, .public], "get_all_projects"), ([.public, .admin], "get_projects_for_token"),
  ])
  func firstAppWins(apps: [SandboxApp], action: String) {
    let found = RouteTable.find("GET", ["tenants"], in: RouteTable.v2, of: apps)
    #expect(found?.route.action == action)
    #expect(found?.app == apps[0])
  }

  @Test func methodAndAppMustMatch() {
    #expect(RouteTable.find("PATCH", ["users"], in: RouteTable.v2, of: [.admin]) == nil)
    #expect(RouteTable.find("GET", ["users"], in: RouteTable.v2, of: [.public]) == nil)
  }

  @Test func headIsAnsweredAsGetWhereNothingElseAnswersIt() {
    let routes = RouteTable.v3(.current)
    let apps = [SandboxApp.public]
    #expect(RouteTable.find("HEAD", ["users"], in: routes, of: apps) == nil)
    #expect(RouteTable.findForHead("HEAD", ["users"], in: routes, of: apps)?.route.method == "GET")
    #expect(RouteTable.findForHead("PUT", ["users"], in: routes, of: apps) == nil)
    #expect(RouteTable.methods(of: ["users"], in: routes) == ["GET", "HEAD", "POST"])
  }
}
