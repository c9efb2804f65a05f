import IdentityModel
import Texts

/// Several rows of one type in one region, of which a client that asks for the type takes some.
struct SharedEntry: Hashable, Sendable {
  /// What a catalog shows of them.
  enum Display: Hashable, Sendable {
    /// One entry, whose interfaces may come from different rows (`keystone.catalog.backends.sql`).
    case merged
    /// All of them, so that it is the client's choice.
    case listed
  }

  let type: Name
  let region: Name?
  /// The endpoints' IDs, sorted.
  let rows: [String]
  /// The name of the service of each row.
  let services: [String: Name]
  /// Which rows each interface may come from, as far as that can be told from what users see.
  let sources: [EndpointInterface: [String]]
  var display = Display.merged

  /// Whether no single row explains all that users see.
  var isMixed: Bool {
    guard display == .merged else { return false }
    let candidates = sources.values.filter { !$0.isEmpty }
    return candidates.count > 1
      && !rows.contains { row in candidates.allSatisfy { $0.contains(row) } }
  }

  /// Finds them.
  ///
  /// - Parameters:
  ///   - live: What is there.
  ///   - views: What users see.
  /// - Returns: One for each type and region of which the catalog has more than one row of a kind,
  ///   sorted.
  static func find(in live: LiveState, seenIn views: [CatalogView]) -> [SharedEntry] {
    let shown = live.services.filter(\.value.isShown)
    let services = Dictionary(shown.map { ($0.id, $0.value.key) }) { first, _ in first }
    let rows = live.endpoints.filter { $0.isShown && services[$0.serviceID] != nil }
    let groups = Dictionary(grouping: rows) { row in
      Place(type: services[row.serviceID]?.type ?? "", region: row.region)
    }
    return groups.compactMap { place, rows -> SharedEntry? in
      // Rows of different interfaces are one endpoint, and do not compete.
      let rivals = Dictionary(grouping: rows, by: \.interface).filter { $0.value.count > 1 }
      let rows = rivals.values.joined()
      guard !rows.isEmpty else { return nil }
      let isMerged = rivals.keys.contains(nil)
      return SharedEntry(
        type: place.type,
        region: place.region,
        rows: rows.map(\.id).sorted(),
        services: Dictionary(rows.map { ($0.id, services[$0.serviceID]?.name ?? "") }) { first, _ in
          first
        },
        sources: isMerged ? sources(of: Array(rows), at: place, in: views) : sources(of: rivals),
        display: isMerged ? .merged : .listed
      )
    }.sorted { ($0.type, $0.region ?? "") < ($1.type, $1.region ?? "") }
  }

  private struct Place: Hashable {
    let type: Name
    let region: Name?
  }

  private static func sources(
    of rivals: [EndpointInterface?: [LiveEndpoint]]
  ) -> [EndpointInterface: [String]] {
    var sources: [EndpointInterface: [String]] = [:]
    for (interface, rows) in rivals {
      if let interface { sources[interface] = rows.map(\.id).sorted() }
    }
    return sources
  }

  private static func sources(
    of rows: [LiveEndpoint],
    at place: Place,
    in views: [CatalogView]
  ) -> [EndpointInterface: [String]] {
    var sources: [EndpointInterface: Set<String>] = [:]
    for view in views {
      for (interface, url) in view.catalog.urls(of: place.type, in: place.region) {
        let found = rows.filter { row in
          row.url(of: interface)?.rendered(tenantID: view.tenantID, userID: view.userID)
            .map { ExactText($0) } == url
        }
        sources[interface, default: []].formUnion(found.map(\.id))
      }
    }
    return sources.mapValues { $0.sorted() }
  }
}
