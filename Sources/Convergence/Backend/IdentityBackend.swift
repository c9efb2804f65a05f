package import IdentityModel
package import Reconciliation
package import Texts

/// What Convergence asks of an identity service, whatever version of the API answers.
///
/// Reads either give everything or throw: "cannot list" is never taken for "there are none".
/// Every write is sent once; what a lost answer means is decided by ``ChangeWriter``.
package protocol IdentityBackend: Sendable {
  /// What it can do.
  var capabilities: BackendCapabilities { get }

  /// Who the requests are made as; nil for a bare admin token.
  func caller() async throws(BackendFailure) -> Caller?

  func roles() async throws(BackendFailure) -> [Live<Role>]
  func tenants() async throws(BackendFailure) -> [Live<Tenant>]
  /// The users, with the ID of each one's default tenant still to be resolved.
  func users() async throws(BackendFailure) -> [UserRow]
  func services() async throws(BackendFailure) -> [Live<Service>]
  func endpoints() async throws(BackendFailure) -> [LiveEndpoint]
  /// The names of the roles that the user has in the tenant.
  func roles(ofUser userID: String, inTenant tenantID: String) async throws(BackendFailure)
    -> Set<Name>
  /// The IDs of the users that have any role in the tenant.
  func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String>
  /// Who has which role where, all of it at once; nil where there is no such list, or none that is
  /// known to be whole, so that the pairs have to be asked about one by one.
  func assignments() async -> [AssignmentIDs]?
  /// What was granted to that user, or to everybody, and can be revoked; nil where that cannot be
  /// told from what comes by a group, by inheritance or by implication.
  func directAssignments(ofUser userID: String?) async -> [AssignmentIDs]?
  /// The IDs of those endpoints that the API lists and can neither change nor delete; nil where
  /// nobody says.
  func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>?
  /// The interfaces of endpoints one by one, of which ``endpoints()`` does not tell all.
  func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList
  /// What a login as the user with that password says; a wrong one may count towards a lock-out.
  func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> PasswordCheck

  /// An ID that no request can name, as it may be shown; nil for one that is as good as any.
  func shownUnreachable(_ id: String) -> String?

  /// The ID of the domain in which the user lives, where that is known to be disabled.
  ///
  /// Every login there is refused, in words that are those for a wrong password.
  func disabledDomain(ofUser userID: String) async -> String?

  /// Each makes one object and returns its ID.
  func create(_ role: Role) async throws(BackendFailure) -> String
  func create(_ tenant: Tenant) async throws(BackendFailure) -> String
  func create(_ user: UserWrite) async throws(BackendFailure) -> String
  func create(_ service: Service) async throws(BackendFailure) -> String
  func create(_ endpoint: EndpointWrite) async throws(BackendFailure) -> String

  /// What changes rows of the catalog in place; nil where the API has no such calls, which the
  /// capabilities say as well.
  var catalogUpdater: (any CatalogUpdater)? { get }

  /// Each changes the fields that are set and leaves the others alone.
  func update(_ tenant: Tenant, id: String) async throws(BackendFailure)
  func update(_ user: UserWrite, id: String) async throws(BackendFailure)

  func grant(_ assignment: AssignmentIDs) async throws(BackendFailure)
  func revoke(_ assignment: AssignmentIDs) async throws(BackendFailure)

  func deleteRole(id: String) async throws(BackendFailure)
  func deleteTenant(id: String) async throws(BackendFailure)
  func deleteUser(id: String) async throws(BackendFailure)
  func deleteService(id: String) async throws(BackendFailure)
  func deleteEndpoint(id: String) async throws(BackendFailure)

  /// The caller's own password is another one now: log in again before anything else.
  func callerPasswordChanged(to password: Secret) async throws(BackendFailure)
}

/// Changes rows of the catalog in place, where the API can.
package protocol CatalogUpdater: Sendable {
  /// Each changes the fields that are set and leaves the others alone.
  func updateService(id: String, _ settings: [FieldSetting]) async throws(BackendFailure)
  func updateEndpoint(id: String, _ settings: [FieldSetting]) async throws(BackendFailure)
}

/// A user as a list shows it.
package struct UserRow: Hashable, Sendable {
  package let id: String
  /// The user, its default tenant left out.
  package let user: User
  /// The ID of its default tenant, which may be gone.
  package let tenantID: String?
  /// Whether it lives where the identity service only reads, such as LDAP.
  package let isReadOnly: Bool

  package init(id: String, user: User, tenantID: String?, isReadOnly: Bool = false) {
    self.id = id
    self.user = user
    self.tenantID = tenantID
    self.isReadOnly = isReadOnly
  }
}

/// A user as it is to be written: names resolved, with its password.
package struct UserWrite: Sendable {
  package let user: User
  package let tenantID: String?
  package let password: Secret?

  package init(user: User, tenantID: String? = nil, password: Secret? = nil) {
    self.user = user
    self.tenantID = tenantID
    self.password = password
  }
}

/// An endpoint as it is to be written: on a service that exists.
package struct EndpointWrite: Hashable, Sendable {
  package let serviceID: String
  /// The region, nil for a row without one.
  package let region: Name?
  package let settings: [FieldSetting]

  package init(serviceID: String, region: Name?, settings: [FieldSetting]) {
    self.serviceID = serviceID
    self.region = region
    self.settings = settings
  }
}

/// An assignment by the IDs of its three parts.
package struct AssignmentIDs: Hashable, Sendable {
  package let userID: String
  package let tenantID: String
  package let roleID: String

  package init(userID: String, tenantID: String, roleID: String) {
    self.userID = userID
    self.tenantID = tenantID
    self.roleID = roleID
  }
}
