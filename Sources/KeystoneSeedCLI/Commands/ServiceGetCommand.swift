import ArgumentParser
import KeystoneClient

/// `keystone-seed service-get`: one service, as in 2014.
struct ServiceGetCommand: GetCommand {
  static let configuration = CommandConfiguration(
    commandName: "service-get",
    abstract: "Show a service as the 2014 command did (v2.0 alone).",
    discussion: "Over v3 it is openstack service show SERVICE."
  )
  static let successor = "service show SERVICE"

  @Argument(help: ArgumentHelp("A name or an ID.", valueName: "service"))
  var service: String

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func properties(from reader: ListReader, region: String?) async throws -> JSONObject {
    try await reader.wholeObject(of: .service, service, in: .services)
  }
}
