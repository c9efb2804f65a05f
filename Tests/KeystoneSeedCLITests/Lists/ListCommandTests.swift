import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

@Suite struct ListCommandTests {
  static let commands: [(String, [String])] = [
    ("user-list", ["id", "name", "enabled", "email"]),
    ("tenant-list", ["id", "name", "enabled"]),
    ("role-list", ["id", "name"]),
    ("service-list", ["id", "name", "type", "description"]),
    (
      "endpoint-list",
      ["id", "region", "publicurl", "internalurl", "adminurl", "service_id"]
    ),
    ("user-role-list", ["id", "name", "user_id", "tenant_id"]),
    (
      "catalog",
      ["service", "name", "region", "publicURL", "internalURL", "adminURL", "id"]
    ),
  ]

  let screen = Screen()

  @Test(arguments: commands)
  func unknownColumnIsWrongUsage(_ command: String, _ columns: [String]) async {
    let status = await Program.run(
      [command, "--column", "id", "--column", "nme\u{7}"],
      in: .test(screen: screen)
    )
    #expect(status == .usage)
    #expect(screen.output.isEmpty)
    #expect(
      screen.error.hasPrefix(
        "error: There is no column 'nme\\x07'; there are \(columns.joined(separator: ", "))."
      )
    )
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
}
