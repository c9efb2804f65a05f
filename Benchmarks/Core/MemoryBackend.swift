import Convergence
import IdentityBackends
import IdentityModel
import Reconciliation
import Texts

/// A Keystone in memory that does what it is told at next to no cost, so that what is measured is the
/// client's.
actor MemoryBackend: IdentityBackend {
  nonisolated let capabilities = V2Backend.capabilities
  nonisolated let catalogUpdater: (any CatalogUpdater)? = nil

  private var lastID = 0
  private var liveRoles: [Live<Role>] = []
  private var liveTenants: [Live<Tenant>] = []
  private var liveUsers: [UserRow] = []
  private var liveServices: [Live<Service>] = []
  private var liveEndpoints: [LiveEndpoint] = []
  private var grants: Set<AssignmentIDs> = []

  private func newID() -> String {
    lastID += 1
    let digits = String(lastID, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  // MARK: Reading

  func caller() -> Caller? { nil }
  func roles() -> [Live<Role>] { liveRoles }
  func tenants() -> [Live<Tenant>] { liveTenants }
  func users() -> [UserRow] { liveUsers }
  func services() -> [Live<Service>] { liveServices }
  func endpoints() -> [LiveEndpoint] { liveEndpoints }

  func roles(ofUser userID: String, inTenant tenantID: String) -> Set<Name> {
    let ids = grants.filter { $0.userID == userID && $0.tenantID == tenantID }.map(\.roleID)
    return Set(liveRoles.filter { ids.contains($0.id) }.map(\.value.name))
  }

  func users(ofTenant tenantID: String) -> Set<String> {
    Set(grants.filter { $0.tenantID == tenantID }.map(\.userID))
  }

  func assignments() -> [AssignmentIDs]? { Array(grants) }

  func directAssignments(ofUser userID: String?) -> [AssignmentIDs]? {
    Array(userID.map { id in grants.filter { $0.userID == id } } ?? grants)
  }

  func unmanageableEndpoints(among rows: [LiveEndpoint]) -> Set<String>? { [] }
  func endpointInterfaces(_ part: InterfacePart) -> InterfaceList { .notThere }
  nonisolated func shownUnreachable(_ id: String) -> String? { nil }
  func disabledDomain(ofUser userID: String) -> String? { nil }

  func check(_ password: Secret, ofUser userID: String) -> PasswordCheck {
    .accepted
  }

  // MARK: Writing

  func create(_ role: Role) -> String {
    let id = newID()
    liveRoles.append(Live(id: id, role))
    return id
  }

  func create(_ tenant: Tenant) -> String {
    let id = newID()
    liveTenants.append(Live(id: id, tenant))
    return id
  }

  func create(_ user: UserWrite) -> String {
    let id = newID()
    liveUsers.append(UserRow(id: id, user: user.user, tenantID: user.tenantID))
    return id
  }

  func create(_ service: Service) -> String {
    let id = newID()
    liveServices.append(Live(id: id, service))
    return id
  }

  func create(_ endpoint: EndpointWrite) -> String {
    let id = newID()
    liveEndpoints.append(
      LiveEndpoint(
        id: id,
        serviceID: endpoint.serviceID,
        region: endpoint.region,
        publicURL: nil,
        internalURL: nil,
        adminURL: nil
      )
    )
    return id
  }

  func update(_ tenant: Tenant, id: String) {}
  func update(_ user: UserWrite, id: String) {}
  func grant(_ assignment: AssignmentIDs) { grants.insert(assignment) }
  func revoke(_ assignment: AssignmentIDs) { grants.remove(assignment) }
  func deleteRole(id: String) { liveRoles.removeAll { $0.id == id } }
  func deleteTenant(id: String) { liveTenants.removeAll { $0.id == id } }
  func deleteUser(id: String) { liveUsers.removeAll { $0.id == id } }
  func deleteService(id: String) { liveServices.removeAll { $0.id == id } }
  func deleteEndpoint(id: String) { liveEndpoints.removeAll { $0.id == id } }
  func callerPasswordChanged(to password: Secret) {}
}
