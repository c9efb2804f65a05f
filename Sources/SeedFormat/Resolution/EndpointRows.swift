internal import IdentityModel

/// The URLs of one service by region, as the seed's files add them.
struct EndpointRows {
  private struct Places: Hashable {
    let first: FileLocation
    let other: FileLocation
  }

  private let service: ServiceKey
  /// In the order in which they are declared first.
  private var regions: [Name] = []
  private var urls: [Name: [EndpointInterface: Located<URLTemplate>]] = [:]
  private var reported: Set<Places> = []

  /// - Parameter service: The service that they are of.
  init(service: ServiceKey) {
    self.service = service
  }

  /// Adds what one declaration says of a region.
  ///
  /// - Parameters:
  ///   - added: Its URLs.
  ///   - region: The region.
  ///   - diagnostics: Where a URL goes that another declaration has differently; one that is said of
  ///     every region goes there once.
  mutating func add(
    _ added: [EndpointInterface: Located<URLTemplate>],
    in region: Name,
    into diagnostics: inout DiagnosticCollector
  ) {
    guard var known = urls[region] else {
      regions.append(region)
      urls[region] = added
      return
    }
    for interface in EndpointInterface.allCases {
      guard let other = added[interface] else { continue }
      guard let first = known[interface] else {
        known[interface] = other
        continue
      }
      guard !first.value.isEquivalent(to: other.value) else { continue }
      let places = Places(first: first.location, other: other.location)
      guard reported.insert(places).inserted else { continue }
      let endpoint = EndpointKey(service: service, region: region)
      diagnostics.reportDifference(
        "endpoint \(endpoint) has another \(interface.rawValue) URL",
        other.location,
        from: first.location
      )
    }
    urls[region] = known
  }

  /// Those that have a public URL, as each must.
  var endpoints: [Endpoint] {
    regions.compactMap { region in
      guard let urls = urls[region], let publicURL = urls[.public] else { return nil }
      return Endpoint(
        service: service,
        region: region,
        publicURL: publicURL.value,
        internalURL: urls[.internal]?.value,
        adminURL: urls[.admin]?.value
      )
    }
  }
}
