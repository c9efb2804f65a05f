import IdentityModel

/// Which row stands for each declared service: one that users see, among those one that already
/// matches the seed, and among several such the one with the lowest ID.
///
/// Its endpoints do not count: while another run is still making them, two runs that counted would
/// choose differently and delete each other's.
struct ServiceSurvivors {
  private let declared: Set<ServiceKey>
  private let survivors: [ServiceKey: Live<Service>]
  private let keysByID: [String: ServiceKey]

  init(desired: [Service], live: [Live<Service>]) {
    declared = Set(desired.map(\.key))
    keysByID = Dictionary(live.map { ($0.id, $0.value.key) }) { first, _ in first }
    let rows = Dictionary(grouping: live, by: \.value.key)
    var survivors: [ServiceKey: Live<Service>] = [:]
    for service in desired {
      survivors[service.key] = Self.survivor(of: service, among: rows[service.key] ?? [])
    }
    self.survivors = survivors
  }

  func isDeclared(_ key: ServiceKey) -> Bool { declared.contains(key) }

  func survivor(of key: ServiceKey) -> Live<Service>? { survivors[key] }

  func isSurvivor(_ row: Live<Service>) -> Bool { survivors[row.value.key]?.id == row.id }

  /// The key of a live endpoint; where its service is gone, the service's ID stands for its name.
  func key(of endpoint: LiveEndpoint) -> EndpointKey {
    key(ofService: endpoint.serviceID, in: endpoint.region, interface: endpoint.interface)
  }

  /// The key of an endpoint of that service in that region.
  func key(
    ofService id: String,
    in region: Name?,
    interface: EndpointInterface? = nil
  ) -> EndpointKey {
    EndpointKey(
      service: keysByID[id] ?? ServiceKey(type: "", name: Name(id)),
      region: region ?? "",
      interface: interface
    )
  }

  private static func survivor(of service: Service, among rows: [Live<Service>]) -> Live<Service>? {
    let candidates = Survivor.candidates(among: rows, isShown: \.value.isShown)
    let matching = candidates.filter {
      FieldChange.between(desired: service.fields, live: $0.value.fields).isEmpty
    }
    return (matching.isEmpty ? candidates : matching).min {
      Survivor.precedes($0.id, $1.id)
    }
  }
}
