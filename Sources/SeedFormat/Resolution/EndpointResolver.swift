internal import IdentityModel

/// Puts endpoint values and base URLs together, region by region.
///
/// What a region's base URL lacks is one mistake however many services run into it, so it is
/// reported once, at the region, with the services that need it.
struct EndpointResolver {
  private enum BaseProblem: Hashable {
    case missing
    /// The base URL names a port or a path, so that no `:port` can follow it.
    case closed
  }

  private struct Need: Hashable {
    let region: Name
    let interface: EndpointInterface
    let problem: BaseProblem
  }

  /// What an endpoint stands in that has none: no base URL is there.
  private static let noRegion = RegionEntry(name: Located("", at: .start))

  private let regions: [Name: RegionEntry]
  private var needs: [Need: [Name]] = [:]
  /// Where the texts stand of URLs that are too long for v3.
  private var tooLong: Set<FileLocation> = []

  /// Resolves the endpoints of all services.
  ///
  /// - Parameters:
  ///   - document: The seed.
  ///   - diagnostics: Where what is wrong with them goes.
  /// - Returns: The endpoints, and the interfaces in whose place the seed says `absent`.
  static func resolve(
    _ document: SeedDocument,
    into diagnostics: inout DiagnosticCollector
  ) -> (endpoints: [Endpoint], absent: Set<EndpointPattern>) {
    let byName =
      document.regions.entries.map { ($0.name.value, $0) } + [
        (Self.noRegion.name.value, Self.noRegion)
      ]
    var resolver = EndpointResolver(
      regions: Dictionary(byName) { first, _ in first }
    )
    var endpoints: [Endpoint] = []
    var absent: Set<EndpointPattern> = []
    let usual = document.usualRegions.map(\.name.value)
    for service in document.services.entries {
      guard let key = service.key else { continue }
      var rows = EndpointRows(service: key)
      for (region, urls) in service.endpoints.flatMap({ $0.declarations(usual: usual) }) {
        let found = resolver.urls(of: service, in: region, urls, &diagnostics)
        rows.add(found, in: region, into: &diagnostics)
        rows.remove(urls.absent, in: region)
      }
      for region in document.regions.entries
      where service.exists == nil || rows.isThere(in: region.name.value) {
        rows.remove(wherePossible: Set(region.bases.absent.keys), in: region.name.value)
      }
      endpoints += rows.endpoints
      absent.formUnion(rows.absent(into: &diagnostics))
    }
    for region in document.regions.entries { resolver.report(region, into: &diagnostics) }
    return (endpoints, absent)
  }

  private init(regions: [Name: RegionEntry]) {
    self.regions = regions
  }

  /// What one declaration makes of each interface in a region.
  private mutating func urls(
    of service: ServiceEntry,
    in regionName: Name,
    _ urls: EndpointURLs,
    _ diagnostics: inout DiagnosticCollector
  ) -> [EndpointInterface: [ResolvedURL]] {
    guard let region = regions[regionName] else { return [:] }
    var resolved: [EndpointInterface: [ResolvedURL]] = [:]
    for interface in EndpointInterface.allCases {
      let declared = declared(interface, in: urls, region: region)
      let found = declared.compactMap { declared -> ResolvedURL? in
        let text = declared.text
        guard let url = url(text.value, of: service, interface, in: region) else { return nil }
        let isShown = declared.enabled?.value ?? true
        return ResolvedURL(url: url, isShown: isShown, location: text.location)
      }
      reportEqualURLs(found, in: region, &diagnostics)
      for url in found { reportLength(of: url, &diagnostics) }
      if !found.isEmpty { resolved[interface] = found }
    }
    return resolved
  }

  /// The longest URL that v3 takes (`keystone.api.validation.parameter_types.url`); v2.0 asks nobody.
  private static let longestURL = 225

