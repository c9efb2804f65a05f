/// Where a service is reached in one region: one URL for each interface.
package struct Endpoint: Resource {
  package static let kind = ResourceKind.endpoint

  package var service: ServiceKey
  package var region: Name
  package var publicURL: URLTemplate
  package var internalURL: URLTemplate?
  package var adminURL: URLTemplate?

  package init(
    service: ServiceKey,
    region: Name,
    publicURL: URLTemplate,
    internalURL: URLTemplate? = nil,
    adminURL: URLTemplate? = nil
  ) {
    self.service = service
    self.region = region
    self.publicURL = publicURL
    self.internalURL = internalURL
    self.adminURL = adminURL
  }

  package var key: EndpointKey { EndpointKey(service: service, region: region) }
  package var resourceKey: ResourceKey { .endpoint(key) }

  package var fields: [FieldSetting] {
    EndpointInterface.allCases.compactMap { interface in
      url(of: interface).map { FieldSetting(interface.field, .template($0)) }
    }
  }
}

/// What makes two endpoints the same one.
package struct EndpointKey: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let service: ServiceKey
  package let region: Name

  package init(service: ServiceKey, region: Name) {
    self.service = service
    self.region = region
  }

  package static func < (left: EndpointKey, right: EndpointKey) -> Bool {
    (left.service, left.region) < (right.service, right.region)
  }

  package var description: String { "\(service) in \(region)" }
}

extension EndpointKey {
  /// Whether that ID is the one that Keystone makes up for an endpoint of a catalog that is a file on
  /// the server (`keystone.catalog.backends.templated`, `list_endpoints`).
  package func isFromFile(id: String) -> Bool { id == "\(region)-\(service.type)-public" }
}
