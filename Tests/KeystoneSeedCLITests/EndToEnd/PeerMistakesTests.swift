import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

@Suite("What others get wrong about a catalog and its users")
struct PeerMistakesTests {
  private func withSeed(_ seed: String, _ body: (Lab) async throws -> Void) async throws {
    try await withLab { lab in
      try lab.declare(seed)
      try await body(lab)
    }
  }

  private func expectConvergence(_ lab: Lab) async {
    let run = await lab.run("apply")
    #expect(run.status == .success, "\(run.shown)")
    let again = await lab.run("apply")
    #expect(again.output == "No changes.\n")
    #expect(again.writes == [])
  }

  @Test(
    "A11 names with a dot, a comma, a pipe and a pattern in them are names (openstack-helm's grep)"
  )
  func oddNames() async throws {
    let seed = """
      regions: {"r.1": }
      roles: ["a,b", "a.b", "a|b", "a*b", "a b"]
      tenants: {"t,1": {}, "t.1": {}}
      services:
        "n|v": {type: "comp.ute", endpoints: {"r.1": {public: "http://h:8774"}}}
        "n.v": {type: "compXute", endpoints: {"r.1": {public: "http://h:8774"}}}

      """
    try await withSeed(seed) { lab in
      await expectConvergence(lab)
      let roles = try await lab.outsider.roles().map(\.name)
      #expect(Set(roles) == ["a,b", "a.b", "a|b", "a*b", "a b"])
    }
  }

  @Test("A30 quotes and accents in names and passwords go there and back (shell scripts)")
  func unicode() async throws {
    let seed = """
      roles: ["o'bé"]
      tenants: {"tënant \\"x\\"": {description: "$x!'\\\\ 東京"}}
      users:
        "zoë o'bé":
          password: "$x!'\\"\\\\ ü"
          roles: {"tënant \\"x\\"": ["o'bé"]}

      """
    try await withSeed(seed) { lab in
      await expectConvergence(lab)
      let users = try await lab.outsider.users().map(\.name)
      let tenants = try await lab.outsider.tenants()
      #expect(users == ["zoë o'bé"])
      #expect(tenants.map(\.name) == ["tënant \"x\""])
      #expect(tenants.map(\.description) == ["$x!'\\ 東京"])
    }
  }

  @Test("A14 one name with two types is two services (puppet, monasca)")
  func oneNameTwoTypes() async throws {
    let seed = """
      regions: {one: {public: "http://h"}}
      services:
        heat: {type: orchestration, endpoints: {public: ":8004/v1/$(tenant_id)s"}}
        heat-cfn: {name: heat, type: cloudformation, endpoints: {public: ":8000/v1"}}

      """
    try await withSeed(seed) { lab in
      await expectConvergence(lab)
      let services = try await lab.outsider.services()
      #expect(services.map(\.name) == ["heat", "heat"])
      #expect(Set(services.map(\.type)) == ["orchestration", "cloudformation"])
    }
  }

  @Test("A15 an admin URL is added and the others stay where they are (puppet zips them)")
  func addedURL() async throws {
    try await withSmallCloud { lab in
      let row = try #require(try await lab.outsider.endpoints().only)
      let service = try #require(row.serviceID)
      try await lab.outsider.deleteEndpoint(id: row.id)
      _ = try await lab.outsider.createEndpoint(
        NewEndpoint(
          serviceID: service,
          region: "one",
          publicURL: row.publicURL ?? "",
          internalURL: row.internalURL
        )
      )
      let run = await lab.run("apply", "--yes")
      let after = try #require(try await lab.outsider.endpoints().only)
      #expect(run.status == .success)
      #expect(run.output.contains("      admin       (none) -> http://203.0.113.10:8774"))
      #expect(!run.output.contains("      public "))
      #expect(after.publicURL == row.publicURL)
      #expect(after.internalURL == row.internalURL)
      #expect(after.adminURL == row.adminURL)
    }
  }

