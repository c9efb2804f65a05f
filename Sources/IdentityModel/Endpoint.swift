/// Where a service is reached in one region: by one interface, or by all that make up one row.
///
/// Keystone stores a row for each interface. Identity v2.0 shows, makes and deletes up to three of
/// them as one (`keystone.catalog.controllers`), and a seed declares them together.
package struct Endpoint: Resource, InterfaceURLs {
  package static let kind = ResourceKind.endpoint

  package var service: ServiceKey
  package var region: Name
  /// The interface that it is of; nil where the URLs of all interfaces are one row.
  package var interface: EndpointInterface?
  package var publicURL: URLTemplate?
  package var internalURL: URLTemplate?
  package var adminURL: URLTemplate?
  /// Whether the catalog shows it.
  package var isShown: Bool
  /// The interfaces that the catalog is not to show, of an endpoint that is more than one row.
  package var hidden: Set<EndpointInterface> = []

  package init(
    service: ServiceKey,
    region: Name,
    interface: EndpointInterface? = nil,
    publicURL: URLTemplate? = nil,
    internalURL: URLTemplate? = nil,
    adminURL: URLTemplate? = nil,
    isShown: Bool = true
  ) {
    self.service = service
    self.region = region
    self.interface = interface
    self.publicURL = publicURL
    self.internalURL = internalURL
    self.adminURL = adminURL
    self.isShown = isShown
  }

  package var key: EndpointKey {
    EndpointKey(service: service, region: region, interface: interface)
  }
  package var resourceKey: ResourceKey { .endpoint(key) }

  /// The same as a row for each interface that has a URL.
  package var rows: [Endpoint] {
    interfaces.map { interface in
      var row = Endpoint(
        service: service,
        region: region,
        interface: interface,
        isShown: isShown && !hidden.contains(interface)
      )
      row.set(url(of: interface), of: interface)
      return row
    }
  }
}

/// What makes two endpoints the same one.
package struct EndpointKey: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let service: ServiceKey
  package let region: Name
  /// The interface that it is of; nil where the URLs of all interfaces are one row.
  package let interface: EndpointInterface?

  package init(service: ServiceKey, region: Name, interface: EndpointInterface? = nil) {
    self.service = service
    self.region = region
    self.interface = interface
  }

  package static func < (left: EndpointKey, right: EndpointKey) -> Bool {
    (left.service, left.region, left.rank) < (right.service, right.region, right.rank)
  }

  /// The key of all interfaces of that service in that region.
  package var place: EndpointKey { EndpointKey(service: service, region: region) }

  private var rank: Int {
    interface.flatMap { EndpointInterface.allCases.firstIndex(of: $0) } ?? -1
  }

  package var description: String { "\(service) in \(region)" }
}

extension EndpointKey {
  /// Whether that ID is the one that Keystone makes up for an endpoint of a catalog that is a file on
  /// the server (`keystone.catalog.backends.templated`, `list_endpoints`).
  package func isFromFile(id: String) -> Bool { id == "\(region)-\(service.type)-public" }
}
