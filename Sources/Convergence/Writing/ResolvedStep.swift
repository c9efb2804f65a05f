import IdentityModel

/// One operation as a request: names turned into IDs, the secret fetched.
enum ResolvedStep: Sendable {
  case create(Creation)
  case updateTenant(Tenant, id: String)
  case updateUser(UserWrite, id: String, isCaller: Bool)
  case updateService(id: String, [FieldSetting])
  case updateEndpoint(id: String, [FieldSetting])
  case grant(AssignmentIDs)
  /// The grant of a role that Keystone itself has made since the plan was, with an ID of its own, for
  /// a user who got a default tenant.
  case grantNamed(Name, userID: String, tenantID: String)
  case revoke(AssignmentIDs)
  case delete(ResourceKind, id: String)

  /// What is made.
  enum Creation: Sendable {
    case role(Role)
    case tenant(Tenant)
    case user(UserWrite)
    case service(Service)
    /// Read back where another row is deleted for it, so that the catalog never lacks one.
    case endpoint(EndpointWrite, isReadBack: Bool)
  }
}

/// What became of a request that went well.
struct StepResult: Hashable, Sendable {
  /// The ID of the row that is there now, nil where none was to be made.
  var id: String?
  /// Whether the row was found, be it somebody else's or one whose answer was lost, or was said to be
  /// gone already.
  var isAdopted = false
}
