internal import IdentityModel
internal import Texts

extension CatalogAdoption {
  /// Declares what can be said of an endpoint whose interfaces are rows of their own.
  ///
  /// An interface that a seed cannot say is left out by itself, since a seed that is silent about it
  /// leaves it alone; without any, or over v2.0 without its public one, an endpoint cannot be declared.
  ///
  /// - Parameters:
  ///   - rows: All rows of that service in that region.
  ///   - place: Where they are.
  ///   - declared: The services that are declared.
  ///   - regionRefusals: Why endpoints in a region cannot be declared, where that is so.
  mutating func adoptInterfaces(
    _ rows: [LiveEndpoint],
    at place: Place,
    _ declared: Set<ServiceKey>,
    _ regionRefusals: [Name: String]
  ) {
    guard let service = place.service, declared.contains(service) else {
      let reason =
        place.service == nil ? "cannot be declared" : "goes with a service that is left out"
      return leaveOut(place, rows, reason)
    }
    guard let region = place.region ?? (saysMore ? "" : nil) else {
      return leaveOut(place, rows, "cannot be declared")
    }
    if let refusal = regionRefusals[region] { return leaveOut(place, rows, refusal) }

    var endpoint = Endpoint(service: service, region: region)
    var further: [Endpoint] = []
    var refused: [(rows: [LiveEndpoint], reason: String)] = []
    for interface in EndpointInterface.allCases {
      let rows = rows.filter { $0.interface == interface }
      guard let row = rows.first, let url = row.url(of: interface) else { continue }
      if let several = several(rows, interface) {
        for (index, row) in several.enumerated() {
          if index > further.count { further.append(Endpoint(service: service, region: region)) }
          if index == 0 {
            endpoint.take(row, of: interface)
          } else {
            further[index - 1].take(row, of: interface)
          }
        }
      } else if let refusal = refusal(of: rows, url) {
        refused.append((rows, "\(interface.rawValue) URL that \(refusal)"))
      } else {
        endpoint.take(row, of: interface)
      }
    }
    guard saysMore || endpoint.publicURL != nil else {
      let why = refused.first { $0.rows.first?.interface == .public }.map { ", but a \($0.reason)" }
      let reason = "cannot be declared: it has no public URL\(why ?? "")"
      return leaveOut(place, rows, reason)
    }
    if !endpoint.interfaces.isEmpty { endpoints.append(endpoint) }
    endpoints += further
    for (rows, reason) in refused { leaveOut(place, rows, "has an \(reason)") }
  }

  /// The rows of an interface that has several, in the order of their URLs, where a seed can say each;
  /// nil where it has one, or not all of them can be said.
  private func several(
    _ rows: [LiveEndpoint],
    _ interface: EndpointInterface
  ) -> [LiveEndpoint]? {
    guard saysMore, rows.count > 1 else { return nil }
    var found: [(row: LiveEndpoint, url: URLTemplate)] = []
    for row in rows {
      guard let url = row.url(of: interface), refusal(of: [row], url) == nil,
        !found.contains(where: { $0.url.isEquivalent(to: url) })
      else { return nil }
      found.append((row, url))
    }
    return found.sorted { ExactText($0.url.text) < ExactText($1.url.text) }.map(\.row)
  }

  /// Why the rows of one interface cannot be declared.
  private func refusal(of rows: [LiveEndpoint], _ url: URLTemplate) -> String? {
    if rows.count > 1 { return "is there \(rows.count) times: declare it, and apply keeps one" }
    if !saysMore, !rows.allSatisfy(\.isShown) { return "is disabled, which a seed cannot say" }
    if rows.contains(where: { live.unreachableRows[$0.id] != nil }) {
      return AdoptionRemark.unreachable
    }
    return url.refusal.map { "cannot be declared: \($0)" }
  }
}

extension Endpoint {
  /// Takes what the row of one interface holds.
  fileprivate mutating func take(_ row: LiveEndpoint, of interface: EndpointInterface) {
    set(row.url(of: interface), of: interface)
    if !row.isShown { hidden.insert(interface) }
  }
}
