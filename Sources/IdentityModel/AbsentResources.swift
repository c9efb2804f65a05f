/// What the seed says must not be there.
package struct AbsentResources: Hashable, Sendable {
  /// The names of each kind that has some.
  private var names: [NamedKind: Set<QualifiedName>] = [:]
  package var implications: Set<Implication> = []
  package var memberships: Set<Membership> = []
  package var assignments: Set<RoleAssignment> = []
  package var services: Set<ServicePattern> = []
  package var endpoints: Set<EndpointPattern> = []
  package var limits: Set<LimitPattern> = []

  package init() {}

  /// The names of one kind.
  package subscript(kind: NamedKind) -> Set<QualifiedName> {
    get { names[kind] ?? [] }
    set { names[kind] = newValue.isEmpty ? nil : newValue }
  }

  package var domains: Set<QualifiedName> {
    get { self[.domain] }
    set { self[.domain] = newValue }
  }

  /// The regions, in which there must be no endpoint either.
  package var regions: Set<Name> {
    get { Set(self[.region].map(\.name)) }
    set { self[.region] = Set(newValue.map { QualifiedName($0) }) }
  }

  package var roles: Set<QualifiedName> {
    get { self[.role] }
    set { self[.role] = newValue }
  }

  package var tenants: Set<QualifiedName> {
    get { self[.tenant] }
    set { self[.tenant] = newValue }
  }

  package var groups: Set<QualifiedName> {
    get { self[.group] }
    set { self[.group] = newValue }
  }

  package var users: Set<QualifiedName> {
    get { self[.user] }
    set { self[.user] = newValue }
  }

  /// Whether nothing is declared absent.
  package var isEmpty: Bool {
    names.isEmpty && implications.isEmpty && memberships.isEmpty && assignments.isEmpty
      && services.isEmpty && endpoints.isEmpty && limits.isEmpty
  }
}

/// The services of one name, of one type or of any.
package struct ServicePattern: Hashable, Sendable {
  package let name: Name
  package let type: Name?

  package init(name: Name, type: Name? = nil) {
    self.name = name
    self.type = type
  }

  /// Whether the pattern means that service.
  package func matches(_ key: ServiceKey) -> Bool {
    name == key.name && (type == nil || type == key.type)
  }
}

/// The endpoints of the services that a pattern means, in one region, or one interface of them.
package struct EndpointPattern: Hashable, Sendable {
  package let service: ServicePattern
  package let region: Name
  /// The interface that is meant; nil where all of them are.
  package let interface: EndpointInterface?

  package init(service: ServicePattern, region: Name, interface: EndpointInterface? = nil) {
    self.service = service
    self.region = region
    self.interface = interface
  }

  /// Whether the pattern means that endpoint as a whole: of one that holds all interfaces in a row, not
  /// where it names an interface.
  package func matches(_ key: EndpointKey) -> Bool {
    isAbout(key) && (interface == nil || interface == key.interface)
  }

  /// Whether it is about the endpoint, be it about one interface alone.
  fileprivate func isAbout(_ key: EndpointKey) -> Bool {
    region == key.region && service.matches(key.service)
  }
}

extension AbsentResources {
  /// The interfaces that an endpoint must not have.
  package func interfaces(of key: EndpointKey) -> Set<EndpointInterface> {
    Set(endpoints.lazy.filter { $0.isAbout(key) }.compactMap(\.interface))
  }
}
