import IdentityModel

extension DesiredState {
  static func make(_ fill: (inout DesiredState) -> Void) -> DesiredState {
    var state = DesiredState()
    fill(&state)
    return state
  }
}

extension LiveState {
  static func make(_ fill: (inout LiveState) -> Void) -> LiveState {
    var state = LiveState()
    fill(&state)
    return state
  }
}

extension Live<Service> {
  static func make(
    _ id: String,
    _ key: ServiceKey = .nova,
    description: String? = nil,
    isShown: Bool = true
  ) -> Live<Service> {
    let service = Service(
      type: key.type,
      name: key.name,
      description: description,
      isShown: isShown
    )
    return Live(id: id, service)
  }
}

extension Service {
  static func make(_ key: ServiceKey = .nova, description: String? = nil) -> Service {
    Service(type: key.type, name: key.name, description: description)
  }
}

extension Endpoint {
  static func make(
    _ service: ServiceKey = .nova,
    in region: Name = "RegionOne",
    public publicURL: String = "http://p",
    internal internalURL: String? = nil,
    admin adminURL: String? = nil
  ) -> Endpoint {
    Endpoint(
      service: service,
      region: region,
      publicURL: URLTemplate(publicURL),
      internalURL: internalURL.map { URLTemplate($0) },
      adminURL: adminURL.map { URLTemplate($0) }
    )
  }
}

extension LiveEndpoint {
  static func make(
    _ id: String,
    on serviceID: String,
    in region: Name? = "RegionOne",
    public publicURL: String? = "http://p",
    internal internalURL: String? = nil,
    admin adminURL: String? = nil,
    isShown: Bool = true,
    isManageable: Bool = true
  ) -> LiveEndpoint {
    LiveEndpoint(
      id: id,
      serviceID: serviceID,
      region: region,
      publicURL: publicURL.map { URLTemplate($0) },
      internalURL: internalURL.map { URLTemplate($0) },
      adminURL: adminURL.map { URLTemplate($0) },
      isShown: isShown,
      isManageable: isManageable
    )
  }
}

extension ResourceKey {
  static func endpoint(_ service: ServiceKey, in region: Name = "RegionOne") -> ResourceKey {
    .endpoint(EndpointKey(service: service, region: region))
  }

  static func assignment(_ user: QualifiedName, _ tenant: QualifiedName, _ role: QualifiedName)
    -> ResourceKey
  {
    .assignment(RoleAssignment(user: user, tenant: tenant, role: role))
  }
}
