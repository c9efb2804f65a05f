import IdentityModel

/// What users see of the catalog: services, and endpoints of services that they see.
struct CatalogView {
  let services: Set<ServiceKey>
  let endpoints: Set<EndpointKey>

  init(_ live: LiveState) {
    let shown = live.services.filter(\.value.isShown)
    let keys = Dictionary(shown.map { ($0.id, $0.value.key) }) { first, _ in first }
    services = Set(keys.values)
    endpoints = Set(
      live.endpoints.filter(\.isShown).compactMap { row in
        keys[row.serviceID].map {
          EndpointKey(service: $0, region: row.region ?? "", interface: row.interface)
        }
      }
    )
  }

  private init(services: Set<ServiceKey>, endpoints: Set<EndpointKey>) {
    self.services = services
    self.endpoints = endpoints
  }

  /// What is left without the services and endpoints that are to go, and what hangs on them.
  func without(_ keys: Set<ResourceKey>) -> CatalogView {
    CatalogView(
      services: services.filter { !keys.contains(.service($0)) },
      endpoints: endpoints.filter {
        !keys.contains(.endpoint($0)) && !keys.contains(.service($0.service))
      }
    )
  }

  /// What is missing here and there in the other.
  func missing(from other: CatalogView) -> [ResourceKey] {
    services.subtracting(other.services).map { .service($0) }
      + endpoints.subtracting(other.endpoints).map { .endpoint($0) }
  }
}
