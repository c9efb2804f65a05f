package import IdentityModel

extension DesiredState {
  /// The state with the types of the services that it refers to by their names alone.
  ///
  /// - Parameter live: What is there.
  /// - Returns: The state; what is not there keeps no type, and is found missing.
  /// - Throws: ``PlanError/severalServices(_:)`` where a name is that of services of several types.
  package func namingServices(of live: LiveState) throws(PlanError) -> DesiredState {
    let sought = Set(
      services.lazy.map(\.key).filter {
        $0.type == ServiceKey.anyType && existing.contains(.service($0))
      }
    )
    guard !sought.isEmpty else { return self }
    let names = Set(sought.map(\.name))
    var found: [Name: Set<ServiceKey>] = [:]
    for service in live.services where names.contains(service.value.name) {
      found[service.value.name, default: []].insert(service.value.key)
    }
    var keys: [ServiceKey: ServiceKey] = [:]
    for key in sought.sorted() {
      let candidates = found[key.name] ?? []
      guard candidates.count <= 1 else { throw .severalServices(candidates.sorted()) }
      keys[key] = candidates.first
    }
    var state = self
    state.services = services.map { service in
      var service = service
      service.type = keys[service.key]?.type ?? service.type
      return service
    }
    state.endpoints = endpoints.map { endpoint in
      var endpoint = endpoint
      endpoint.service = keys[endpoint.service] ?? endpoint.service
      return endpoint
    }
    for index in state.limits.indices {
      let service = state.limits[index].key.service
      state.limits[index].key.service = keys[service] ?? service
    }
    state.servicesWithDeclaredLimits = Set(servicesWithDeclaredLimits.map { keys[$0] ?? $0 })
    for (key, whole) in keys {
      state.existing.remove(.service(key))
      state.existing.insert(.service(whole))
    }
    return state
  }
}
