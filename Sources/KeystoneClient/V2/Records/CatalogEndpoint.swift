/// Where a service is reached in one region, with the templates filled in for one token.
///
/// The catalog's own `id` is among the attributes alone: it is that of another table and joins with
/// nothing.
public struct CatalogEndpoint: Hashable, Sendable {
  /// The region, nil where there is none.
  public var region: String?
  /// The public URL; Keystone sends `""` where the interface is missing or malformed.
  public var publicURL: String?
  /// The internal URL.
  public var internalURL: String?
  /// The admin URL.
  public var adminURL: String?
  /// Everything that was sent of it, for showing it as it is.
  public var attributes: JSONObject

  /// Makes an endpoint.
  public init(
    region: String? = nil,
    publicURL: String? = nil,
    internalURL: String? = nil,
    adminURL: String? = nil,
    attributes: JSONObject = [:]
  ) {
    self.region = region
    self.publicURL = publicURL
    self.internalURL = internalURL
    self.adminURL = adminURL
    self.attributes = attributes
  }
}

extension CatalogEndpoint: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    region = row.text("region")
    publicURL = row.text("publicURL")
    internalURL = row.text("internalURL")
    adminURL = row.text("adminURL")
    attributes = row.members
  }
}
