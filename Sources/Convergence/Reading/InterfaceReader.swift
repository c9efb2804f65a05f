package import IdentityModel

/// Which interfaces are asked about: all, unless something narrows it.
package struct InterfacePart: Hashable, Sendable {
  package var serviceID: String?
  package var interface: EndpointInterface?
  package var region: Name?

  package init(serviceID: String? = nil, interface: EndpointInterface? = nil, region: Name? = nil) {
    self.serviceID = serviceID
    self.interface = interface
    self.region = region
  }
}

/// What there is to a question for interfaces.
package enum InterfaceList: Hashable, Sendable {
  /// All that were asked for, and maybe others.
  case whole([LiveInterface])
  /// Some of them: the server ends its lists at a number of rows.
  case cutOff
  /// No such list, since nothing there knows single interfaces.
  case notThere
}

/// Reads the interfaces of all endpoints one by one, as far as anybody tells.
///
/// A list that is cut off is asked for in parts: by service, by interface, by region. Only what even
/// those leave out is not known.
struct InterfaceReader: Sendable {
  /// What was read.
  struct Reading: Sendable {
    private(set) var rows: [String: LiveInterface] = [:]
    private(set) var unknown: UnknownInterfaces?
    /// Whether there is a list at all.
    fileprivate(set) var isListed = true

    /// The IDs of all rows there are; nil where not all are known.
    var allIDs: Set<String>? { isListed && unknown == nil ? Set(rows.keys) : nil }

    fileprivate mutating func add(_ found: [LiveInterface]) {
      for row in found { rows[row.id] = row }
    }

    fileprivate mutating func add(_ reason: UnknownInterfaces.Reason, in part: InterfacePart) {
      let missing = UnknownInterfaces(reason, services: part.serviceID.map { [$0] })
      unknown = unknown?.joined(with: missing) ?? missing
    }
  }

  /// What came of a question.
  typealias Answer = Result<InterfaceList, BackendFailure>

  let backend: any IdentityBackend
  let parallelism: Int

  /// Asks for all of them at once.
  static func all(of backend: any IdentityBackend) async -> Answer {
    await answer(to: InterfacePart(), of: backend)
  }

  /// Reads them.
  ///
  /// - Parameters:
  ///   - live: The services and endpoints, by which a long list is parted.
  ///   - regions: Regions beside those of the endpoints.
  ///   - all: What came of the question for all of them; nil where nobody has asked it.
  /// - Returns: All that is told, and of what nothing is.
  func read(
    _ live: LiveState,
    regions: Set<Name> = [],
    all: Answer? = nil
  ) async -> Reading {
    let places = Places(live, regions: regions)
    var reading = Reading()
    var parts = [InterfacePart()]
    var known = all
    while !parts.isEmpty {
      let answers =
        if let known {
          [known]
        } else {
          await parts.concurrentMap(limit: parallelism) { [backend] part in
            await Self.answer(to: part, of: backend)
          }
        }
      known = nil
      var narrower: [InterfacePart] = []
      for (part, answer) in zip(parts, answers) {
        switch answer {
        case .success(.whole(let rows)): reading.add(rows)
        case .success(.notThere): reading.isListed = false
        case .success(.cutOff):
          let parts = places.parts(of: part)
          if parts.isEmpty { reading.add(.cutOff, in: part) }
          narrower += parts
        case .failure(let error): reading.add(.refused(error.words), in: part)
        }
      }
      parts = narrower
    }
    return reading
  }

  private static func answer(
    to part: InterfacePart,
    of backend: any IdentityBackend
  ) async -> Answer {
    do throws(BackendFailure) {
      let list = try await backend.endpointInterfaces(part)
      return .success(list)
    } catch {
      return .failure(error)
    }
  }
}

/// By what a list of interfaces can be parted.
private struct Places {
  private let services: [String]
  private let regions: [Name]
  private let servicesWithoutRegion: Set<String>

  init(_ live: LiveState, regions: Set<Name>) {
    let owners = Set(live.services.map(\.id) + live.endpoints.map(\.serviceID))
    services = owners.subtracting([""]).sorted()
    self.regions = regions.union(live.endpoints.compactMap(\.region)).sorted()
    let without = live.endpoints.filter { $0.region == nil }
    servicesWithoutRegion = Set(without.map(\.serviceID))
  }

  /// The parts that make up that one, none where there are none that can be asked for.
  func parts(of part: InterfacePart) -> [InterfacePart] {
    guard let service = part.serviceID else {
      return services.map { InterfacePart(serviceID: $0) }
    }
    var narrower = part
    guard part.interface != nil else {
      return EndpointInterface.allCases.map { interface in
        narrower.interface = interface
        return narrower
      }
    }
    // What has no region cannot be asked for by it.
    guard part.region == nil, !servicesWithoutRegion.contains(service) else { return [] }
    return regions.map { region in
      narrower.region = region
      return narrower
    }
  }
}

extension LiveState {
  /// Takes in what was read of the interfaces.
  mutating func take(_ reading: InterfaceReader.Reading) {
    take(Array(reading.rows.values))
    unknownInterfaces = reading.unknown
  }

  /// Marks the endpoints that the backend lists and can neither change nor delete.
  ///
  /// - Parameters:
  ///   - interfaces: What was read of the interfaces, where that was asked for.
  ///   - backend: Who is asked where that does not tell.
  /// - Throws: `BackendFailure` where there is no answer that can be read.
  mutating func markUnmanageable(
    _ interfaces: InterfaceReader.Reading?,
    on backend: any IdentityBackend
  ) async throws(BackendFailure) {
    var foreign = interfaces?.allIDs
    if foreign == nil { foreign = try await backend.unmanageableEndpoints(among: endpoints) }
    isOriginUnknown = foreign == nil
    guard let foreign else { return }
    for index in endpoints.indices where foreign.contains(endpoints[index].id) {
      endpoints[index].isManageable = false
    }
  }
}
