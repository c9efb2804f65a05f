import ArgumentParser
import KeystoneClient
import KeystoneSandbox
import TestSupport
import Testing

@testable import KeystoneSeedCLI

/// The commands that show one object, against what the 2014 command printed from the same answers.
@Suite struct GetCommandTests {
  @Test func `tables are those of the old command`() async throws {
    let tables = try RecordedTable.all(in: "Gets")
    #expect(tables.count >= 30)
    for table in tables {
      let command = try KeystoneSeedCommand.parseAsRoot(table.arguments)
      let get = try #require(command as? any GetCommand)
      let isLogin = type(of: get).purpose == .login
      let reader = ListReader.test(RecordedTransport(table.answers), isLogin: isLogin)
      let text = try await get.text(from: reader, isShown: false)
      #expect(Array(text.utf8) == Array(table.output.utf8), "\(table.arguments)")
    }
  }

  private static let commands = ["user-get", "tenant-get", "role-get", "service-get"]

  @Test(arguments: zip(commands, ["nova", "service", "admin", "nova"]))
  func `an object has one table, by its name and by its ID`(
    command: String,
    name: String
  ) async throws {
    try await withSmallCloud { lab in
      let byName = await lab.run(command, name)
      #expect(byName.status == .success, "\(byName.error)")
      #expect(byName.output.hasPrefix("+---"))
      let row = try #require(byName.output.split(separator: "\n").first { $0.contains("  id  ") })
      let id = try #require(row.split(separator: " ").dropLast().last.map(String.init))
      #expect(await lab.run(command, id).output == byName.output)
      #expect(!byName.shown.contains("secret"))
    }
  }

  @Test(arguments: commands)
  func `what there is not is said`(command: String) async throws {
    try await withSmallCloud { lab in
      let run = await lab.run(command, "nowhere")
      #expect(run.status == .failure)
      #expect(run.output.isEmpty)
      let kind = command.prefix { $0 != "-" }
      #expect(run.error.hasPrefix("error: no \(kind) with a name or ID of 'nowhere' exists\n"))
    }
  }

  @Test func `a token is got by logging in`() async throws {
    try await withVerifiedCloud { lab in
      let run = await lab.run("token-get")
      #expect(run.status == .success, "\(run.error)")
      #expect(run.output.contains("| tenant_id |"))
      let row = try #require(run.output.split(separator: "\n").first { $0.contains("   id   ") })
      let token = try #require(row.split(separator: " ").dropLast().last.map(String.init))
      let environment = [
        "OS_SERVICE_TOKEN": token, "OS_SERVICE_ENDPOINT": lab.sandbox.adminURL, "OS_USERNAME": "",
        "OS_PASSWORD": "", "OS_TENANT_NAME": "", "OS_AUTH_URL": "",
      ]
      #expect(await lab.run("user-list", environment: environment).status == .success)
    }
    try await withLab { lab in
      let run = await lab.run("token-get")
      #expect(run.status == .failure)
      #expect(run.error.contains("stands for nobody"))
    }
  }

  @Test func `a URL is the catalog's`() async throws {
    try await withVerifiedCloud { lab in
      let run = await lab.run(
        "endpoint-get",
        "--service",
        "compute",
        "--endpoint-type",
        "internalURL"
      )
      #expect(run.output.contains("| compute.internalURL | http://10.1.0.10:8774/v2/"))
      let none = await lab.run("endpoint-get", "--service", "nosuch")
      #expect(none.status == .failure)
      #expect(none.error == "error: publicURL endpoint for nosuch service not found\n")
    }
  }

  @Test func `a URL is that of the region, be it an option's or the environment's`() async throws {
    try await withVerifiedCloud { lab in
      let services = try await lab.outsider.services()
      _ = try await lab.outsider.createEndpoint(
        NewEndpoint(
          serviceID: try #require(services.only).id,
          region: "Other",
          publicURL: "http://other:8774"
        )
      )
      func urls(_ arguments: String..., region: String? = nil) async -> Lab.Run {
        await lab.run(
          ["endpoint-get", "--service", "compute"] + arguments,
          environment: region.map { ["OS_REGION_NAME": $0] } ?? [:]
        )
      }
      let other = "| compute.publicURL | http://other:8774 |"
      #expect(await urls(region: "Other").output.contains(other))
      #expect(await urls("--os-region-name", "Other", region: "RegionOne").output.contains(other))
      #expect(!(await urls(region: "RegionOne").output.contains("http://other")))
      let none = await urls(region: "Nowhere")
      #expect(none.status == .failure)
      #expect(
        none.error == """
          error: publicURL endpoint for compute service not found
            Only region Nowhere was looked at, as --os-region-name or OS_REGION_NAME says.

          """
      )
    }
  }

  @Test(arguments: [
    (["user-get", "admin"], "user show USER"), (["tenant-get", "admin"], "project show PROJECT"),
    (["role-get", "admin"], "role show ROLE"), (["service-get", "x"], "service show SERVICE"),
    (["endpoint-get", "--service", "x"], "catalog show TYPE"), (["token-get"], "token issue"),
  ])
  func `over v3 the openstack command's word for it is said`(
    arguments: [String],
    successor: String
  ) async throws {
    try await withVersion3(.current) { lab in
      let run = await lab.run(arguments)
      #expect(run.status == .failure)
      #expect(run.output.isEmpty)
      #expect(
        run.error == """
          error: \(arguments[0]) is a command of 2014, which needs version 2.0 of the Identity API, \
          and version 3 is spoken
            Over v3 it is: openstack \(successor).

          """
      )
    }
  }
}
