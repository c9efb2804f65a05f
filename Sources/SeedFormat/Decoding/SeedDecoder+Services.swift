internal import IdentityModel

extension SeedDecoder {
  mutating func regions(in node: YAMLNode) -> SeedDocument.Section<RegionEntry> {
    section("regions", in: node) { decoder, name, value in
      var entry = RegionEntry(name: name)
      guard !decoder.reader.isNull(value) else { return entry }
      let fields = decoder.reader.fields(of: value, as: SeedSchema.RegionKey.self) ?? []
      for field in fields {
        switch field.key {
        case .exists: entry.exists = decoder.existence(in: field.value)
        case .variables:
          // They are known already, and only what is wrong with them is told here.
          guard !decoder.reader.isNull(field.value) else { continue }
          _ = Self.declarations(in: field.value, reader: &decoder.reader)
        case .description: entry.description = decoder.text(of: field.value, as: "description")
        case .parent: entry.parent = decoder.name(of: field.value, as: "parent")
        case .public, .internal, .admin:
          guard let interface = field.key.interface else { continue }
          if decoder.isAbsent(field.value) {
            entry.bases.absent[interface] = field.location
            continue
          }
          entry.bases.declared[interface] = field.location
          entry.bases.texts[interface] = decoder.text(
            of: field.value,
            as: field.key.rawValue,
            in: name.value
          )
        }
      }
      decoder.refuse(
        fields,
        beside: entry.exists,
        but: [.exists, .variables, .public, .internal, .admin]
      )
      return entry
    }
  }

  mutating func services(in node: YAMLNode) -> SeedDocument.Section<ServiceEntry> {
    section("services", in: node) { decoder, label, value in
      decoder.service(label, in: value)
    }
  }

  private mutating func service(_ label: Located<Name>, in node: YAMLNode) -> ServiceEntry {
    guard !reader.isNull(node) else { return ServiceEntry(label: label, location: label.location) }
    var entry = ServiceEntry(label: label, location: reader.location(of: node))
    // What is no mapping has its message, and needs no other.
    entry.declaresType = reader.kind(of: node) != .mapping
    let fields = reader.fields(of: node, as: SeedSchema.ServiceKey.self, isPart: true) ?? []
    for field in fields {
      switch field.key {
      case .exists: entry.exists = existence(in: field.value)
      case .was: entry.was = formerService(in: field.value)
      case .type:
        entry.declaresType = true
        entry.type = name(of: field.value, as: "type")
      case .name: entry.otherName = name(of: field.value, as: "name")
      case .description: entry.description = text(of: field.value, as: "description")
      case .enabled: entry.enabled = flag(of: field.value, as: "enabled")
      case .endpoints: if let urls = endpoints(in: field.value) { entry.endpoints = [urls] }
      case .limits:
        if let limits = limits(in: field.value, at: field.location) { entry.limits = [limits] }
      }
    }
    refuse(fields, beside: entry.exists, but: [.exists, .type, .name, .endpoints, .limits])
    return entry
  }

  /// Whether a value is the word that takes away what is no object of its own; no URL is that.
  func isAbsent(_ node: YAMLNode) -> Bool {
    reader.isText(node, SeedSchema.absentWord)
  }

  /// What a service was: its name alone would leave open which one is meant.
  private mutating func formerService(in node: YAMLNode) -> Located<ServiceKey>? {
    let place = reader.location(of: node)
    guard reader.kind(of: node) == .mapping else {
      reader.diagnostics.error(
        "what a service was must be a mapping, not \(reader.noun(of: node))",
        at: place,
        hint: "write {name: cinderv3, type: volumev3}"
      )
      return nil
    }
    let values = names(of: node, as: SeedSchema.FormerServiceKey.self)
    guard let values, let name = values[.name], let type = values[.type] else { return nil }
    return Located(ServiceKey(type: type, name: name), at: place)
  }

