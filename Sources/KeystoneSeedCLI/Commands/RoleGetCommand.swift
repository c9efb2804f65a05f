import ArgumentParser
import KeystoneClient

/// `keystone-seed role-get`: one role, as in 2014.
struct RoleGetCommand: GetCommand {
  static let configuration = CommandConfiguration(
    commandName: "role-get",
    abstract: "Show a role as the 2014 command did (v2.0 alone).",
    discussion: "Over v3 it is openstack role show ROLE."
  )
  static let successor = "role show ROLE"

  @Argument(help: ArgumentHelp("A name or an ID.", valueName: "role"))
  var role: String

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func properties(from reader: ListReader, region: String?) async throws -> JSONObject {
    try await reader.wholeObject(of: .role, role, in: .roles)
  }
}
