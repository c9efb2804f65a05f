internal import IdentityModel

/// Writes limits in the shortest form that resolves to the same numbers.
struct LimitsWriter {
  /// How long numbers may be to stand on one line.
  private static let longestLine = 80

  private let registered: [ServiceKey: [Limit]]
  private let own: [LimitHolder: [ServiceKey: [Limit]]]
  private let labels: [ServiceKey: String]
  /// The regions in which limits of a service stand that name none.
  private let usualRegions: [ServiceKey: Set<Name>]

  init(_ desired: DesiredState) {
    let limits = desired.limits.sorted { $0.key < $1.key }
    registered = Dictionary(grouping: limits.filter { $0.key.holder == nil }, by: \.key.service)
    var own: [LimitHolder: [ServiceKey: [Limit]]] = [:]
    for limit in limits {
      guard let holder = limit.key.holder else { continue }
      own[holder, default: [:]][limit.key.service, default: []].append(limit)
    }
    self.own = own
    labels = ServiceLabels.labels(for: desired.services.map(\.key))
    usualRegions = Dictionary(grouping: desired.endpoints, by: \.service)
      .mapValues { Set($0.map(\.region)) }
  }

  /// Those that are registered for a service; nil without any.
  func value(of service: ServiceKey) -> YAMLValue? { registered[service].map { value(of: $0) } }

  /// Those that a project or a domain has of its own; nil without any.
  func value(of holder: LimitHolder) -> YAMLValue? {
    guard let services = own[holder] else { return nil }
    let pairs = services.map { (labels[$0.key] ?? $0.key.name.text, value(of: $0.value)) }
    return .block(
      pairs.sorted { $0.0 < $1.0 }.map { YAMLValue.Pair(key: $0.0, value: $0.1) }
    )
  }

  /// Those of one service.
  private func value(of limits: [Limit]) -> YAMLValue {
    let regions = Dictionary(grouping: limits, by: \.key.region)
    let values = regions.mapValues { limits in
      Dictionary(limits.map { ($0.key.resource, $0.value) }) { first, _ in first }
    }
    let usual = limits.first.flatMap { usualRegions[$0.key.service] } ?? [""]
    if let first = values.first?.value, Set(values.keys) == usual,
      values.values.allSatisfy({ $0 == first })
    {
      return numbers(first)
    }
    return .block(
      values.sorted { $0.key < $1.key }.map {
        YAMLValue.Pair(key: $0.key.text, value: numbers($0.value))
      }
    )
  }

  private func numbers(_ values: [Name: Int]) -> YAMLValue {
    let pairs = values.sorted { $0.key < $1.key }.map {
      YAMLValue.Pair(key: $0.key.text, value: .number($0.value))
    }
    let length = values.reduce(0) { $0 + $1.key.text.utf8.count + "\($1.value)".count + 4 }
    return length > Self.longestLine ? .block(pairs) : .inline(pairs)
  }
}
