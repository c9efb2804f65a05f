internal import IdentityModel
internal import Texts

/// The base URLs of each region and interface, found in the URLs that are to be written.
///
/// A URL is cut behind its host, and only where what the resolver puts together again is the very
/// same text. Of the hosts that an interface has in a region the most frequent is its base.
struct RegionBases {
  private struct Place: Hashable {
    let region: Name
    let interface: EndpointInterface
  }

  /// A URL in two: what a region can say, and what is left for the endpoint to say.
  private struct Cut {
    let base: ExactText
    let suffix: String
  }

  private var bases: [Place: ExactText] = [:]

  init(_ endpoints: [Endpoint]) {
    var counts: [Place: [ExactText: Int]] = [:]
    // What is in no region says whole URLs.
    for endpoint in endpoints where endpoint.region != "" {
      for interface in EndpointInterface.allCases {
        guard let cut = endpoint.url(of: interface).flatMap({ Self.cut($0) }) else { continue }
        let place = Place(region: endpoint.region, interface: interface)
        counts[place, default: [:]][cut.base, default: 0] += 1
      }
    }
    bases = counts.compactMapValues { counts in
      counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
  }

  /// The interfaces of a region that have a base URL, each with it.
  func bases(of region: Name) -> [(interface: EndpointInterface, url: String)] {
    EndpointInterface.allCases.compactMap { interface in
      bases[Place(region: region, interface: interface)].map { (interface, $0.text) }
    }
  }

  /// What an endpoint says of an interface: what follows the region's base, else the whole URL.
  func shortened(_ url: URLTemplate, of interface: EndpointInterface, in region: Name) -> String {
    guard let cut = Self.cut(url), bases[Place(region: region, interface: interface)] == cut.base
    else { return url.text }
    return cut.suffix
  }

  /// The URL cut before its port or its path.
  private static func cut(_ url: URLTemplate) -> Cut? {
    guard let parts = CatalogURL(url.text) else { return nil }
    let head = "\(parts.scheme)://\(parts.host)"
    let rest = url.text.utf8.dropFirst(head.utf8.count)
    guard let suffix = String(rest), suffix.hasPrefix(":") || suffix.hasPrefix("/") else {
      return nil
    }
    let refusal = DiagnosticCollector.refusal { diagnostics in
      URLRule.checkBase(Located(head, at: .start), into: &diagnostics)
      URLRule.checkEndpoint(Located(suffix, at: .start), into: &diagnostics)
    }
    return refusal == nil ? Cut(base: ExactText(head), suffix: suffix) : nil
  }
}
