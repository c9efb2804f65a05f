/// An endpoint to be made, its URLs as templates.
public struct NewEndpoint: Hashable, Sendable {
  /// The ID of the service, which must exist: a request that fails for it leaves the region behind.
  public var serviceID: String
  /// The region, made on the fly; nil for none, which old releases answer with a 500 at login.
  public var region: String?
  /// The public URL, without which Keystone answers 400: v2.0 knows no endpoint without one.
  public var publicURL: String?
  /// The internal URL, or nil for none.
  public var internalURL: String?
  /// The admin URL, or nil for none.
  public var adminURL: String?
  /// Whether the catalog shows it, nil for yes; it cannot be changed afterwards.
  public var enabled: Bool?

  /// Makes the request for an endpoint.
  public init(
    serviceID: String,
    region: String?,
    publicURL: String?,
    internalURL: String? = nil,
    adminURL: String? = nil,
    enabled: Bool? = nil
  ) {
    self.serviceID = serviceID
    self.region = region
    self.publicURL = publicURL
    self.internalURL = internalURL
    self.adminURL = adminURL
    self.enabled = enabled
  }

  /// The body; its keys are all lower case, unlike the catalog's.
  var json: JSONValue {
    .wrapped(
      in: "endpoint",
      [
        "service_id": .string(serviceID),
        "region": region.map(JSONValue.string),
        "publicurl": publicURL.map(JSONValue.string),
        "internalurl": internalURL.map(JSONValue.string),
        "adminurl": adminURL.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
