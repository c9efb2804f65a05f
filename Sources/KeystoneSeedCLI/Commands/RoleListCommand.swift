import ArgumentParser
import KeystoneClient

/// `keystone-seed role-list`: all roles.
struct RoleListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "role-list",
    abstract: "List all roles.",
    discussion: """
      Over v3 it is what openstack role list shows: the roles of no domain, or with --domain those of \
      one.
      """
  )
  static let columns = ["id", "name"]
  static let version3Columns = ["ID", "Name", "Domain"]

  @OptionGroup var domain: ListedDomainOption
  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  var version3Options: [String] { domain.given }

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.objects(of: .roles, fields: Self.columns)
  }

  func listing(from reader: V3ListReader) async throws -> Listing {
    let columns = [OpenStackColumn("ID", "id"), OpenStackColumn("Name", "name")]
    guard let reference = domain.domain else {
      return try await reader.listing(of: .roles(), columns)
    }
    let domain = try await reader.domain(reference)
    let roles = try await reader.objects(of: .roles(ofDomain: domain.id), fields: columns.fields)
    let named = roles.map { JSONObject($0 + [(key: "domain", value: .string(domain.name))]) }
    return Listing(named, columns + [OpenStackColumn("Domain", "domain")])
  }
}
