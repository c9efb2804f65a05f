import IdentityModel
import Reconciliation

@testable import Convergence

extension InMemoryBackend {
  nonisolated var regions: any ResourceStore<Region> {
    guard capabilities.kinds.contains(.region) else { return UnkeptStore(of: capabilities.name) }
    return InMemoryStore(
      backend: self,
      kind: .region,
      rows: { tables in tables.regions.values.map { Live(id: $0.name.text, $0) } },
      make: { (tables, region) throws(BackendFailure) in try tables.create(region) },
      change: { (tables, region, id, fields) throws(BackendFailure) in
        try tables.update(region, id: id, fields)
      },
      remove: { (tables, id) throws(BackendFailure) in try tables.deleteRegion(id: id) }
    )
  }

  nonisolated var roles: any ResourceStore<Role> {
    InMemoryStore(
      backend: self,
      kind: .role,
      canUpdate: false,
      rows: { tables in tables.roles.map { Live(id: $0, $1) } },
      make: { (tables, role) throws(BackendFailure) in try tables.create(role) },
      change: { (_, _, _, _) throws(BackendFailure) in throw .keystone(404) },
      remove: { (tables, id) throws(BackendFailure) in try tables.deleteRole(id: id) }
    )
  }

  nonisolated var tenants: any ResourceStore<Tenant> {
    InMemoryStore(
      backend: self,
      kind: .tenant,
      rows: { tables in tables.tenants.map { Live(id: $0, $1) } },
      make: { (tables, tenant) throws(BackendFailure) in try tables.create(tenant) },
      change: { (tables, tenant, id, fields) throws(BackendFailure) in
        try tables.update(tenant, id: id, fields)
      },
      remove: { (tables, id) throws(BackendFailure) in try tables.deleteTenant(id: id) }
    )
  }

  nonisolated var users: any ResourceStore<UserWrite> {
    InMemoryStore(
      backend: self,
      kind: .user,
      rows: { tables in
        tables.users.map { id, entry in
          UserRow(
            id: id,
            user: entry.user,
            tenantID: entry.tenantID,
            isReadOnly: id.hasPrefix("ldap-")
          )
        }
      },
      make: { (tables, user) throws(BackendFailure) in try tables.create(user) },
      change: { (tables, user, id, fields) throws(BackendFailure) in
        try tables.update(user, id: id, fields)
      },
      remove: { (tables, id) throws(BackendFailure) in try tables.deleteUser(id: id) }
    )
  }

  nonisolated var services: any ResourceStore<Service> {
    InMemoryStore(
      backend: self,
      kind: .service,
      canUpdate: capabilities.updatesServices,
      rows: { tables in tables.services.map { Live(id: $0, $1) } },
      subject: \.key.description,
      make: { (tables, service) throws(BackendFailure) in tables.create(service) },
      change: { (tables, service, id, fields) throws(BackendFailure) in
        try tables.update(service, id: id, fields)
      },
      remove: { (tables, id) throws(BackendFailure) in try tables.deleteService(id: id) }
    )
  }

  /// The list does not say which of the rows v3 made.
  ///
  /// Keystone makes a new region by itself over v2.0, and others can come in before the endpoint is
  /// made.
  nonisolated var endpoints: any ResourceStore<EndpointWrite> {
    InMemoryStore(
      backend: self,
      kind: .endpoint,
      canUpdate: capabilities.updatesEndpoints,
      rows: { tables in
        tables.endpoints.values.map { row in
          var row = row
          row.isManageable = true
          return row
        }
      },
      subject: { draft in
        let region = draft.endpoint.region == "" ? "no region" : draft.endpoint.region.text
        return "\(draft.endpoint.service) in \(region)"
      },
      begin: { (tables, endpoint) throws(BackendFailure) in try tables.beginEndpoint(endpoint) },
      make: { (tables, endpoint) throws(BackendFailure) in try tables.endEndpoint(endpoint) },
      change: { (tables, endpoint, id, fields) throws(BackendFailure) in
        try tables.update(endpoint, id: id, fields)
      },
      remove: { (tables, id) throws(BackendFailure) in try tables.deleteEndpoint(id: id) }
    )
  }
}

/// The rows of one kind in an ``InMemoryKeystone``.
struct InMemoryStore<Draft: ResourceDraft>: ResourceStore, ResourceUpdater {
  let backend: InMemoryBackend
  let kind: ResourceKind
  var canUpdate = true
  let rows: @Sendable (KeystoneTables) -> [Draft.Row]
  /// What a test calls the object that is made, unless its unique name will do.
  var subject: @Sendable (Draft) -> String = { $0.uniqueName?.text ?? "" }
  /// A first half of making it, after which others can come in.
  var begin: (@Sendable (inout KeystoneTables, Draft) throws(BackendFailure) -> Void)?
  let make: @Sendable (inout KeystoneTables, Draft) throws(BackendFailure) -> String
  let change:
    @Sendable (inout KeystoneTables, Draft, String, Set<Field>) throws(BackendFailure) -> Void
  let remove: @Sendable (inout KeystoneTables, String) throws(BackendFailure) -> Void

  func list() async throws(BackendFailure) -> [Draft.Row] {
    try await backend.perform(BackendCall(.list, kind)) { tables in rows(tables) }
  }

  func rows(like draft: Draft) async throws(BackendFailure) -> [Draft.Row]? {
    guard backend.filtersNames, let name = draft.uniqueName else { return nil }
    return try await backend.perform(BackendCall(.find, kind, name.text)) { tables in
      rows(tables).filter { row in row.uniqueName.map { tables.holds($0, for: name) } == true }
    }
  }

  var comparesNames: Bool { backend.filtersNames }

  func create(_ draft: Draft) async throws(BackendFailure) -> String {
    let call = BackendCall(.create, kind, subject(draft))
    guard let begin else {
      return try await backend.perform(call) { (tables) throws(BackendFailure) in
        try make(&tables, draft)
      }
    }
    return try await backend.perform(
      call,
      first: { (tables) throws(BackendFailure) in try begin(&tables, draft) },
      { (tables) throws(BackendFailure) in try make(&tables, draft) }
    )
  }

  func update(
    _ draft: Draft,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let call = BackendCall(.update, kind, draft.uniqueName?.text ?? id)
    try await backend.perform(call) { (tables) throws(BackendFailure) in
      try change(&tables, draft, id, fields)
    }
  }

  func delete(id: String) async throws(BackendFailure) {
    try await backend.perform(BackendCall(.delete, kind, id)) { (tables) throws(BackendFailure) in
      try remove(&tables, id)
    }
  }

  var updater: (any ResourceUpdater<Draft>)? { canUpdate ? self : nil }
}
