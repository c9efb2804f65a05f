import IdentityModel

/// Finds again what a create made, or met, in the lists of each kind.
struct LiveLookup: Sendable {
  let roles: RowLookup<Role>
  let tenants: RowLookup<Tenant>
  let users: RowLookup<UserWrite>
  let services: RowLookup<Service>
  let endpoints: RowLookup<EndpointWrite>

  /// Makes a lookup; it sends nothing yet.
  ///
  /// - Parameters:
  ///   - backend: Where to look.
  ///   - live: What was there before, to tell a row that was made since from an old one: services
  ///     and endpoints have no unique name.
  init(backend: any IdentityBackend, live: LiveState) {
    roles = RowLookup(backend.roles)
    tenants = RowLookup(backend.tenants)
    users = RowLookup(backend.users)
    services = RowLookup(backend.services, before: live.services.map(\.id))
    endpoints = RowLookup(backend.endpoints, before: live.endpoints.map(\.id))
  }
}
