/// A row of the endpoint table, which may lack all that a declared endpoint has.
package struct LiveEndpoint: InterfaceURLs, Hashable, Codable, Sendable {
  package let id: String
  /// The ID of its service, which may be gone.
  package var serviceID: String
  /// The region, nil where the row has none.
  package let region: Name?
  /// The interface that it is of; nil where the URLs of all interfaces are one row.
  package let interface: EndpointInterface?
  package var publicURL: URLTemplate?
  package var internalURL: URLTemplate?
  package var adminURL: URLTemplate?
  /// Whether the catalog shows it.
  package var isShown: Bool
  /// The interfaces that the catalog does not show though the list may say so, as far as it is known,
  /// with the IDs that v3 knows their rows by.
  package var hiddenRows: [EndpointInterface: [String]] = [:]
  /// Whether the backend can change or delete it; false for a row that v2.0 shows and v3 made.
  package var isManageable: Bool

  package init(
    id: String,
    serviceID: String,
    region: Name?,
    interface: EndpointInterface? = nil,
    publicURL: URLTemplate? = nil,
    internalURL: URLTemplate? = nil,
    adminURL: URLTemplate? = nil,
    isShown: Bool = true,
    isManageable: Bool = true
  ) {
    self.id = id
    self.serviceID = serviceID
    self.region = region
    self.interface = interface
    self.publicURL = publicURL
    self.internalURL = internalURL
    self.adminURL = adminURL
    self.isShown = isShown
    self.isManageable = isManageable
  }

  /// Makes a row of one interface.
  package init(
    id: String,
    serviceID: String,
    region: Name?,
    interface: EndpointInterface,
    url: URLTemplate,
    isShown: Bool = true
  ) {
    self.init(id: id, serviceID: serviceID, region: region, interface: interface, isShown: isShown)
    set(url, of: interface)
  }

}
