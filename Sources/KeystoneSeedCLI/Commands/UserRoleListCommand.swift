import ArgumentParser
import IdentityModel
import KeystoneClient

/// `keystone-seed user-role-list`: the roles of a user in a tenant.
struct UserRoleListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "user-role-list",
    abstract: "List the roles that a user has in a tenant."
  )
  static let columns = ["id", "name", "user_id", "tenant_id"]

  @Option(
    name: [.customLong("user"), .customLong("user-id")],
    help: ArgumentHelp(
      "The user, a name or an ID; left out: the one who is logged in.",
      valueName: "user"
    )
  )
  var user: String?

  @Option(
    name: [.customLong("tenant"), .customLong("tenant-id")],
    help: ArgumentHelp(
      "The tenant, a name or an ID; left out: the one that the login is for.",
      valueName: "tenant"
    )
  )
  var tenant: String?

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    let caller = user == nil || tenant == nil ? try await reader.caller() : nil
    var userID = caller?.userID
    var tenantID = caller?.tenant?.id
    if let tenant { tenantID = try await reader.tenantID(of: tenant) }
    if let user { userID = try await reader.userID(of: user) }
    guard let userID, let tenantID else {
      throw ListError.noCaller(
        missing: [userID == nil ? .user : nil, tenantID == nil ? .tenant : nil].compactMap { $0 }
      )
    }
    let roles = try await reader.objects(
      of: .roles(ofUser: userID, onTenant: tenantID),
      fields: ["id", "name"]
    )
    let owner: [JSONObject.Member] = [
      ("user_id", .string(userID)), ("tenant_id", .string(tenantID)),
    ]
    return roles.map { JSONObject($0 + owner) }
  }
}
