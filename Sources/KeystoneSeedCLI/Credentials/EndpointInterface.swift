import ArgumentParser
import IdentityModel

/// One of the three URLs of an endpoint.
enum EndpointInterface: String, CaseIterable, ExpressibleByArgument, Sendable {
  case `public`
  case `internal`
  case admin

  /// The endpoint's URL for it, if it has one.
  func url(of endpoint: Endpoint) -> URLTemplate? {
    switch self {
    case .public: endpoint.publicURL
    case .internal: endpoint.internalURL
    case .admin: endpoint.adminURL
    }
  }
}