  @Test("A16 duplicates are named by ID, and all but one go (ansible: \"not unique\")")
  func duplicates() async throws {
    try await withSmallCloud { lab in
      let row = try #require(try await lab.outsider.endpoints().only)
      let service = try #require(row.serviceID)
      let duplicate = try await lab.outsider.createEndpoint(
        NewEndpoint(
          serviceID: service,
          region: "one",
          publicURL: row.publicURL ?? "",
          internalURL: row.internalURL,
          adminURL: row.adminURL
        )
      )
      let gone = max(row.id, duplicate.id)
      let plan = await lab.run("plan")
      #expect(plan.output.contains("  - endpoint compute/nova in one    duplicate, id \(gone)\n"))
      let run = await lab.run("apply", "--yes")
      let after = try await lab.outsider.endpoints().map(\.id)
      #expect(run.status == .success)
      #expect(after == [min(row.id, duplicate.id)])
    }
  }

  @Test("A22 the role that Keystone makes itself is Keystone's (a seed that made it first)")
  func memberRole() async throws {
    let seed = SmallCloud.seed
      .replacing("{service: [admin]}", with: "{service: [admin, _member_]}")
      .replacing("{env: NOVA_PASSWORD}", with: "x-secret")
    try await withSeed(seed) { lab in
      await expectConvergence(lab)
      let roles = try await lab.outsider.roles().filter { $0.name == "_member_" }
      #expect(roles.map(\.id) == ["9fe2ff9ee4384b1894a90878d3e92bab"])
    }
  }

  @Test("A26 what v3 made is named, and nothing is deleted in its place")
  func madeThroughV3() async throws {
    try await withSmallCloud { lab in
      let row = try #require(try await lab.outsider.endpoints().only)
      let service = try #require(row.serviceID)
      try await lab.outsider.deleteEndpoint(id: row.id)
      let id = try #require(
        try lab.sandbox.addForeignEndpoint(
          serviceID: service,
          region: "one",
          publicURL: "http://192.0.2.1:8774"
        )
      )
      let plan = await lab.run("plan", "--detailed-exitcode")
      #expect(plan.status == .changesPending)
      #expect(plan.output.contains("endpoint compute/nova in one, id \(id), stays as it is"))
      let run = await lab.run("apply", "--yes")
      let endpoints = try await lab.outsider.endpoints()
      #expect(run.status == .failure)
      #expect(run.writes.allSatisfy { !$0.hasPrefix("DELETE ") })
      #expect(endpoints.contains { $0.id == id })
    }
  }

  @Test("A29 another spelling of a template is no difference (os-cloud-config mixes both)")
  func templates() async throws {
    try await withSmallCloud { lab in
      try lab.declare(SmallCloud.seed.replacing("$(tenant_id)s", with: "%(tenant_id)s"))
      let run = await lab.run("plan", "--detailed-exitcode")
      #expect(run.status == .success)
      #expect(run.output == "No changes.\n")
    }
  }

  @Test("A33 an IPv6 address in a URL gets its brackets (os-cloud-config)")
  func addresses() async throws {
    let seed = """
      variables: {host: "fd00::1"}
      regions: {one: {public: "http://${host}"}}
      services: {nova: {type: compute, endpoints: {public: ":8774"}}}

      """
    try await withSeed(seed) { lab in
      await expectConvergence(lab)
      let urls = try await lab.outsider.endpoints().map(\.publicURL)
      #expect(urls == ["http://[fd00::1]:8774"])
    }
  }

  @Test("A40 twenty endpoints in a new region are twenty rows (409s when made at once)")
  func newRegion() async throws {
    let services = (1...20).map {
      "  s\($0): {type: t\($0), endpoints: {public: \":80/\($0)\"}}\n"
    }
    let seed = "regions: {one: {public: \"http://h\"}}\nservices:\n\(services.joined())"
    try await withSeed(seed) { lab in
      let run = await lab.run("apply", "--parallelism", "8")
      let endpoints = try await lab.outsider.endpoints()
      #expect(run.status == .success)
      #expect(endpoints.count == 20)
      let creates = run.requests.filter { $0.method == "POST" && $0.path == "/v2.0/endpoints" }
      #expect(creates.count == 20)
    }
  }
}
