/// One URL of one interface, as v3 lists it: v2.0 shows up to three of them as one endpoint.
package struct LiveInterface: Hashable, Codable, Sendable {
  package let id: String
  package let serviceID: String
  package let region: Name?
  package let interface: EndpointInterface
  package let url: URLTemplate
  /// Whether the catalog shows it.
  package let isShown: Bool

  package init(
    id: String,
    serviceID: String,
    region: Name?,
    interface: EndpointInterface,
    url: URLTemplate,
    isShown: Bool = true
  ) {
    self.id = id
    self.serviceID = serviceID
    self.region = region
    self.interface = interface
    self.url = url
    self.isShown = isShown
  }
}

extension LiveState {
  /// Takes in what is known of each interface by itself.
  ///
  /// A list of endpoints says of one of up to three interfaces whether it is disabled, and leaves out
  /// what v3 made without a public URL. Which interface belongs to which endpoint v3 does not say, so
  /// that the service, the region and the URL have to tell.
  ///
  /// - Parameter interfaces: All that there are.
  package mutating func take(_ interfaces: [LiveInterface]) {
    let byPlace = Dictionary(grouping: interfaces) { Place(of: $0) }
    var listed: Set<Place> = []
    for index in endpoints.indices {
      let endpoint = endpoints[index]
      for interface in endpoint.interfaces {
        guard let url = endpoint.url(of: interface) else { continue }
        let place = Place(
          serviceID: endpoint.serviceID,
          region: endpoint.region,
          interface: interface,
          url: url
        )
        listed.insert(place)
        let rows = byPlace[place] ?? []
        if !rows.isEmpty, rows.allSatisfy({ !$0.isShown }) {
          endpoints[index].hiddenRows[interface] = rows.map(\.id).sorted()
        }
      }
    }
    strayInterfaces = interfaces.filter { !listed.contains(Place(of: $0)) }
  }

  private struct Place: Hashable {
    let serviceID: String
    let region: Name?
    let interface: EndpointInterface
    let url: URLTemplate

    init(serviceID: String, region: Name?, interface: EndpointInterface, url: URLTemplate) {
      self.serviceID = serviceID
      self.region = region
      self.interface = interface
      self.url = url
    }

    init(of row: LiveInterface) {
      self.init(
        serviceID: row.serviceID,
        region: row.region,
        interface: row.interface,
        url: row.url
      )
    }
  }
}
