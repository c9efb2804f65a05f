import IdentityModel
import KeystoneClient

/// The catalog as one user sees it in one tenant, its templates filled in.
struct EffectiveCatalog: Hashable, Sendable {
  /// What it says about one type of service in one region.
  struct Entry: Hashable, Sendable {
    let type: Name
    let name: Name
    let region: Name?
    /// The URLs that are there; Keystone shows an empty one where it could not make it.
    let urls: [Field: Name]
  }

  static let interfaces: [Field] = [.publicURL, .internalURL, .adminURL]

  /// The entries, by type and region.
  let entries: [Entry]

  init(_ catalog: [CatalogEntry]) {
    let found = catalog.flatMap { entry in
      entry.endpoints.map { endpoint in
        let urls: [(Field, String?)] = [
          (.publicURL, endpoint.publicURL), (.internalURL, endpoint.internalURL),
          (.adminURL, endpoint.adminURL),
        ]
        let present = urls.compactMap { field, url in
          url.flatMap { $0.isEmpty ? nil : (field, Name($0)) }
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
  func urls(of type: Name, in region: Name?) -> [Field: Name] {
    entries.filter { $0.type == type && $0.region == region }
      .reduce(into: [:]) { $0.merge($1.urls) { first, _ in first } }
  }

  /// The interfaces of declared endpoints that the user does not see.
  ///
  /// A plan does not notice: a disabled service matches the seed, and so does a template that this
  /// Keystone cannot fill in.
  func gaps(of endpoints: [Endpoint]) -> [CatalogGap] {
    endpoints.compactMap { endpoint in
      let shown = urls(of: endpoint.service.type, in: endpoint.region)
      let missing = endpoint.fields.map(\.field).filter { shown[$0] == nil }
      return missing.isEmpty ? nil : CatalogGap(endpoint: endpoint.key, interfaces: missing)
    }
  }
}

/// Interfaces of a declared endpoint that the catalog lacks.
struct CatalogGap: Hashable, Sendable {
  let endpoint: EndpointKey
  let interfaces: [Field]
}