  private mutating func reportLength(
    of url: ResolvedURL,
    _ diagnostics: inout DiagnosticCollector
  ) {
    let count = url.url.text.unicodeScalars.count
    // One text may be that of several interfaces and regions.
    guard count > Self.longestURL, tooLong.insert(url.location).inserted else { return }
    diagnostics.warning(
      "with its base URL this has \(count) characters, and v3 takes \(Self.longestURL)",
      at: url.location,
      hint: "Keystone answers 400 there"
    )
  }

  /// Two texts of one list may come to one URL, of which there would be two rows.
  private func reportEqualURLs(
    _ urls: [ResolvedURL],
    in region: RegionEntry,
    _ diagnostics: inout DiagnosticCollector
  ) {
    for (index, url) in urls.enumerated() {
      guard let first = urls[..<index].first(where: { $0.url.isEquivalent(to: url.url) }),
        !diagnostics.hasErrors
      else { continue }
      diagnostics.error(
        "in region \"\(region.name.value)\" this is the URL of "
          + diagnostics.place(first.location, seenFrom: url.location) + " once more",
        at: url.location
      )
    }
  }

  /// What an interface is declared as.
  ///
  /// A value for all interfaces means those that the region has a base URL for, of which it must have
  /// one, and a whole URL those that it does not say are absent.
  private func declared(
    _ interface: EndpointInterface,
    in urls: EndpointURLs,
    region: RegionEntry
  ) -> [DeclaredURL] {
    guard case .same(let url) = urls else { return urls.all(of: interface) }
    guard CatalogURL(url.text.value) == nil else {
      return region.bases.absent[interface] == nil ? urls.all(of: interface) : []
    }
    let bases = region.bases.declared
    let isMeant = bases.isEmpty ? interface == .public : bases[interface] != nil
    return isMeant ? urls.all(of: interface) : []
  }

  private mutating func url(
    _ text: String,
    of service: ServiceEntry,
    _ interface: EndpointInterface,
    in region: RegionEntry
  ) -> URLTemplate? {
    guard text.hasPrefix(":") || text.hasPrefix("/") else { return URLTemplate(text) }
    guard region.bases.declared[interface] != nil else {
      note(.missing, of: interface, in: region, for: service)
      return nil
    }
    // A base URL that is wrong in itself has its message already.
    guard let base = region.bases.texts[interface], let url = CatalogURL(base.value),
      url.hostProblem == nil, !url.hasCredentials
    else { return nil }
    // A slash at the end of a base URL is only its end: no service is at `http://h//v2`.
    var prefix = base.value
    while prefix.hasSuffix("/") { prefix.removeLast() }
    let isClosed = url.hasPort || url.rest.contains { $0 != "/" }
    guard !text.hasPrefix(":") || !isClosed else {
      note(.closed, of: interface, in: region, for: service)
      return nil
    }
    return URLTemplate(prefix + text)
  }

  private mutating func note(
    _ problem: BaseProblem,
    of interface: EndpointInterface,
    in region: RegionEntry,
    for service: ServiceEntry
  ) {
    let need = Need(region: region.name.value, interface: interface, problem: problem)
    needs[need, default: []].append(service.label.value)
  }

  private func report(_ region: RegionEntry, into diagnostics: inout DiagnosticCollector) {
    for interface in EndpointInterface.allCases {
      for problem in [BaseProblem.missing, .closed] {
        let need = Need(region: region.name.value, interface: interface, problem: problem)
        guard let services = needs[need] else { continue }
        let users = Self.list(services)
        switch problem {
        case .missing:
          diagnostics.error(
            "region \"\(need.region)\" lacks the \(interface.rawValue) base URL that \(users)"
              + (services.count == 1 ? " extends" : " extend"),
            at: region.name.location
          )
        case .closed:
          diagnostics.error(
            "this base URL has a port or a path, so that no port of \(users) can follow it",
            at: region.bases.texts[interface]?.location ?? region.name.location
          )
        }
      }
    }
  }

  private static func list(_ names: [Name]) -> String {
    let shown = names.prefix(3).map(\.text).joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
