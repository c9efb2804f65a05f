import IdentityModel
import Reconciliation

/// One operation as a request: names turned into IDs, the secret fetched.
enum ResolvedStep: Sendable {
  case createRole(Role)
  case createTenant(Tenant)
  case createUser(UserWrite)
  case createService(Service)
  case createEndpoint(EndpointWrite, isReplacement: Bool)
  case updateTenant(Tenant, id: String)
  case updateUser(UserWrite, id: String, isCaller: Bool)
  case grant(AssignmentIDs)
  case revoke(AssignmentIDs)
  case delete(ResourceKind, id: String)
}
