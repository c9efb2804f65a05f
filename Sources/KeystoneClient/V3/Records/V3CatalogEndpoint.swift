/// One URL of a service in a catalog of v3, its template filled in for one token.
///
/// A template that cannot be filled in is left out without a word: `$(project_id)s` in a token that
/// is for no project (`keystone.common.utils.format_url`).
public struct V3CatalogEndpoint: Hashable, Sendable {
  /// The ID of the endpoint.
  public var id: String
  /// `public`, `internal` or `admin`.
  public var interface: String
  /// The region; nil where there is none.
  public var regionID: String?
  /// The URL.
  public var url: String

  /// Makes an endpoint.
  public init(id: String, interface: String, regionID: String? = nil, url: String) {
    self.id = id
    self.interface = interface
    self.regionID = regionID
    self.url = url
  }
}

extension V3CatalogEndpoint: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.requiredText("id")
    interface = try row.requiredText("interface")
    regionID = row.text("region_id") ?? row.text("region")
    url = row.text("url") ?? ""
  }
}
