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
  private var urls: [Name: [EndpointInterface: [ResolvedURL]]] = [:]
  private var reported: Set<Places> = []
  /// Where an interface is said to be absent; nil where its region says so of all services.
  private var removed: [EndpointPattern: FileLocation?] = [:]

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
    _ added: [EndpointInterface: [ResolvedURL]],
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
        Self.haveSameURLs(first, other)
          ? "endpoint \(endpoint) has another value of enabled for its \(interface.rawValue) URL"
          : "endpoint \(endpoint) has another \(interface.rawValue) URL",
        other[0].location,
        from: first[0].location
      )
    }
    urls[region] = known
  }

  /// Takes in that a service says of interfaces of its own that they are absent.
  mutating func remove(_ interfaces: [EndpointInterface: FileLocation], in region: Name) {
    for (interface, place) in interfaces where removed[pattern(interface, region)] == nil {
      removed[pattern(interface, region)] = place
    }
  }

  /// Takes in that a region says so of all services that have no URL of their own for it.
  mutating func remove(wherePossible interfaces: Set<EndpointInterface>, in region: Name) {
    for interface in interfaces
    where urls[region]?[interface] == nil && removed[pattern(interface, region)] == nil {
      removed[pattern(interface, region)] = .some(nil)
    }
  }

  private func pattern(_ interface: EndpointInterface, _ region: Name) -> EndpointPattern {
    let pattern = ServicePattern(name: service.name, type: service.type)
    return EndpointPattern(service: pattern, region: region, interface: interface)
  }

  /// Whether anything is declared in a region.
  func isThere(in region: Name) -> Bool { urls[region] != nil }

  /// The interfaces that are absent.
  ///
  /// - Parameter diagnostics: Where those go that another declaration has a URL for.
  /// - Returns: Them.
  func absent(into diagnostics: inout DiagnosticCollector) -> Set<EndpointPattern> {
    for (pattern, place) in removed {
      guard let interface = pattern.interface, let place,
        let url = urls[pattern.region]?[interface]?.first
      else { continue }
      let endpoint = EndpointKey(service: service, region: pattern.region)
      diagnostics.error(
        "the \(interface.rawValue) URL of endpoint \(endpoint) is declared in "
          + diagnostics.place(url.location, seenFrom: place) + " and absent",
        at: place
      )
    }
    return Set(removed.keys)
  }

  private static func saySame(_ first: [ResolvedURL], _ other: [ResolvedURL]) -> Bool {
    haveSameURLs(first, other) && zip(first, other).allSatisfy { $0.isShown == $1.isShown }
  }

  private static func haveSameURLs(_ first: [ResolvedURL], _ other: [ResolvedURL]) -> Bool {
    first.count == other.count && zip(first, other).allSatisfy { $0.url.isEquivalent(to: $1.url) }
  }

  /// One for each region that has a URL; where an interface has several, one for each of them.
  var endpoints: [Endpoint] {
    regions.flatMap { region -> [Endpoint] in
      let urls = urls[region] ?? [:]
      let count = urls.values.map(\.count).max() ?? 0
      return (0..<count).map { index in
        var endpoint = Endpoint(service: service, region: region)
        for (interface, all) in urls where index < all.count {
          endpoint.set(all[index].url, of: interface)
          if !all[index].isShown { endpoint.hidden.insert(interface) }
        }
        return endpoint
      }
    }
  }
}
