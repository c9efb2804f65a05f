import Convergence
import IdentityBackends
import IdentityModel
import Reconciliation
import Texts

/// A Keystone in memory that does what it is told at next to no cost, so that what is measured is the
/// client's.
actor MemoryBackend: IdentityBackend {
  nonisolated let capabilities = V2Backend.capabilities

  nonisolated let roleRows = MemoryStore<Role> { Live(id: $0, $1) }
  nonisolated let tenantRows = MemoryStore<Tenant> { Live(id: $0, $1) }
  nonisolated let userRows = MemoryStore<UserWrite> {
    UserRow(id: $0, user: $1.user, tenantID: $1.tenantID)
  }
  nonisolated let serviceRows = MemoryStore<Service> { Live(id: $0, $1) }
  nonisolated let endpointRows = MemoryStore<EndpointWrite> {
    LiveEndpoint(id: $0, serviceID: $1.serviceID, region: $1.endpoint.region)
  }
  private var grants: Set<AssignmentIDs> = []

  nonisolated var regions: any ResourceStore<Region> { UnkeptStore(of: capabilities.name) }
  nonisolated var roles: any ResourceStore<Role> { roleRows }
  nonisolated var tenants: any ResourceStore<Tenant> { tenantRows }
  nonisolated var users: any ResourceStore<UserWrite> { userRows }
  nonisolated var services: any ResourceStore<Service> { serviceRows }
  nonisolated var endpoints: any ResourceStore<EndpointWrite> { endpointRows }

  // MARK: Reading

  func caller() -> Caller? { nil }
  func roles(ofUser userID: String, inTenant tenantID: String) async -> Set<QualifiedName> {
    let ids = grants.filter { $0.userID == userID && $0.tenantID == tenantID }.map(\.roleID)
    return Set(await roleRows.list().filter { ids.contains($0.id) }.map(\.value.name))
  }

  func users(ofTenant tenantID: String) -> Set<String> {
    Set(grants.filter { $0.tenantID == tenantID }.compactMap(\.userID))
  }

  func assignments() -> [AssignmentIDs]? { Array(grants) }

  func directAssignments(ofUser userID: String?) -> [AssignmentIDs]? {
    Array(userID.map { id in grants.filter { $0.userID == id } } ?? grants)
  }

  func unmanageableEndpoints(among rows: [LiveEndpoint]) -> Set<String>? { [] }
  func endpointInterfaces(_ part: InterfacePart) -> InterfaceList { .notThere }
  nonisolated func shownUnreachable(_ id: String) -> String? { nil }
  func disabledDomain(ofUser user: Live<User>) -> String? { nil }

  func check(_ password: Secret, ofUser userID: String) -> PasswordCheck {
    .accepted
  }

  // MARK: Writing

  func grant(_ assignment: AssignmentIDs) { grants.insert(assignment) }
  func revoke(_ assignment: AssignmentIDs) { grants.remove(assignment) }
  func callerPasswordChanged(to password: Secret) {}
}
