import KeystoneClient

/// A list of all tenants, whatever it is called.
protocol TenantListing: ListCommand {
  var domain: ListedDomainOption { get }
  var long: LongListOption { get }
}

extension TenantListing {
  static var columns: [String] { ["id", "name", "enabled"] }
  static var version3Columns: [String] { columns(isLong: true).headers }

  var version3Options: [String] { domain.given + long.given }

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.tenants(fields: Self.columns)
  }

  func listing(from reader: V3ListReader) async throws -> Listing {
    let domainID = try await domain.id(from: reader)
    return try await reader.listing(
      of: .projects(ofDomain: domainID),
      Self.columns(isLong: long.long)
    )
  }

  private static func columns(isLong: Bool) -> [OpenStackColumn] {
    let short = [OpenStackColumn("ID", "id"), OpenStackColumn("Name", "name")]
    guard isLong else { return short }
    return short + [
      OpenStackColumn("Domain ID", "domain_id"), OpenStackColumn("Description", "description"),
      OpenStackColumn("Enabled", "enabled"),
    ]
  }
}
