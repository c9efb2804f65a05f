import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("The lists over Identity v3")
struct Version3ListsTests {
  private static let seed = """
    regions:
      Bay: {public: http://203.0.113.10, internal: http://192.0.2.10, admin: http://192.0.2.10}
    roles: [operator]
    tenants:
      service: {description: Service users}
    users:
      glance:
        password: {env: GLANCE_PASSWORD}
        email: glance@example.com
        tenant: service
        roles: {service: [operator]}
    services:
      glance:
        type: image
        endpoints: ":9292/$(tenant_id)s"

    """

  private func withCloud(
    _ release: SandboxRelease,
    _ body: (Lab) async throws -> Void
  ) async throws {
    let environment = ["GLANCE_PASSWORD": "ice", "OS_REGION_NAME": "elsewhere"]
    try await withVersion3(release, environment: environment) { lab in
      try lab.declare(Self.seed)
      #expect(await lab.run("apply").status == .success)
      try await body(lab)
    }
  }

  static let lists: [([String], String)] = [
    (["region-list"], "Bay None "), (["domain-list", "-c", "name"], "Default"),
    (["project-list", "--long", "-c", "name", "-c", "description"], "service Service users"),
    (["tenant-list", "-c", "name"], "service"), (["role-list", "-c", "name"], "operator"),
    (["user-list", "--long", "-c", "email", "-c", "name"], "glance@example.com glance"),
    (["user-list", "--project", "service", "-c", "name"], "glance"),
    (["service-list", "-c", "name", "-c", "type"], "glance image"),
    (
      ["endpoint-list", "-c", "region", "-c", "service_name", "-c", "interface", "-c", "url"],
      "Bay glance admin http://192.0.2.10:9292/$(tenant_id)s"
    ),
    (
      ["user-role-list", "--user", "glance", "--project", "service"],
      "operator glance@Default  service@Default   False"
    ),
    (["user-role-list", "-c", "role", "-c", "user"], "admin admin@Default"),
    (["user-role-list", "--effective", "-c", "role"], "admin"),
  ]

  @Test("show the cloud and change nothing", arguments: [SandboxRelease.pike, .current])
  func show(release: SandboxRelease) async throws {
    try await withCloud(release) { lab in
      for (arguments, line) in Self.lists {
        let run = await lab.run(arguments + ["--format", "value"])
        #expect(run.status == .success, "\(arguments): \(run.error)")
        #expect(
          run.output.split(separator: "\n").contains(line[...]),
          "\(arguments): \(run.output)"
        )
        #expect(run.writes.allSatisfy { $0.hasPrefix("POST /v3/auth/tokens") })
        #expect(run.requests.allSatisfy { $0.path.hasPrefix("/v3/") })
      }
    }
  }

  @Test("the catalog has all regions, unless the command line names one")
  func catalog() async throws {
    try await withCloud(.current) { lab in
      let all = await lab.run("catalog")
      #expect(all.status == .success, "\(all.error)")
      #expect(all.output.contains("  public: http://203.0.113.10:9292/"))
      #expect(!all.output.contains("tenant_id"))
      let none = await lab.run("catalog", "--os-region-name", "elsewhere")
      #expect(none.output == "\n")
      let one = await lab.run("catalog", "--service", "image", "-f", "value", "-c", "name")
      #expect(one.output == "glance\n")
    }
  }

  @Test("a name that nobody has is an error, with the nearest one")
  func unknown() async throws {
    try await withCloud(.current) { lab in
      let run = await lab.run("user-list", "--project", "servic")
      #expect(run.status == .failure)
      #expect(run.output.isEmpty)
      #expect(run.error.contains("no project with a name or ID of 'servic' exists"))
      #expect(run.error.contains("Did you mean service?"))
    }
  }

  @Test("no catalog without a scope")
  func unscoped() async throws {
    try await withCloud(.current) { lab in
      let run = await lab.run("catalog", environment: ["OS_PROJECT_NAME": ""])
      #expect(run.status == .failure)
      #expect(run.output.isEmpty)
    }
  }
}
