/// One of the three URLs of an endpoint, in the order in which everything lists them.
package enum EndpointInterface: String, CaseIterable, Sendable {
  case `public`
  case `internal`
  case admin

  /// The field that a plan shows its URL as.
  package var field: Field {
    switch self {
    case .public: .publicURL
    case .internal: .internalURL
    case .admin: .adminURL
    }
  }
}

extension Endpoint {
  /// The URL of an interface, if it has one.
  package func url(of interface: EndpointInterface) -> URLTemplate? {
    switch interface {
    case .public: publicURL
    case .internal: internalURL
    case .admin: adminURL
    }
  }

  /// The interfaces that have a URL.
  package var interfaces: [EndpointInterface] {
    EndpointInterface.allCases.filter { url(of: $0) != nil }
  }
}

extension LiveEndpoint {
  /// The URL of an interface, if it has one.
  package func url(of interface: EndpointInterface) -> URLTemplate? {
    switch interface {
    case .public: publicURL
    case .internal: internalURL
    case .admin: adminURL
    }
  }
}
