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
  private var urls: [Name: [EndpointInterface: [Located<URLTemplate>]]] = [:]
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
    _ added: [EndpointInterface: [Located<URLTemplate>]],
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
      guard !Self.saySame(first, other) else { continue }
      let places = Places(first: first[0].location, other: other[0].location)
      guard reported.insert(places).inserted else { continue }
      let endpoint = EndpointKey(service: service, region: region)
      diagnostics.reportDifference(
        "endpoint \(endpoint) has another \(interface.rawValue) URL",
        other[0].location,
        from: first[0].location
      )
    }
    urls[region] = known
  }

  private static func saySame(
    _ first: [Located<URLTemplate>],
    _ other: [Located<URLTemplate>]
  ) -> Bool {
    first.count == other.count
      && zip(first, other).allSatisfy { $0.value.isEquivalent(to: $1.value) }
  }

  /// Those that have a public URL, as each must; where an interface has several, one for each of them.
  var endpoints: [Endpoint] {
    regions.flatMap { region -> [Endpoint] in
      guard let urls = urls[region], urls[.public] != nil else { return [] }
      let count = urls.values.map(\.count).max() ?? 0
      return (0..<count).map { index in
        func url(_ interface: EndpointInterface) -> URLTemplate? {
          guard let all = urls[interface], index < all.count else { return nil }
          return all[index].value
        }
        return Endpoint(
          service: service,
          region: region,
          publicURL: url(.public),
          internalURL: url(.internal),
          adminURL: url(.admin)
        )
      }
    }
  }
}
