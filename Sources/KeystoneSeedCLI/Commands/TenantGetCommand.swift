import ArgumentParser
import KeystoneClient

/// `keystone-seed tenant-get`: one tenant, as in 2014.
struct TenantGetCommand: GetCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant-get",
    abstract: "Show a tenant as the 2014 command did (v2.0 alone).",
    discussion: "Over v3 it is openstack project show PROJECT."
  )
  static let successor = "project show PROJECT"

  @Argument(help: ArgumentHelp("A name or an ID.", valueName: "tenant"))
  var tenant: String

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func properties(from reader: ListReader, region: String?) async throws -> JSONObject {
    try await reader.wholeObject(of: .tenant, tenant, in: .tenants)
  }
}
