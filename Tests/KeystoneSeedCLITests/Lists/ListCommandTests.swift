import ArgumentParser
import KeystoneSandbox
import Testing

@testable import KeystoneSeedCLI

@Suite struct ListCommandTests {
  /// Each command with its columns over v2.0, and over v3.
  static let commands: [(String, String?, String)] = [
    (
      "user-list", "id, name, enabled, email",
      "ID, Name, Project, Domain, Description, Email, Enabled"
    ),
    ("tenant-list", "id, name, enabled", "ID, Name, Domain ID, Description, Enabled"),
    ("project-list", "id, name, enabled", "ID, Name, Domain ID, Description, Enabled"),
    ("role-list", "id, name", "ID, Name, Domain"),
    ("service-list", "id, name, type, description", "ID, Name, Type, Description, Enabled"),
    (
      "endpoint-list", "id, region, publicurl, internalurl, adminurl, service_id",
      "ID, Region, Service Name, Service Type, Enabled, Interface, URL"
    ),
    (
      "user-role-list", "id, name, user_id, tenant_id",
      "Role, User, Group, Project, Domain, System, Inherited"
    ),
    ("region-list", nil, "Region, Parent Region, Description"),
    ("domain-list", nil, "ID, Name, Enabled, Description"),
    ("group-list", nil, "ID, Name, Domain ID, Description"),
    ("assignment-list", nil, "Role, User, Group, Project, Domain, System, Inherited"),
    (
      "catalog", "service, name, region, publicURL, internalURL, adminURL, id",
      "Name, Type, Endpoints"
    ),
  ]

  let screen = Screen()

  @Test func unknownColumnIsWrongUsageAndThoseOfTheVersionAreNamed() async throws {
    func expect(_ columns: String, _ command: String, _ run: Lab.Run) {
      #expect(run.status == .usage)
      #expect(run.output.isEmpty)
      let usage = """
        error: There is no column 'nme\\x07'; there are \(columns).
        Usage: keystone-seed \(command) <options>
          See 'keystone-seed \(command) --help' for more information.

        """
      #expect(run.error == usage)
    }
    try await withLab { lab in
      for (command, columns, _) in Self.commands {
        guard let columns else { continue }
        expect(columns, command, await lab.run(command, "--column", "nme\u{7}"))
      }
    }
    try await withVersion3(.current) { lab in
      for (command, _, columns) in Self.commands {
        expect(columns, command, await lab.run(command, "-c", "nme\u{7}"))
      }
    }
  }

  @Test(arguments: commands.map(\.0))
  func withoutAConnectionNothingIsPrinted(_ command: String) async {
    let status = await Program.run([command], in: .test(screen: screen))
    #expect(status != .success)
    #expect(screen.output.isEmpty)
    #expect(screen.error.hasPrefix("error: "))
  }

  @Test(arguments: commands.map(\.0))
  func helpNamesTheFormats(_ command: String) async {
    let status = await Program.run([command, "--help"], in: .test(screen: screen))
    #expect(status == .success)
    #expect(screen.output.contains("values: table, json, csv"))
    #expect(screen.output.contains("byte for byte"))
  }

  @Test func usersOfATenantAreAskedForByItsID() async throws {
    let transport = RecordedTransport([
      .init("/tenants", #"{"tenants":[{"id":"2bb3","name":"service"}]}"#),
      .init("/tenants/2bb3/users", #"{"users":[{"id":"1","name":"nova"}]}"#),
    ])
    let command = try UserListCommand.parse(["--tenant", "service", "-f", "value", "-c", "name"])
    #expect(try await command.text(from: .test(transport), isShown: false) == "nova\n")
    #expect(
      transport.requests == [
        "GET /tenants/service", "GET /tenants", "GET /tenants/2bb3/users",
      ]
    )
  }

  @Test func endpointsAreSortedByID() async throws {
    let transport = RecordedTransport([
      .init("/endpoints", #"{"endpoints":[{"id":"b","region":"a"},{"id":"a","region":"b"}]}"#)
    ])
    let command = try EndpointListCommand.parse(["-f", "value", "-c", "id"])
    #expect(try await command.text(from: .test(transport), isShown: false) == "a\nb\n")
  }

  @Test func columnOfAnotherListIsSaidToBeNone() async throws {
    let transport = RecordedTransport([
      .init("/users", #"{"users":[]}"#),
      .init("/services", #"{"services":[],"links":{}}"#),
    ])
    let users = try UserListCommand.parse(["-c", "Domain"])
    await #expect(
      throws: ListError.noColumn("Domain", columns: UserListCommand.columns, others: [])
    ) {
      try await users.text(from: .test(transport), isShown: false)
    }
    let services = try ServiceListCommand.parse(["-c", "description"])
    let error = await #expect(throws: ListError.self) {
      try await services.text(from: V3ListReader.recorded(transport), isShown: false)
    }
    #expect(error?.message.hints == ["It has more with --long."])
  }

  @Test func columnsAreSpelledEitherWay() async throws {
    let transport = RecordedTransport([
      .init("/users", #"{"users":[{"id":"1","name":"nova"}]}"#),
      .init(
        "/services",
        #"{"services":[{"id":"s","name":"nova","type":"compute"}],"links":{}}"#
      ),
      .init(
        "/endpoints",
        #"{"endpoints":[{"id":"e","service_id":"s"},{"id":"f","service_id":"gone"}],"links":{}}"#
      ),
    ])
    let users = try UserListCommand.parse(["-f", "value", "-c", "Name", "-c", "ID"])
    #expect(try await users.text(from: .test(transport), isShown: false) == "nova 1\n")
    let endpoints = try EndpointListCommand.parse(["-f", "csv", "-c", "service_name", "-c", "id"])
    #expect(
      try await endpoints.text(from: V3ListReader.recorded(transport), isShown: false)
        == "\"Service Name\",\"ID\"\n\"nova\",\"e\"\n\"\",\"f\"\n"
    )
  }
}
