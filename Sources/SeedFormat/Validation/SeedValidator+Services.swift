internal import IdentityModel
internal import Texts

extension SeedValidator {
  mutating func validateServices() {
    let regions = Declared(document.regions.entries.map(\.name.value), of: document.regions)
    for service in document.services.entries {
      // A key that was left empty says nothing; `name: ""` does.
      var rule = NameRule.serviceName
      rule.mayBeEmpty = service.otherName != nil
      rule.check(service.name, into: &diagnostics)
      if let text = service.description {
        DatabaseRule.checkLength(
          of: text.value,
          "a service's description",
          text.location,
          &diagnostics
        )
      }
      if service.otherName?.value == "" {
        needVersion3(
          service.name.location,
          "v2.0 has no service without a name, v3 has",
          hint: "give it a name"
        )
      }
      needVersion3(for: service.enabled, of: "a service")
      if let type = service.type { NameRule.serviceType.check(type, into: &diagnostics) }
      for endpoints in service.endpoints { validate(endpoints, of: service, regions: regions) }
      if !service.declaresType, service.exists == nil {
        diagnostics.error("a service must have the key \"type\"", at: service.location)
      }
    }
    validateKeys()
    warnOfSharedTypes()
    warnOfLookalikes(document.services.entries.map(\.name), as: "service")
  }

  private mutating func validate(
    _ endpoints: EndpointsEntry,
    of service: ServiceEntry,
    regions: Declared<Name>
  ) {
    switch endpoints.form {
    case .everywhere(let urls):
      validate(urls)
      let everywhere = document.usualRegions.map(\.name.value)
      requirePublicURL(urls, of: service, in: everywhere, at: endpoints.location)
      if regions.isComplete, everywhere.isEmpty {
        diagnostics.error(
          regions.names.isEmpty
            ? "these endpoints need a region, and none is declared"
            : "these endpoints need a region: one that exists has to be named, or have a base URL",
          at: endpoints.location,
          hint: regions.names.isEmpty ? "declare one under regions" : nil
        )
      }
    case .byRegion(let entries):
      for entry in entries {
        if entry.region.value == "" {
          validateRegionless(entry.urls, at: entry.region.location)
        } else {
          requireRegion(entry.region, in: regions)
        }
        validate(entry.urls)
        requirePublicURL(
          entry.urls,
          of: service,
          in: [entry.region.value],
          at: entry.region.location
        )
      }
    }
  }

  /// An endpoint of no region has no base URL to continue.
  private mutating func validateRegionless(_ urls: EndpointURLs, at location: FileLocation) {
    needVersion3(
      location,
      "v2.0 has no endpoint without a region, v3 has",
      hint: "name a region"
    )
    let interfaces: [EndpointInterface] =
      if case .same = urls { [.public] } else { EndpointInterface.allCases }
    for text in interfaces.flatMap({ urls.all(of: $0).map(\.text) })
    where text.value.hasPrefix(":") || text.value.hasPrefix("/") {
      diagnostics.error(
        "an endpoint without a region has no base URL to continue",
        at: text.location,
        hint: "write the whole URL"
      )
    }
  }

  /// An undeclared region may also be a misspelt interface.
  private mutating func requireRegion(_ region: Located<Name>, in regions: Declared<Name>) {
    guard regions.isComplete, !regions.names.contains(region.value) else { return }
    let known =
      regions.names.map(\.text).sorted() + EndpointInterface.allCases.map(\.rawValue)
    diagnostics.error(
      "no region is called \"\(region.value)\"",
      at: region.location,
      hint: spelling.hint(for: region.value.text, among: known)
    )
  }

  /// Reports URLs without a public one, unless another file says that of each of the regions.
  private mutating func requirePublicURL(
    _ urls: EndpointURLs,
    of service: ServiceEntry,
    in regions: [Name],
    at location: FileLocation
  ) {
    switch urls {
    case .same(let url): return requirePublicBase(for: url.text, in: regions)
    case .each(let interfaces) where interfaces.absent[.public] != nil: break
    case .each(let interfaces) where interfaces.declared.isEmpty:
      guard interfaces.absent.isEmpty else { return }
      diagnostics.error("an endpoint must have a URL", at: location)
      return
    case .each where urls.declaresPublic: return
    case .each: break
    }
    if service.endpoints.count > 1, !regions.isEmpty,
      regions.allSatisfy({ region in service.endpoints.contains { $0.declaresPublic(in: region) } })
    {
      return
    }
    needPublicURL(at: location)
  }

