internal import IdentityModel
internal import Texts

extension SeedValidator {
  mutating func validateLimits() {
    let services = Declared(document.services.entries.map(\.label.value), of: document.services)
    for service in document.services.entries {
      for limits in service.limits {
        needLimits(at: limits.location)
        validate(limits, isAtService: true, services: services)
      }
    }
    let own =
      document.tenants.entries.flatMap(\.limits) + document.domains.entries.flatMap(\.limits)
    for entry in own {
      needLimits(at: entry.location)
      for (label, limits) in entry.services {
        require(label, in: services, as: "service")
        validate(limits, isAtService: false, services: services)
      }
    }
    for limit in document.absent.limits {
      needLimits(at: limit.location)
      switch limit.value.holder {
      case .tenant(let name): requireDomain(of: Located(name, at: limit.location))
      case .domain(let name) where name != Domain.defaultName.name:
        requireDomain(of: Located(QualifiedName("", of: name), at: limit.location))
      case .domain, nil: break
      }
    }
  }

  private mutating func validate(
    _ limits: LimitsEntry,
    isAtService: Bool,
    services: Declared<Name>
  ) {
    if case .byRegion(let entries) = limits.form {
      let regions = Declared(document.regions.entries.map(\.name.value), of: document.regions)
      for (region, _) in entries where region.value != "" {
        guard regions.isComplete, !regions.names.contains(region.value) else { continue }
        let isService = isAtService && services.names.contains(region.value)
        diagnostics.error(
          "no region is called \(region.value.quoted)",
          at: region.location,
          hint: isService
            ? "limits of a service name resources or regions"
            : spelling.hint(for: region.value.text, among: regions.names.lazy.map(\.text))
        )
      }
    }
    for limit in limits.all { NameRule.resource.check(limit.resource, into: &diagnostics) }
  }

  private mutating func needLimits(at location: FileLocation) {
    needVersion3(
      location,
      "v2.0 has no limits, v3 has",
      hint: "leave limits out where v2.0 is spoken"
    )
  }
}
