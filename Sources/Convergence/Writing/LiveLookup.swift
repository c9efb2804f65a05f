import IdentityModel
import Reconciliation

/// Finds again what a create made, or met, by its natural key.
///
/// A list serves all who ask at the same time, so that a run that meets another one at every step
/// does not list everything at every step.
struct LiveLookup: Sendable {
  private let roles: CoalescedRead<[Live<Role>], BackendFailure>
  private let tenants: CoalescedRead<[Live<Tenant>], BackendFailure>
  private let users: CoalescedRead<[UserRow], BackendFailure>
  private let services: CoalescedRead<[Live<Service>], BackendFailure>
  private let endpoints: CoalescedRead<[LiveEndpoint], BackendFailure>
  private let knownRows: Set<String>

  /// Makes a lookup; it sends nothing yet.
  ///
  /// - Parameters:
  ///   - backend: Where to look.
  ///   - live: What was there before, to tell a row that was made since from an old one: services
  ///     and endpoints have no unique name.
  init(backend: any IdentityBackend, live: LiveState) {
    roles = CoalescedRead { () async throws(BackendFailure) in try await backend.roles() }
    tenants = CoalescedRead { () async throws(BackendFailure) in try await backend.tenants() }
    users = CoalescedRead { () async throws(BackendFailure) in try await backend.users() }
    services = CoalescedRead { () async throws(BackendFailure) in try await backend.services() }
    endpoints = CoalescedRead { () async throws(BackendFailure) in try await backend.endpoints() }
    knownRows = Set(live.services.map(\.id)).union(live.endpoints.map(\.id))
  }

  func idOfRole(named name: Name) async throws(BackendFailure) -> String? {
    only(try await roles.value().filter { $0.value.name == name }.map(\.id))
  }

  func idOfTenant(named name: Name) async throws(BackendFailure) -> String? {
    only(try await tenants.value().filter { $0.value.name == name }.map(\.id))
  }

  func idOfUser(named name: Name) async throws(BackendFailure) -> String? {
    only(try await users.value().filter { $0.user.name == name }.map(\.id))
  }

  /// The role whose name a database may take for that one.
  func twin(ofRole name: Name) async throws(BackendFailure) -> NameHolder? {
    first(try await roles.value().map { NameHolder(name: $0.value.name, id: $0.id) }, like: name)
  }

  /// The tenant whose name a database may take for that one.
  func twin(ofTenant name: Name) async throws(BackendFailure) -> NameHolder? {
    first(try await tenants.value().map { NameHolder(name: $0.value.name, id: $0.id) }, like: name)
  }

  /// The user whose name a database may take for that one.
  func twin(ofUser name: Name) async throws(BackendFailure) -> NameHolder? {
    first(try await users.value().map { NameHolder(name: $0.user.name, id: $0.id) }, like: name)
  }

  /// The service with that key that was made since; of several the one that every run keeps.
  func idOfNewService(_ key: ServiceKey) async throws(BackendFailure) -> String? {
    let rows = try await services.value().filter { $0.value.key == key && isNew($0.id) }
    return Survivor.id(among: rows.map(\.id))
  }

  /// The endpoint that was made since and holds what was to be written; of several the one that
  /// every run keeps.
  func idOfNewEndpoint(_ endpoint: EndpointWrite) async throws(BackendFailure) -> String? {
    let rows = try await endpointRows()
    return Survivor.id(among: copies(of: endpoint, in: rows))
  }

  /// All endpoints as they are after the call.
  func endpointRows() async throws(BackendFailure) -> [LiveEndpoint] {
    try await endpoints.value()
  }

  /// The IDs of the rows that were made since and hold what was to be written.
  func copies(of endpoint: EndpointWrite, in rows: [LiveEndpoint]) -> [String] {
    rows.filter { row in
      row.serviceID == endpoint.serviceID && row.region == endpoint.region && isNew(row.id)
        && row.isShown == endpoint.isShown
        && FieldChange.between(desired: endpoint.urls, live: row.fields).isEmpty
    }.map(\.id)
  }

  private func first(_ holders: [NameHolder], like name: Name) -> NameHolder? {
    holders.filter { $0.name.isTwin(of: name) }.min { $0.name < $1.name }
  }

  private func isNew(_ id: String) -> Bool { !knownRows.contains(id) }

  private func only(_ ids: [String]) -> String? {
    ids.count == 1 ? ids.min() : nil
  }
}

extension EndpointWrite {
  fileprivate var urls: [FieldSetting] { settings.filter { $0.field != .enabled } }

  fileprivate var isShown: Bool { settings.flag(.enabled) ?? true }
}
