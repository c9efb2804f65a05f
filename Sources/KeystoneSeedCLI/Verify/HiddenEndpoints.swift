import IdentityModel

/// Live endpoints that no catalog shows: they are disabled, or have no URL for anybody.
struct HiddenEndpoints: Sendable {
  /// What keeps it from users.
  enum Reason: String, Hashable, Sendable {
    /// The endpoint, or its one interface.
    case disabled
    case serviceDisabled = "service-disabled"
    /// Its template holds something that this Keystone does not fill in, such as `$(compute_host)s`, or
    /// is none: Keystone leaves such a row out without a word.
    case unfilled = "template"
  }

  private let isServiceShown: [ServiceKey: Bool]
  private let rows: [EndpointKey: [LiveEndpoint]]

  init(_ live: LiveState) {
    let services = Dictionary(grouping: live.services.map(\.value), by: \.key)
    isServiceShown = services.mapValues { rows in rows.contains { $0.isShown } }
    let shown = Dictionary(live.services.map { ($0.id, $0.value) }) { first, _ in first }
    rows = Dictionary(
      grouping: live.endpoints.filter { shown[$0.serviceID]?.isShown == true }
    ) { row in
      let nobody = ServiceKey(type: "", name: "")
      return EndpointKey(
        service: shown[row.serviceID]?.key ?? nobody,
        region: row.region ?? ""
      )
    }
  }

  /// The gap, with why each interface is not shown, as far as that is known.
  func explained(_ gap: CatalogGap) -> CatalogGap {
    var gap = gap
    for interface in gap.interfaces {
      gap.reasons[interface] = reason(for: interface, of: gap.endpoint)
    }
    return gap
  }

  private func reason(for interface: EndpointInterface, of endpoint: EndpointKey) -> Reason? {
    if isServiceShown[endpoint.service] == false { return .serviceDisabled }
    let rows = (rows[endpoint] ?? []).filter { $0.url(of: interface) != nil }
    guard !rows.isEmpty else { return nil }
    let shown = rows.filter { $0.isShown && $0.hiddenRows[interface] == nil }
    if shown.isEmpty { return .disabled }
    return shown.allSatisfy { $0.isUnfilled(interface) } ? .unfilled : nil
  }
}

extension LiveEndpoint {
  /// Whether the row is one of an interface, whose URL needs more than who is logged in to what.
  fileprivate func isUnfilled(_ interface: EndpointInterface) -> Bool {
    self.interface != nil && url(of: interface)?.rendered(tenantID: "", userID: "") == nil
  }
}
