internal import IdentityModel
internal import Texts

/// Writes services with their endpoints in the shortest form that resolves to the same URLs.
struct ServiceSectionWriter {
  /// What an endpoint says of one URL.
  private struct WrittenURL: Hashable {
    let text: ExactText
    let isShown: Bool
  }

  /// What one endpoint says, interface by interface.
  private typealias Texts = [EndpointInterface: [WrittenURL]]

  private let desired: DesiredState
  private let bases: RegionBases
  private let written: [Region]
  private let limits: LimitsWriter
  /// The regions in which endpoints stand that name none.
  private let usualNames: [Name]

  init(_ desired: DesiredState) {
    self.desired = desired
    limits = LimitsWriter(desired)
    let bases = RegionBases(desired.endpoints)
    self.bases = bases
    let declared = desired.regionNames
    let others = Set(desired.endpoints.map(\.region)).subtracting(declared)
    written = (desired.regions + others.filter { $0 != "" }.map { Region(name: $0) })
      .sorted { $0.name < $1.name }
    let usual = written.filter { $0.fields.isEmpty || !bases.bases(of: $0.name.name).isEmpty }
    usualNames = (others.contains("") ? [""] : []) + usual.map(\.name.name)
  }

  /// Every region that is declared or that an endpoint is in, with its base URLs; nil without any.
  var regions: YAMLValue? {
    guard !written.isEmpty else { return nil }
    typealias Key = SeedSchema.RegionKey
    return .block(
      written.map { region in
        let own: [YAMLValue.Pair?] = [
          region.description.map { .init(Key.description, .escaped($0)) },
          region.parent.map { .init(Key.parent, .escaped($0.text)) },
        ]
        let urls = bases.bases(of: region.name.name).map {
          YAMLValue.Pair($0.interface, .escaped($0.url))
        }
        let pairs = own.compactMap(\.self) + urls
        return YAMLValue.Pair(
          key: region.name.text,
          value: pairs.isEmpty ? .nothing : .block(pairs)
        )
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
      service.isShown ? nil : .init(Key.enabled, .flag(false)),
      endpoints.isEmpty ? nil : .init(Key.endpoints, value(of: endpoints)),
      limits.value(of: service.key).map { .init(Key.limits, $0) },
    ]
    return .block(pairs.compactMap(\.self))
  }

  // MARK: Endpoints

  private func value(of endpoints: [Endpoint]) -> YAMLValue {
    let regions = Dictionary(grouping: endpoints, by: \.region).sorted { $0.key < $1.key }
    let values = regions.map { (region: $0.key, texts: texts(of: $0.value)) }
    if let first = values.first?.texts, values.map(\.region) == usualNames,
      usualNames.first != "",
      values.allSatisfy({ $0.texts == first })
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

  /// What the endpoints of one region say, of which an interface with several URLs has several.
  private func texts(of endpoints: [Endpoint]) -> Texts {
    var texts: Texts = [:]
    for endpoint in endpoints {
      for interface in EndpointInterface.allCases {
        guard let url = endpoint.url(of: interface) else { continue }
        let text = bases.shortened(url, of: interface, in: endpoint.region)
        let written = WrittenURL(
          text: ExactText(text),
          isShown: endpoint.isShown && !endpoint.hidden.contains(interface)
        )
        texts[interface, default: []].append(written)
      }
    }
    return texts
  }

  /// Whether one text says it all: a whole URL is that of every interface, and what follows a base
  /// URL is that of every interface that has one.
  private func isOneForAll(_ texts: Texts, in region: Name) -> Bool {
    guard let first = texts[.public]?.first, first.isShown,
      texts.values.allSatisfy({ $0 == [first] })
    else { return false }
    let isWhole = CatalogURL(first.text.text) != nil
    let meant =
      isWhole ? Set(EndpointInterface.allCases) : Set(bases.bases(of: region).map(\.interface))
    return Set(texts.keys) == meant
  }

  private func one(_ texts: Texts) -> YAMLValue { .escaped(texts[.public]?.first?.text.text ?? "") }

  private func each(_ texts: Texts) -> YAMLValue {
    .block(
      EndpointInterface.allCases.compactMap { interface in
        texts[interface].map { urls in
          let values = urls.map { value(of: $0) }
          return YAMLValue.Pair(interface, values.count == 1 ? values[0] : .items(values))
        }
      }
    )
  }

  private func value(of url: WrittenURL) -> YAMLValue {
    typealias Key = SeedSchema.InterfaceKey
    let text = YAMLValue.escaped(url.text.text)
    return url.isShown ? text : .inline([.init(Key.url, text), .init(Key.enabled, .flag(false))])
  }
}
