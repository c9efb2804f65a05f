/// A row of the endpoint table, its URLs as the templates that are stored.
///
/// The URLs are plain texts that no URL type may touch: `$(tenant_id)s` is Keystone's to fill in.
public struct EndpointRecord: Hashable, Sendable {
  /// Keystone's ID; of a row made through v3 it is the public interface's.
  public var id: String
  /// The ID of the service, nil where an old row lacks it.
  public var serviceID: String?
  /// The region, nil where there is none.
  public var region: String?
  /// The template of the public URL.
  public var publicURL: String?
  /// The template of the internal URL.
  public var internalURL: String?
  /// The template of the admin URL.
  public var adminURL: String?
  /// Whether the catalog shows it.
  public var enabled: Bool

  /// Makes a record.
  public init(
    id: String,
    serviceID: String? = nil,
    region: String? = nil,
    publicURL: String? = nil,
    internalURL: String? = nil,
    adminURL: String? = nil,
    enabled: Bool = true
  ) {
    self.id = id
    self.serviceID = serviceID
    self.region = region
    self.publicURL = publicURL
    self.internalURL = internalURL
    self.adminURL = adminURL
    self.enabled = enabled
  }
}

extension EndpointRecord: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    serviceID = row.text("service_id")
    region = row.text("region")
    publicURL = row.text("publicurl")
    internalURL = row.text("internalurl")
    adminURL = row.text("adminurl")
    enabled = try row.isEnabled()
  }
}
