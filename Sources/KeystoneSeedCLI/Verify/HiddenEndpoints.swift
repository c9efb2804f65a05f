import IdentityModel

/// Live endpoints that no catalog shows, since they are disabled.
struct HiddenEndpoints: Sendable {
  /// What is disabled.
  enum Reason: String, Hashable, Sendable {
    /// The endpoint, or its one interface.
    case disabled
    case serviceDisabled = "service-disabled"
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
    let isHidden = rows.allSatisfy {
      !$0.isShown || $0.hiddenRows[interface] != nil
    }
    return !rows.isEmpty && isHidden ? .disabled : nil
  }
}