  /// Tells the forms apart: a text, a mapping of interfaces, or a mapping of regions.
  private mutating func endpoints(in node: YAMLNode) -> EndpointsEntry? {
    let place = reader.location(of: node)
    guard reader.kind(of: node) != .sequence else {
      reader.diagnostics.error(
        "endpoints must be a text or a mapping, not a list",
        at: place,
        hint: "write {public: URL, internal: URL, admin: URL}"
      )
      return nil
    }
    guard reader.kind(of: node) == .mapping else {
      return url(in: node, as: "endpoints", of: nil)
        .map { EndpointsEntry(location: place, form: .everywhere(.same($0))) }
    }
    guard let pairs = reader.pairs(of: node, as: "endpoints") else { return nil }
    if pairs.contains(where: { EndpointInterface(rawValue: $0.key.value) != nil }) {
      let urls = interfaces(in: pairs, of: nil)
      return EndpointsEntry(location: place, form: .everywhere(.each(urls)))
    }
    var regions: [(region: Located<Name>, urls: EndpointURLs)] = []
    for pair in pairs {
      guard let region = literalName(pair.key), let urls = urls(in: pair.value, of: region.value)
      else { continue }
      regions.append((region, urls))
    }
    return EndpointsEntry(location: place, form: .byRegion(regions))
  }

  /// What one region's endpoint declares.
  private mutating func urls(in node: YAMLNode, of region: Name) -> EndpointURLs? {
    guard reader.kind(of: node) == .mapping else {
      return url(in: node, as: "a region's endpoint", of: region).map(EndpointURLs.same)
    }
    let pairs = reader.pairs(of: node, as: "a region's endpoint")
    return pairs.map { .each(interfaces(in: $0, of: region)) }
  }

  /// What stands for each interface, in a region or, without one, in all of them.
  private mutating func interfaces(in pairs: NodeReader.Pairs, of region: Name?) -> InterfaceURLs {
    var urls = InterfaceURLs()
    for pair in pairs {
      guard let interface = EndpointInterface(rawValue: pair.key.value) else {
        reportStranger(pair)
        continue
      }
      if isAbsent(pair.value) {
        urls.absent[interface] = pair.key.location
        continue
      }
      urls.declared[interface] = pair.key.location
      guard reader.kind(of: pair.value) == .sequence else {
        urls.urls[interface] = declaredURL(in: pair.value, as: interface.rawValue, of: region)
          .map { [$0] }
        continue
      }
      let items = reader.items(of: pair.value, as: interface.rawValue) ?? []
      if items.isEmpty {
        reader.diagnostics.error(
          "the list of \(interface.rawValue) URLs is empty",
          at: reader.location(of: pair.value),
          hint: "leave the key out"
        )
      }
      urls.urls[interface] = items.compactMap {
        declaredURL(in: $0, as: "a URL of \(interface.rawValue)", of: region)
      }
    }
    return urls
  }

  /// A text, or a mapping that says beside it whether the catalog shows it.
  private mutating func declaredURL(
    in node: YAMLNode,
    as noun: String,
    of region: Name?
  ) -> DeclaredURL? {
    guard reader.kind(of: node) == .mapping else { return url(in: node, as: noun, of: region) }
    var found: DeclaredURL?
    var enabled: Located<Bool>?
    for field in reader.fields(of: node, as: SeedSchema.InterfaceKey.self) ?? [] {
      switch field.key {
      case .url: found = url(in: field.value, as: "url", of: region)
      case .enabled: enabled = flag(of: field.value, as: "enabled")
      }
    }
    found?.enabled = enabled
    return found
  }

  /// A text whose variables may be those of a region; where it is that of every region, they are filled
  /// in once these are known.
  private mutating func url(
    in node: YAMLNode,
    as noun: String,
    of region: Name?
  ) -> DeclaredURL? {
    guard let source = reader.text(of: node, as: noun) else { return nil }
    if region == nil, variables.isRegional(source.value) {
      return DeclaredURL(text: source, isRegional: true)
    }
    return variables.expand(source, in: region, into: &reader.diagnostics)
      .map { DeclaredURL(text: Located($0, at: source.location)) }
  }

  /// A key among interfaces that is none: a typing error, or a region where none can be.
  private mutating func reportStranger(_ pair: NodeReader.Pair) {
    guard reader.kind(of: pair.value) == .mapping else {
      reader.reportUnknown(pair.key, in: EndpointInterface.self)
      return
    }
    reader.diagnostics.error(
      "endpoints can't mix interfaces and regions, and \"\(pair.key.value)\" is no interface",
      at: pair.key.location,
      hint: "write the interfaces inside of each region"
    )
  }
}
