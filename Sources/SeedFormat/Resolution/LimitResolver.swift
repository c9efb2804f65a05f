internal import IdentityModel

/// Puts limits where they belong: in the regions that they name, or in those of their service's endpoints.
struct LimitResolver {
  /// Where a number stands, and which it is; nil where the limit is absent.
  private struct Said {
    let value: Int?
    let location: FileLocation
  }

  private let document: SeedDocument
  /// The regions in which limits of a service stand that name none.
  private let usualRegions: [ServiceKey: [Name]]
  private var keys: [LimitKey] = []
  private var said: [LimitKey: Said] = [:]

  /// Resolves the limits of all services, projects and domains.
  ///
  /// - Parameters:
  ///   - document: The seed.
  ///   - endpoints: The endpoints that it declares.
  ///   - diagnostics: Where what is said differently, or against itself, goes.
  /// - Returns: The limits, and those in whose place the seed says `absent`.
  static func resolve(
    _ document: SeedDocument,
    endpoints: [Endpoint],
    into diagnostics: inout DiagnosticCollector
  ) -> (limits: [Limit], absent: Set<LimitPattern>) {
    var resolver = LimitResolver(document, endpoints: endpoints)
    resolver.takeAll(into: &diagnostics)
    resolver.reportAbsent(into: &diagnostics)
    resolver.reportUnregistered(into: &diagnostics)
    let limits = resolver.keys.compactMap { key in
      resolver.said[key]?.value.map { Limit(key, value: $0) }
    }
    let absent = resolver.keys.filter { resolver.said[$0]?.value == nil }
    return (limits, Set(absent.map { LimitPattern(absent: $0) }))
  }

  private init(_ document: SeedDocument, endpoints: [Endpoint]) {
    self.document = document
    var regions: [ServiceKey: [Name]] = [:]
    for endpoint in endpoints where regions[endpoint.service]?.contains(endpoint.region) != true {
      regions[endpoint.service, default: []].append(endpoint.region)
    }
    usualRegions = regions
  }

  private mutating func takeAll(into diagnostics: inout DiagnosticCollector) {
    var services: [Name: ServiceKey] = [:]
    for service in document.services.entries {
      guard let key = service.key else { continue }
      services[service.label.value] = key
      for limits in service.limits { take(limits, of: key, nil, into: &diagnostics) }
    }
    for tenant in document.tenants.entries {
      take(tenant.limits, of: .tenant(tenant.name.value), services, into: &diagnostics)
    }
    for domain in document.domains.entries {
      take(domain.limits, of: .domain(domain.name.value.name), services, into: &diagnostics)
    }
  }

  private mutating func take(
    _ entries: [OwnLimitsEntry],
    of holder: LimitHolder,
    _ services: [Name: ServiceKey],
    into diagnostics: inout DiagnosticCollector
  ) {
    for (label, limits) in entries.flatMap(\.services) {
      guard let service = services[label.value] else { continue }
      take(limits, of: service, holder, into: &diagnostics)
    }
  }

  private mutating func take(
    _ limits: LimitsEntry,
    of service: ServiceKey,
    _ holder: LimitHolder?,
    into diagnostics: inout DiagnosticCollector
  ) {
    for (region, declared) in limits.declarations(usual: usualRegions[service] ?? [""]) {
      for limit in declared {
        let key = LimitKey(
          service: service,
          region: region,
          resource: limit.resource.value,
          holder: holder
        )
        guard let first = said[key] else {
          keys.append(key)
          said[key] = Said(value: limit.value.value, location: limit.value.location)
          continue
        }
        guard first.value != limit.value.value else { continue }
        diagnostics.reportDifference(
          "limit \(key) has another value",
          limit.value.location,
          from: first.location
        )
      }
    }
  }

  /// Reports limits that stand under `absent` and are declared.
  private func reportAbsent(into diagnostics: inout DiagnosticCollector) {
    for pattern in document.absent.limits {
      let found = keys.first { pattern.value.matches($0) && said[$0]?.value != nil }
      guard let key = found, let place = said[key]?.location else { continue }
      diagnostics.error(
        "limit \(key) is declared in \(diagnostics.place(place, seenFrom: pattern.location))"
          + " and absent",
        at: pattern.location
      )
    }
  }

  /// Reports limits of their own for which the registered one is to go.
  private func reportUnregistered(into diagnostics: inout DiagnosticCollector) {
    for key in keys where key.holder != nil {
      guard let own = said[key], own.value != nil else { continue }
      let registered = said[key.registered]
      let pattern = document.absent.limits.first { $0.value.matches(key.registered) }
      let isAbsent = registered.map { $0.value == nil } ?? (pattern != nil)
      guard isAbsent, let place = registered?.location ?? pattern?.location else { continue }
      diagnostics.error(
        "limit \(key) needs a registered one, which is absent in "
          + diagnostics.place(place, seenFrom: own.location),
        at: own.location
      )
    }
  }
}

extension LimitPattern {
  /// What means that limit and no other; of whatever type a service is that is referred to by its name.
  fileprivate init(absent key: LimitKey) {
    let type = key.service.type == ServiceKey.anyType ? nil : key.service.type
    self.init(
      service: ServicePattern(name: key.service.name, type: type),
      region: key.region,
      resource: key.resource,
      holder: key.holder
    )
  }
}
