import KeystoneClient
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite("What apply made is what the lists show")
struct ListsTests {
  @Test func tablesShowTheCloud() async throws {
    try await withSmallCloud { lab in
      let services = await lab.run(
        "service-list",
        "--column",
        "name",
        "--column",
        "type",
        "--column",
        "description"
      )
      #expect(services.status == .success)
      #expect(services.error.isEmpty)
      #expect(
        services.output == """
          +------+---------+-------------+
          | name |   type  | description |
          +------+---------+-------------+
          | nova | compute |   Compute   |
          +------+---------+-------------+

          """
      )
      let users = await lab.run("user-list", "-c", "name", "-c", "email", "-f", "csv")
      #expect(users.output == "name,email\nnova,nova@example.com\n")
      let members = await lab.run("user-list", "--tenant", "ops", "--format", "json")
      #expect(members.output == "[]\n")
      let roles = await lab.run(
        "user-role-list",
        "--user",
        "nova",
        "--tenant",
        "service",
        "-c",
        "name",
        "-f",
        "value"
      )
      #expect(roles.output.split(separator: "\n").contains("admin"))
      #expect(services.writes + users.writes + members.writes + roles.writes == [])
    }
  }

  @Test func catalogIsThatOfWhoLogsIn() async throws {
    try await withSmallCloud { lab in
      var lab = lab
      lab.environment = [
        "OS_USERNAME": "nova", "OS_PASSWORD": SmallCloud.password, "OS_TENANT_NAME": "service",
        "OS_AUTH_URL": lab.sandbox.publicURL,
      ]
      let run = await lab.run("catalog", "--service", "compute")
      #expect(run.status == .success)
      #expect(run.output.hasPrefix("Service: compute\n+"))
      #expect(run.output.contains("http://203.0.113.10:8774/v2/"))
      #expect(!run.output.contains("tenant_id"))
      #expect(run.requests.map(\.path) == ["/v2.0/tokens"])
      let elsewhere = await lab.run("catalog", "--os-region-name", "nowhere")
      #expect(elsewhere.status == .success)
      #expect(elsewhere.output.isEmpty)
    }
  }

  @Test func adminTokenHasNeitherCatalogNorRoles() async throws {
    try await withLab { lab in
      for command in ["catalog", "user-role-list"] {
        let run = await lab.run(command)
        #expect(run.status == .failure)
        #expect(run.output.isEmpty)
        #expect(run.error.hasPrefix("error: the token in use "))
      }
    }
  }

  @Test func publicAddressIsNoEmptyCloud() async throws {
    try await withLab { lab in
      for command in ["user-list", "tenant-list", "role-list", "service-list", "endpoint-list"] {
        let run = await lab.run(
          command,
          environment: ["OS_SERVICE_ENDPOINT": lab.sandbox.publicURL]
        )
        #expect(run.status == .failure, "\(command)")
        #expect(run.output.isEmpty, "\(command)")
      }
    }
  }

  @Test func hostileNameCannotSteerATerminal() async throws {
    try await withLab { lab in
      _ = try await lab.outsider.createRole(named: "\u{1B}]0;owned\u{7}")
      let shown = await lab.run("role-list", terminal: .present)
      #expect(shown.output.contains(#"\x1b]0;owned\x07"#))
      #expect(!shown.output.contains("\u{1B}"))
      let piped = await lab.run("role-list")
      #expect(piped.output.contains("\u{1B}]0;owned\u{7}"))
    }
  }
}
