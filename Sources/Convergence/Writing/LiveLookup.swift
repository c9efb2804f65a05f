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
  ///   - live: What was there before, to tell a row that was made since from an old one.
  init(backend: any IdentityBackend, live: LiveState) {
    roles = RowLookup(backend.roles, before: live.roles.map(\.id))
    tenants = RowLookup(backend.tenants, before: live.tenants.map(\.id))
    users = RowLookup(backend.users, before: live.users.map(\.id))
    services = RowLookup(backend.services, before: live.services.map(\.id))
    endpoints = RowLookup(backend.endpoints, before: live.endpoints.map(\.id))
  }
}
