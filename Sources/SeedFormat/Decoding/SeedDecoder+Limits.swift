internal import IdentityModel
internal import Texts

extension SeedDecoder {
  /// The limits of one service: a mapping of resources, or one of regions to such mappings.
  ///
  /// - Parameters:
  ///   - node: The value of `limits`, or of a service's key in it.
  ///   - place: Where the key stands.
  /// - Returns: Them; nil after it was reported that they are none.
  mutating func limits(in node: YAMLNode, at place: FileLocation) -> LimitsEntry? {
    guard let pairs = limitPairs(of: node, hint: "write {servers: 10}") else { return nil }
    let regions = pairs.filter { reader.kind(of: $0.value) == .mapping }
    guard !regions.isEmpty else {
      let form: LimitsEntry.Form =
        pairs.isEmpty ? .byRegion([]) : .everywhere(declaredLimits(in: pairs, of: nil))
      return LimitsEntry(location: place, form: form)
    }
    guard !reportsForeignForm(of: regions) else { return nil }
    if let stranger = pairs.first(where: { reader.kind(of: $0.value) != .mapping }) {
      reader.diagnostics.error(
        "limits can't mix resources and regions, and \"\(stranger.key.value)\" is no region here",
        at: stranger.key.location,
        hint: "write the resources inside of each region"
      )
      return nil
    }
    var entries: [(region: Located<Name>, limits: [DeclaredLimit])] = []
    for pair in regions {
      guard let region = literalName(pair.key),
        let inside = reader.pairs(of: pair.value, as: "a region's limits")
      else { continue }
      entries.append((region, declaredLimits(in: inside, of: region.value)))
    }
    return LimitsEntry(location: place, form: .byRegion(entries))
  }

  /// The limits of a project or a domain: the same below each service's key.
  mutating func ownLimits(in node: YAMLNode, at place: FileLocation) -> OwnLimitsEntry? {
    guard let pairs = limitPairs(of: node, hint: "write {nova: {servers: 10}}") else { return nil }
    var services: [(label: Located<Name>, limits: LimitsEntry)] = []
    for pair in pairs {
      guard reader.kind(of: pair.value) == .mapping else {
        reader.diagnostics.error(
          "the limits of one service must be a mapping, not \(reader.noun(of: pair.value))",
          at: reader.location(of: pair.value),
          hint: "write {nova: {servers: 10}}"
        )
        continue
      }
      guard let label = literalName(pair.key),
        let limits = limits(in: pair.value, at: pair.key.location)
      else { continue }
      services.append((label, limits))
    }
    return OwnLimitsEntry(location: place, services: services)
  }

  /// The limit that an item of what is absent names.
  mutating func absentLimit(in node: YAMLNode) -> LimitPattern? {
    var names: [SeedSchema.AbsentLimitKey: Name] = [:]
    var tenant: Located<QualifiedName>?
    for field in reader.fields(of: node, as: SeedSchema.AbsentLimitKey.self) ?? [] {
      switch field.key {
      case .tenant, .project: tenant = reference(to: field.value, as: field.key.rawValue)
      case .service, .type, .region, .resource, .domain:
        names[field.key] = name(of: field.value, as: field.key.rawValue)?.value
      }
    }
    guard let service = names[.service], let resource = names[.resource] else { return nil }
    var holder = tenant.map { LimitHolder.tenant($0.value) }
    if let domain = names[.domain] {
      guard holder == nil else {
        reader.diagnostics.error(
          "a limit is that of a project or of a domain, not of both",
          at: reader.location(of: node),
          hint: "a project of another domain is {name: web, domain: corp}"
        )
        return nil
      }
      holder = .domain(Self.domain(called: domain) ?? Domain.defaultName.name)
    }
    return LimitPattern(
      service: ServicePattern(name: service, type: names[.type]),
      region: names[.region],
      resource: resource,
      holder: holder
    )
  }

  private mutating func limitPairs(of node: YAMLNode, hint: String) -> NodeReader.Pairs? {
    guard reader.kind(of: node) == .mapping else {
      reader.diagnostics.error(
        "limits must be a mapping, not \(reader.noun(of: node))",
        at: reader.location(of: node),
        hint: hint
      )
      return nil
    }
    return reader.pairs(of: node, as: "limits")
  }

  private mutating func declaredLimits(
    in pairs: NodeReader.Pairs,
    of region: Name?
  ) -> [DeclaredLimit] {
    pairs.compactMap { pair in
      guard let resource = literalName(pair.key),
        let value = limitValue(in: pair.value, of: region)
      else { return nil }
      return DeclaredLimit(resource: resource, value: value)
    }
  }

  /// What other tools write in the place of a number.
  private mutating func reportsForeignForm(of regions: [NodeReader.Pair]) -> Bool {
    for pair in regions {
      let children = reader.document.children(of: pair.value)
      let keys = stride(from: children.startIndex, to: children.endIndex, by: 2).map {
        children[$0]
      }
      guard let key = keys.first(where: { isForeignWord($0) }) else { continue }
      reader.diagnostics.error(
        "a limit has no key \"\(reader.document.text(of: key))\"",
        at: reader.location(of: key),
        hint: "write the number: {\(pair.key.value): 10}"
      )
      return true
    }
    return false
  }

  private func isForeignWord(_ node: YAMLNode) -> Bool {
    ["default_limit", "resource_limit", "resource_name"].contains { reader.isText(node, $0) }
  }

  // MARK: Numbers

  /// A number with its variables filled in, or the word that takes a limit away.
  private mutating func limitValue(in node: YAMLNode, of region: Name?) -> Located<Int?>? {
    guard !reader.isText(node, "absent") else { return Located(nil, at: reader.location(of: node)) }
    guard let text = text(of: node, as: "a limit", in: region) else { return nil }
    guard let number = LimitRule.number(text.value) else {
      reader.diagnostics.error(
        "a limit must be -1 or a whole number up to \(LimitRule.highest)",
        at: text.location,
        hint: LimitRule.hint(for: text.value)
      )
      return nil
    }
    return Located(number, at: text.location)
  }
}
