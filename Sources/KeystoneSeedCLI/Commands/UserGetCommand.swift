import ArgumentParser
import KeystoneClient

/// `keystone-seed user-get`: one user, as in 2014.
struct UserGetCommand: GetCommand {
  static let configuration = CommandConfiguration(
    commandName: "user-get",
    abstract: "Show a user as the 2014 command did (v2.0 alone).",
    discussion: "Over v3 it is openstack user show USER."
  )
  static let successor = "user show USER"

  @Argument(help: ArgumentHelp("A name or an ID.", valueName: "user"))
  var user: String

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func properties(from reader: ListReader, region: String?) async throws -> JSONObject {
    try await reader.wholeObject(of: .user, user, in: .users)
  }
}
