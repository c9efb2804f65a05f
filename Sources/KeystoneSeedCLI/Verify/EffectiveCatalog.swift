import IdentityModel
import KeystoneClient
import Texts

/// The catalog as one user sees it in one tenant, its templates filled in.
struct EffectiveCatalog: Hashable, Sendable {
  /// What it says about one type of service in one region.
  struct Entry: Hashable, Sendable {
    let type: Name
    let name: Name
    let region: Name?
    /// The URLs that are there; Keystone shows an empty one where it could not make it.
    let urls: [EndpointInterface: ExactText]
  }

  /// The entries, by type and region.
  let entries: [Entry]

  init(_ catalog: [CatalogEntry]) {
    let found = catalog.flatMap { entry in
      entry.endpoints.map { endpoint in
        let urls: [(EndpointInterface, String?)] = [
          (.public, endpoint.publicURL), (.internal, endpoint.internalURL),
          (.admin, endpoint.adminURL),
        ]
        let present = urls.compactMap { interface, url in
          url.flatMap { $0.isEmpty ? nil : (interface, ExactText($0)) }
        }
        return Entry(
          type: Name(entry.type),
          name: Name(entry.name),
          region: endpoint.region.map { Name($0) },
          urls: Dictionary(present) { first, _ in first }
        )
      }
    }
    entries = found.sorted { ($0.type, $0.region ?? "") < ($1.type, $1.region ?? "") }
  }

  /// The URLs of a type in a region, none where the catalog has no such entry.
  func urls(of type: Name, in region: Name?) -> [EndpointInterface: ExactText] {
    entries.filter { $0.type == type && $0.region == region }
      .reduce(into: [:]) { $0.merge($1.urls) { first, _ in first } }
  }

  /// Where the user does not see what the seed declares.
  ///
  /// A plan does not notice: it knows neither what this Keystone makes of a template, nor which of
  /// several rows of one type and region a catalog shows, of which v2.0 does not even list those that
  /// v3 made without a public URL.
  ///
  /// - Parameters:
  ///   - endpoints: The declared endpoints.
  ///   - tenantID: The tenant that the user is logged in to.
  ///   - userID: The user.
  /// - Returns: One gap for each endpoint that has any.
  func gaps(of endpoints: [Endpoint], tenantID: String, userID: String) -> [CatalogGap] {
    let declared = endpoints.map { endpoint in
      DeclaredURLs(of: endpoint, tenantID: tenantID, userID: userID)
    }
    let entries = Dictionary(grouping: declared) { Place(of: $0.endpoint) }
    return declared.compactMap { declared in
      let endpoint = declared.endpoint
      let shown = urls(of: endpoint.service.type, in: endpoint.region)
      let missing = endpoint.interfaces.filter { shown[$0] == nil }
      // Two declared services of one type share an entry, which shows one of them.
      let shared = entries[Place(of: endpoint)] ?? []
      let others = endpoint.interfaces.compactMap { interface -> CatalogGap.OtherURL? in
        guard let seen = shown[interface], let url = declared.urls[interface],
          !shared.contains(where: { other in
            other.urls[interface].map { $0 == seen } ?? (other.endpoint.url(of: interface) != nil)
          })
        else { return nil }
        return CatalogGap.OtherURL(interface: interface, seen: seen, declared: url)
      }
      guard !missing.isEmpty || !others.isEmpty else { return nil }
      return CatalogGap(endpoint: endpoint.key, interfaces: missing, others: others)
    }
  }

  private struct Place: Hashable {
    let type: Name
    let region: Name

    init(of endpoint: Endpoint) {
      type = endpoint.service.type
      region = endpoint.region
    }
  }

  /// What a declared endpoint's URLs are for a user.
  private struct DeclaredURLs {
    let endpoint: Endpoint
    /// The URLs, without those that take a setting of the server's.
    let urls: [EndpointInterface: ExactText]

    init(of endpoint: Endpoint, tenantID: String, userID: String) {
      self.endpoint = endpoint
      var urls: [EndpointInterface: ExactText] = [:]
      for interface in endpoint.interfaces {
        let url = endpoint.url(of: interface)?.rendered(tenantID: tenantID, userID: userID)
        urls[interface] = url.map { ExactText($0) }
      }
      self.urls = urls
    }
  }
}

/// What a catalog does not show of a declared endpoint.
struct CatalogGap: Hashable, Sendable {
  /// A URL that is shown in place of the declared one, templates filled in.
  struct OtherURL: Hashable, Sendable {
    let interface: EndpointInterface
    let seen: ExactText
    let declared: ExactText
  }

  let endpoint: EndpointKey
  /// The interfaces that it lacks.
  let interfaces: [EndpointInterface]
  var others: [OtherURL] = []
  /// Why it lacks them, where that is known.
  var reasons: [EndpointInterface: HiddenEndpoints.Reason] = [:]
}
