internal import IdentityModel
internal import Texts

/// Writes services with their endpoints in the shortest form that resolves to the same URLs.
struct ServiceSectionWriter {
  /// What one endpoint says, interface by interface.
  private typealias Texts = [EndpointInterface: String]

  private let desired: DesiredState
  private let bases: RegionBases
  private let regionNames: [Name]

  init(_ desired: DesiredState) {
    self.desired = desired
    bases = RegionBases(desired.endpoints)
    regionNames = Set(desired.endpoints.map(\.region)).sorted()
  }

  /// Every region that an endpoint is in, with its base URLs; nil without any.
  var regions: YAMLValue? {
    guard !regionNames.isEmpty else { return nil }
    return .block(
      regionNames.map { region in
        let pairs = bases.bases(of: region).map { YAMLValue.Pair($0.interface, .escaped($0.url)) }
        return YAMLValue.Pair(key: region.text, value: pairs.isEmpty ? .nothing : .block(pairs))
      }
    )
  }

  /// The services, by their labels; nil without any.
  var services: YAMLValue? {
    guard !desired.services.isEmpty else { return nil }
    let labels = ServiceLabels.labels(for: desired.services.map(\.key))
    let endpoints = Dictionary(grouping: desired.endpoints, by: \.service)
    let labelled = desired.services.map { (Name(labels[$0.key] ?? ""), $0) }
    return .block(
      labelled.sorted { $0.0 < $1.0 }.map { label, service in
        let value = value(of: service, labelled: label, endpoints: endpoints[service.key] ?? [])
        return YAMLValue.Pair(key: label.text, value: value)
      }
    )
  }

  private func value(
    of service: Service,
    labelled label: Name,
    endpoints: [Endpoint]
  ) -> YAMLValue {
    typealias Key = SeedSchema.ServiceKey
    let name = label == service.name ? nil : YAMLValue.escaped(service.name.text)
    let pairs: [YAMLValue.Pair?] = [
      .init(Key.type, .escaped(service.type.text)),
      name.map { .init(Key.name, $0) },
      service.description.map { .init(Key.description, .escaped($0)) },
      endpoints.isEmpty ? nil : .init(Key.endpoints, value(of: endpoints)),
    ]
    return .block(pairs.compactMap(\.self))
  }

  // MARK: Endpoints

  private func value(of endpoints: [Endpoint]) -> YAMLValue {
    let endpoints = endpoints.sorted { $0.region < $1.region }
    let values = endpoints.map { (region: $0.region, texts: texts(of: $0)) }
    if let first = values.first?.texts, values.map(\.region) == regionNames,
      values.allSatisfy({ hasSameBytes($0.texts, first) })
    {
      let isOne = values.allSatisfy { isOneForAll($0.texts, in: $0.region) }
      return isOne ? one(first) : each(first)
    }
    return .block(
      values.map { region, texts in
        let value = isOneForAll(texts, in: region) ? one(texts) : each(texts)
        return YAMLValue.Pair(key: region.text, value: value)
      }
    )
  }

  private func texts(of endpoint: Endpoint) -> Texts {
    var texts: Texts = [:]
    for interface in EndpointInterface.allCases {
      texts[interface] = endpoint.url(of: interface).map {
        bases.shortened($0, of: interface, in: endpoint.region)
      }
    }
    return texts
  }

  /// Whether one text says it all: a whole URL is that of every interface, and what follows a base
  /// URL is that of every interface that has one.
  private func isOneForAll(_ texts: Texts, in region: Name) -> Bool {
    guard let first = texts[.public],
      texts.values.allSatisfy({ $0.utf8.elementsEqual(first.utf8) })
    else { return false }
    let isWhole = CatalogURL(first) != nil
    let meant =
      isWhole ? Set(EndpointInterface.allCases) : Set(bases.bases(of: region).map(\.interface))
    return Set(texts.keys) == meant
  }

  private func one(_ texts: Texts) -> YAMLValue { .escaped(texts[.public] ?? "") }

  private func each(_ texts: Texts) -> YAMLValue {
    .block(
      EndpointInterface.allCases.compactMap { interface in
        texts[interface].map { YAMLValue.Pair(interface, .escaped($0)) }
      }
    )
  }

  private func hasSameBytes(_ left: Texts, _ right: Texts) -> Bool {
    left.mapValues { ExactText($0) } == right.mapValues { ExactText($0) }
  }
}
