import IdentityModel
import Texts

/// The catalog as one user sees it with one login, its templates filled in.
struct EffectiveCatalog: Hashable, Sendable {
  /// What it says about one type of service, or one service, in one region.
  struct Entry: Hashable, Sendable {
    let type: Name
    let name: Name
    /// Nil where there is none, or where a service has no endpoint at all.
    let region: Name?
    /// The URLs that are there.
    let urls: [EndpointInterface: ExactText]
  }

  /// What has an entry of its own.
  enum Subject: Hashable, Sendable {
    /// Each type, whose URLs may come from any of its services.
    case type
    /// Each service.
    case service
  }

  /// The entries, by type, region and name.
  let entries: [Entry]
  /// What each is about.
  let subject: Subject

  /// Makes a catalog of entries in any order.
  init(_ entries: [Entry], by subject: Subject) {
    self.entries = entries.sorted { $0.place.lexicographicallyPrecedes($1.place) }
    self.subject = subject
  }

  /// What somebody sees who has logged in to nothing.
  static let empty = EffectiveCatalog([Entry](), by: .type)

  /// The URLs of a type in a region, none where the catalog has no such entry.
  func urls(of type: Name, in region: Name?) -> [EndpointInterface: ExactText] {
    entries.filter { $0.type == type && $0.region == region }
      .reduce(into: [:]) { $0.merge($1.urls) { first, _ in first } }
  }

  /// All URLs that are shown for an endpoint: of its service, or of any of its type where those share
  /// an entry.
  private func urls(of endpoint: Endpoint) -> [EndpointInterface: [ExactText]] {
    switch subject {
    case .type: return urls(of: endpoint.service.type, in: endpoint.region).mapValues { [$0] }
    case .service: break
    }
    let found = entries.filter { entry in
      entry.type == endpoint.service.type && entry.name == endpoint.service.name
        && (entry.region ?? "") == endpoint.region
    }
    return found.reduce(into: [:]) { urls, entry in
      for (interface, url) in entry.urls { urls[interface, default: []].append(url) }
    }
  }

  /// Where the user does not see what the seed declares.
  ///
  /// A plan does not notice: it knows neither what this Keystone makes of a template, nor which of
  /// several rows of one type and region a catalog shows, of which some may be in no list.
  ///
  /// - Parameters:
  ///   - endpoints: The declared endpoints.
  ///   - tenantID: The tenant that the user is logged in to; nil for none, where Keystone leaves out
  ///     each URL that takes one.
  ///   - userID: The user.
  /// - Returns: One gap for each endpoint that has any.
  func gaps(of endpoints: [Endpoint], tenantID: String?, userID: String) -> [CatalogGap] {
    let declared = endpoints.map { endpoint in
      DeclaredURLs(of: endpoint, tenantID: tenantID, userID: userID)
    }
    let entries = Dictionary(grouping: declared) { Place(of: $0.endpoint, subject) }
    return declared.compactMap { declared in
      let endpoint = declared.endpoint
      let shown = urls(of: endpoint)
      let missing = declared.shownInterfaces.filter { shown[$0] == nil }
      // Two declared services of one type share an entry, which shows one of them.
      let shared = entries[Place(of: endpoint, subject)] ?? []
      let others = endpoint.interfaces.compactMap { interface -> CatalogGap.OtherURL? in
        guard let all = shown[interface], let seen = all.first, let url = declared.urls[interface],
          !shared.contains(where: { other in
            other.urls[interface].map { all.contains($0) }
              ?? (other.endpoint.url(of: interface) != nil)
          })
        else { return nil }
        return CatalogGap.OtherURL(interface: interface, seen: seen, declared: url)
      }
      guard !missing.isEmpty || !others.isEmpty else { return nil }
      return CatalogGap(endpoint: endpoint.key, interfaces: missing, others: others)
    }
  }

  /// What declared endpoints have in common that share an entry.
  private struct Place: Hashable {
    let type: Name
    let region: Name
    let name: Name?

    init(of endpoint: Endpoint, _ subject: Subject) {
      type = endpoint.service.type
      region = endpoint.region
      name =
        switch subject {
        case .type: nil
        case .service: endpoint.service.name
        }
    }
  }

  /// What a declared endpoint's URLs are for a user.
  private struct DeclaredURLs {
    let endpoint: Endpoint
    /// The URLs, without those that take a setting of the server's.
    let urls: [EndpointInterface: ExactText]
    /// The interfaces without those whose URL takes a tenant where there is none.
    let shownInterfaces: [EndpointInterface]

    init(of endpoint: Endpoint, tenantID: String?, userID: String) {
      self.endpoint = endpoint
      shownInterfaces = endpoint.interfaces.filter { interface in
        tenantID != nil || endpoint.url(of: interface)?.takesTenant != true
      }
      var urls: [EndpointInterface: ExactText] = [:]
      for interface in endpoint.interfaces {
        let url = endpoint.url(of: interface)?.rendered(tenantID: tenantID, userID: userID)
        urls[interface] = url.map { ExactText($0) }
      }
      self.urls = urls
    }
  }
}

extension EffectiveCatalog.Entry {
  /// Where it stands among others, the same whoever reads them.
  fileprivate var place: [Name] {
    [type, region ?? "", name]
      + EndpointInterface.allCases.map { interface in Name(urls[interface]?.text ?? "") }
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