  /// Where a region has base URLs and no public one, what follows a base makes no public URL.
  private mutating func requirePublicBase(for text: Located<String>, in regions: [Name]) {
    guard CatalogURL(text.value) == nil else { return }
    let named = document.regions.entries.filter { regions.contains($0.name.value) }
    let bases = named.map(\.bases.declared)
    if bases.contains(where: { !$0.isEmpty && $0[.public] == nil }) {
      needPublicURL(at: text.location)
    }
  }

  mutating func needPublicURL(at location: FileLocation) {
    needVersion3(
      location,
      "v2.0 has no endpoint without a public URL, v3 has",
      hint: "give it one where v2.0 is spoken"
    )
  }

  private mutating func validate(_ urls: EndpointURLs) {
    switch urls {
    case .same(let url):
      URLRule.checkEndpoint(url.text, into: &diagnostics)
    case .each(let interfaces):
      for interface in EndpointInterface.allCases {
        let urls = interfaces.urls[interface] ?? []
        let texts = urls.map(\.text)
        for text in texts { URLRule.checkEndpoint(text, into: &diagnostics) }
        for url in urls { needVersion3(for: url.enabled, of: "an endpoint") }
        if texts.count > 1 { validateSeveral(texts, of: interface) }
      }
    }
  }

  private mutating func needVersion3(for enabled: Located<Bool>?, of noun: String) {
    guard let enabled else { return }
    needVersion3(
      enabled.location,
      "v2.0 does not manage whether \(noun) is enabled, v3 does",
      hint: "leave enabled out where v2.0 is spoken"
    )
  }

  private mutating func validateSeveral(
    _ texts: [Located<String>],
    of interface: EndpointInterface
  ) {
    needVersion3(
      texts[1].location,
      "v2.0 has one \(interface.rawValue) URL in a region, v3 may have several",
      hint: "leave all but one out where v2.0 is spoken"
    )
    for (index, text) in texts.enumerated() {
      let url = URLTemplate(text.value)
      guard texts[..<index].contains(where: { URLTemplate($0.value).isEquivalent(to: url) }) else {
        continue
      }
      diagnostics.error("the URL is in this list twice", at: text.location)
    }
  }

  /// Keystone would take both, and every later run would find the one to be the other's duplicate.
  private mutating func validateKeys() {
    var seen: [ServiceKey: Located<Name>] = [:]
    let named = Dictionary(grouping: document.services.entries) { $0.name.value }
    for service in document.services.entries {
      if service.isFoundByName, let others = named[service.name.value], others.count > 1 {
        diagnostics.error(
          "several services have the name \"\(service.name.value)\", so that the type has to be said",
          at: service.location
        )
      }
      guard let type = service.type else { continue }
      let key = ServiceKey(type: type.value, name: service.name.value)
      guard let first = seen[key] else {
        seen[key] = service.label
        continue
      }
      diagnostics.error(
        "duplicate of \(key), declared as \"\(first.value)\" in "
          + diagnostics.place(first.location, seenFrom: service.label.location),
        at: service.label.location
      )
    }
  }

  /// A user's catalog has one entry for each type and region: the others are hidden behind it.
  private mutating func warnOfSharedTypes() {
    var seen: [Name: ServiceEntry] = [:]
    for service in document.services.entries {
      guard let type = service.type, !service.endpoints.isEmpty else { continue }
      guard let first = seen[type.value] else {
        seen[type.value] = service
        continue
      }
      // The same type and the same name is a duplicate, which has its own message.
      guard first.name.value != service.name.value else { continue }
      diagnostics.warning(
        "two services of type \"\(type.value)\" (also \"\(first.label.value)\","
          + " \(diagnostics.place(first.label.location, seenFrom: service.label.location))):"
          + " clients see only one",
        at: service.label.location
      )
    }
  }
}
