/// One of the three URLs of an endpoint, in the order in which everything lists them.
package enum EndpointInterface: String, CaseIterable, Codable, Sendable {
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
