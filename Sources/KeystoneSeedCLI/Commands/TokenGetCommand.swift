import ArgumentParser
import KeystoneClient
import Texts

/// `keystone-seed token-get`: a token of one's own, as in 2014.
struct TokenGetCommand: GetCommand {
  static let configuration = CommandConfiguration(
    commandName: "token-get",
    abstract: "Log in, and show the token as the 2014 command did (v2.0 alone).",
    discussion: """
      The token is a secret that it prints, for scripts that send it along. Over v3 it is openstack \
      token issue.
      """
  )
  static let purpose = Connector.Purpose.login
  static let successor = "token issue"

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func properties(from reader: ListReader, region: String?) async throws -> JSONObject {
    guard let caller = try await reader.caller() else { throw ListError.noLogin }
    let members: [JSONObject.Member?] = [
      caller.validity.expires.map { ("expires", .string($0)) },
      ("id", .string(caller.token.exposed())),
      caller.tenant.map { ("tenant_id", .string($0.id)) },
      ("user_id", .string(caller.userID)),
    ]
    return JSONObject(members.compactMap { $0 })
  }
}
