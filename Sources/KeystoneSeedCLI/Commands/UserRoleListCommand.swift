import ArgumentParser
import KeystoneClient

/// `keystone-seed user-role-list`: the roles of a user in a tenant.
struct UserRoleListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "user-role-list",
    abstract: "List the roles that a user has in a tenant.",
    discussion: """
      Over v2.0 these are all that take effect. Over v3 it is what openstack role assignment list \
      --names --user --project shows: what was granted to the user there, and with --effective what \
      groups, other roles and projects above give as well.
      """
  )
  static let columns = ["id", "name", "user_id", "tenant_id"]
  static let version3Columns = [
    "Role", "User", "Group", "Project", "Domain", "System", "Inherited",
  ]

  @Option(
    name: [.customLong("user"), .customLong("user-id")],
    help: ArgumentHelp(
      "The user, a name or an ID; left out: the one who is logged in.",
      valueName: "user"
    )
  )
  var user: String?

  @Option(
    name: [.customLong("tenant"), .customLong("tenant-id"), .customLong("project")],
    help: ArgumentHelp(
      "The tenant, a name or an ID; left out: the one that the login is for.",
      valueName: "tenant"
    )
  )
  var tenant: String?

  @Flag(help: "All roles that take effect, as v2.0 always lists them.")
  var effective = false

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

  func listing(from reader: V3ListReader) async throws -> Listing {
    let caller = user == nil || tenant == nil ? try await reader.caller() : nil
    var owner = caller?.user
    var place = caller?.project
    if let tenant { place = try await reader.project(tenant) }
    if let user { owner = try await reader.user(user) }
    guard let owner, let place else {
      throw ListError.noCaller(
        missing: [owner == nil ? .user : nil, place == nil ? .project : nil].compactMap { $0 }
      )
    }
    let grants = try await reader.grants(of: owner, on: place, isEffective: effective)
    let rows = grants.map { grant -> JSONObject in
      [
        "Role": .string(grant.role), "User": .string(owner.qualifiedName), "Group": .string(""),
        "Project": .string(place.qualifiedName), "Domain": .string(""), "System": .string(""),
        "Inherited": .bool(grant.isInherited),
      ]
    }
    return Listing(rows, Self.version3Columns.map { OpenStackColumn($0, $0) })
  }
}

extension V3DomainMember {
  /// The name with that of its domain, as the openstack command has it.
  fileprivate var qualifiedName: String { "\(name)@\(domain.name)" }
}
