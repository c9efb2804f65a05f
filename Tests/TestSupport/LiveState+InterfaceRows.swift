package import IdentityModel

extension LiveState {
  /// The same as v3 lists it, with a row for each interface, and the regions as objects.
  package var asRowsOfInterfaces: LiveState {
    var live = self
    live.endpoints = endpoints.flatMap { endpoint in
      endpoint.interfaces.compactMap { interface in
        endpoint.url(of: interface).map { url in
          LiveEndpoint(
            id: "\(endpoint.id)-\(interface.rawValue)",
            serviceID: endpoint.serviceID,
            region: endpoint.region,
            interface: interface,
            url: url,
            isShown: endpoint.isShown && endpoint.hiddenRows[interface] == nil
          )
        }
      }
    }
    let names = Set(endpoints.compactMap(\.region))
    live.regions = names.sorted().map { Live(id: $0.text, Region(name: $0)) }
    live.strayInterfaces = []
    live.unknownInterfaces = nil
    live.isOriginUnknown = false
    live.indirectAssignments = []
    return live
  }
}
