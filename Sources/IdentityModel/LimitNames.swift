/// What live limits are called, which are listed by the IDs of what they are about.
package struct LimitNames: Sendable {
  private let services: [String: ServiceKey]
  private let tenants: [String: QualifiedName]
  private let domains: [String: QualifiedName]

  /// - Parameter live: What else is there.
  package init(_ live: LiveState) {
    guard !live.limits.isEmpty else {
      (services, tenants, domains) = ([:], [:], [:])
      return
    }
    func names<Value: Resource>(_ rows: [Live<Value>]) -> [String: Value.Key] {
      Dictionary(rows.map { ($0.id, $0.value.key) }) { first, _ in first }
    }
    services = names(live.services)
    tenants = names(live.tenants)
    domains = names(live.domains)
  }

  /// The service that the limit is of; nil where it is gone.
  package func service(of limit: LiveLimit) -> ServiceKey? { services[limit.serviceID] }

  /// Whose own it is; nil of a registered one, and where whose it is was not looked at.
  package func holder(of limit: LiveLimit) -> LimitHolder? {
    switch limit.holderID {
    case .tenant(let id): tenants[id].map { .tenant($0) }
    case .domain(let id): domains[id].map { .domain($0.name) }
    case nil: nil
    }
  }

  /// The key of the limit; where a part of it has no name here, its ID stands for that.
  package func key(of limit: LiveLimit) -> LimitKey {
    LimitKey(
      service: service(of: limit) ?? ServiceKey(type: "", name: Name(limit.serviceID)),
      region: limit.region ?? "",
      resource: limit.resource,
      holder: holder(of: limit) ?? limit.holderID.map(Self.nameless)
    )
  }

  private static func nameless(_ id: LiveLimit.HolderID) -> LimitHolder {
    switch id {
    case .tenant(let id): .tenant(QualifiedName(id))
    case .domain(let id): .domain(Name(id))
    }
  }
}
