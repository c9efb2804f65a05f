import IdentityModel
import Texts

/// An entry of the catalog that several rows make up: Keystone shows one for each type and region,
/// whose interfaces may then come from different rows (`keystone.catalog.backends.sql`).
struct SharedEntry: Hashable, Sendable {
  let type: Name
  let region: Name?
  /// The endpoints' IDs, sorted.
  let rows: [String]
  /// The name of the service of each row.
  let services: [String: Name]
  /// Which rows each interface may come from, as far as that can be told from what users see.
  let sources: [EndpointInterface: [String]]

  /// Whether no single row explains all that users see.
  var isMixed: Bool {
    let candidates = sources.values.filter { !$0.isEmpty }
    return candidates.count > 1
      && !rows.contains { row in candidates.allSatisfy { $0.contains(row) } }
  }

  /// Finds them.
  ///
  /// - Parameters:
  ///   - live: What is there.
  ///   - views: What users see.
  /// - Returns: The entries that more than one row is shown in, sorted.
  static func find(in live: LiveState, seenIn views: [CatalogView]) -> [SharedEntry] {
    let shown = live.services.filter(\.value.isShown)
    let types = Dictionary(shown.map { ($0.id, $0.value.type) }) { first, _ in first }
    let names = Dictionary(shown.map { ($0.id, $0.value.name) }) { first, _ in first }
    let rows = live.endpoints.filter { $0.isShown && types[$0.serviceID] != nil }
    let groups = Dictionary(grouping: rows) { row in
      Place(type: types[row.serviceID] ?? "", region: row.region)
    }
    return groups.filter { $0.value.count > 1 }.map { place, rows in
      SharedEntry(
        type: place.type,
        region: place.region,
        rows: rows.map(\.id).sorted(),
        services: Dictionary(rows.map { ($0.id, names[$0.serviceID] ?? "") }) { first, _ in first },
        sources: sources(of: rows, at: place, in: views)
      )
    }.sorted { ($0.type, $0.region ?? "") < ($1.type, $1.region ?? "") }
  }

  private struct Place: Hashable {
    let type: Name
    let region: Name?
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
