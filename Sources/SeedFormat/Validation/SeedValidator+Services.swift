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
      if let type = service.type { NameRule.serviceType.check(type, into: &diagnostics) }
      for endpoints in service.endpoints { validate(endpoints, of: service, regions: regions) }
      if !service.declaresType {
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
    let texts =
      switch urls {
      case .same(let text): [text]
      case .each(let interfaces): EndpointInterface.allCases.flatMap { interfaces.all(of: $0) }
      }
    for text in texts where text.value.hasPrefix(":") || text.value.hasPrefix("/") {
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
    guard !urls.declaresPublic else { return }
    if service.endpoints.count > 1, !regions.isEmpty,
      regions.allSatisfy({ region in service.endpoints.contains { $0.declaresPublic(in: region) } })
    {
      return
    }
    diagnostics.error("an endpoint must have a public URL", at: location)
  }

  private mutating func validate(_ urls: EndpointURLs) {
    switch urls {
    case .same(let text):
      URLRule.checkEndpoint(text, into: &diagnostics)
    case .each(let interfaces):
      for interface in EndpointInterface.allCases {
        let texts = interfaces.all(of: interface)
        for text in texts { URLRule.checkEndpoint(text, into: &diagnostics) }
        if texts.count > 1 { validateSeveral(texts, of: interface) }
      }
    }
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
    for service in document.services.entries {
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
