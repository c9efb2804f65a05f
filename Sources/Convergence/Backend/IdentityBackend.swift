package import IdentityModel
package import Reconciliation
package import Texts

/// What Convergence asks of an identity service, whatever version of the API answers.
///
/// Each kind of object has a ``ResourceStore``, an ``UnkeptStore`` where it keeps none. Beside them
/// stands what is no object of its own: who has which role where, the login of the caller, and what a
/// login as a user says.
package protocol IdentityBackend: Sendable {
  /// What it can do.
  var capabilities: BackendCapabilities { get }

  /// Who the requests are made as; nil for a bare admin token.
  func caller() async throws(BackendFailure) -> Caller?

  /// Has lists hold, beside what lives in the default domain, what lives in those as well, each with
  /// what it was called where it is to be renamed.
  func look(into domains: [Name: Name?]) async

  /// Has lists of users and groups do without those of a domain that cannot be read, if others can, and look
  /// the names up that there are for a domain which has more than it lists.
  func allowGaps(lookingUp names: @escaping @Sendable (Directory) -> Set<Name>) async

  /// Of which users and groups the last lists have not all.
  func gaps() async -> Set<ListGap>

  var domains: any ResourceStore<Domain> { get }
  var regions: any ResourceStore<Region> { get }
  var roles: any ResourceStore<Role> { get }
  var tenants: any ResourceStore<Tenant> { get }
  var groups: any ResourceStore<Group> { get }
  /// The users, with the ID of each one's default tenant still to be resolved.
  var users: any ResourceStore<UserWrite> { get }
  var services: any ResourceStore<Service> { get }
  var endpoints: any ResourceStore<EndpointWrite> { get }
  /// The limits that are registered for all.
  var registeredLimits: any ResourceStore<RegisteredLimitWrite> { get }
  /// The limits that tenants and domains have of their own.
  var limits: any ResourceStore<LimitWrite> { get }

  /// The names of the roles that the user has in the tenant.
  func roles(ofUser userID: String, inTenant tenantID: String) async throws(BackendFailure)
    -> Set<QualifiedName>
  /// The IDs of the users that have any role in the tenant.
  func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String>
  /// Who has which role where, all of it at once; nil where there is no such list, or none that is
  /// known to be whole, so that the pairs have to be asked about one by one.
  func assignments() async -> [AssignmentIDs]?
  /// What was granted to that user, or to everybody, and can be revoked; nil where that cannot be
  /// told from what comes by a group, by inheritance or by implication.
  ///
  /// A backend that says that it ``BackendCapabilities/listsGrants`` has the list, or throws.
  func directAssignments(
    ofUser userID: String?
  ) async throws(BackendFailure) -> [AssignmentIDs]?
  /// The IDs of those endpoints that the API lists and can neither change nor delete; nil where
  /// nobody says.
  func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>?
  /// The interfaces of endpoints one by one, of which the list of endpoints does not tell all.
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

  /// Whether the ID is one of a user or group that lives where the identity service only reads, such as
  /// LDAP.
  func isInDirectory(_ id: String) -> Bool

  /// Whether nobody has the ID of that user or group any more; false where that is not known.
  func isGone(_ holder: AssignmentIDs.Holder) async -> Bool

  /// The ID of the domain in which the user lives, where that is known to be disabled.
  ///
  /// Every login there is refused, in words that are those for a wrong password.
  func disabledDomain(ofUser user: Live<User>) async -> String?

  /// Which roles imply which, of all domains.
  func implications() async throws(BackendFailure) -> Set<ImplicationIDs>
  func imply(_ implication: ImplicationIDs) async throws(BackendFailure)
  func stopImplying(_ implication: ImplicationIDs) async throws(BackendFailure)

  /// The IDs of the users who are in the group, of whatever domains.
  func members(ofGroup groupID: String) async throws(BackendFailure) -> Set<String>
  func join(_ membership: MembershipIDs) async throws(BackendFailure)
  func leave(_ membership: MembershipIDs) async throws(BackendFailure)

  /// The tenants of all domains, whichever lists look into.
  func tenantPlaces() async throws(BackendFailure) -> [PlaceIDs]
  /// What the user with that ID is called, of whatever domain.
  func userName(id: String) async throws(BackendFailure) -> QualifiedName

  func grant(_ assignment: AssignmentIDs) async throws(BackendFailure)
  func revoke(_ assignment: AssignmentIDs) async throws(BackendFailure)

  /// The caller's own password is another one now: log in again before anything else.
  func callerPasswordChanged(to password: Secret) async throws(BackendFailure)
}

/// What an API comes to that knows neither domains nor groups nor limits, nor roles that imply others.
extension IdentityBackend {
  package func look(into domains: [Name: Name?]) async {}

  package func allowGaps(lookingUp names: @escaping @Sendable (Directory) -> Set<Name>) async {}

  package func gaps() async -> Set<ListGap> { [] }

  package var domains: any ResourceStore<Domain> {
    UnkeptStore(of: capabilities.name)
  }

  package var groups: any ResourceStore<Group> {
    UnkeptStore(of: capabilities.name)
  }

  package var registeredLimits: any ResourceStore<RegisteredLimitWrite> {
    UnkeptStore(of: capabilities.name)
  }

  package var limits: any ResourceStore<LimitWrite> {
    UnkeptStore(of: capabilities.name)
  }

  package func isInDirectory(_ id: String) -> Bool { false }

  package func isGone(_ holder: AssignmentIDs.Holder) async -> Bool { false }

  package func implications() async throws(BackendFailure) -> Set<ImplicationIDs> { [] }

  package func imply(_ implication: ImplicationIDs) async throws(BackendFailure) {
    throw BackendFailure(.notSent, cause: Unkept(backend: capabilities.name))
  }

  package func stopImplying(_ implication: ImplicationIDs) async throws(BackendFailure) {
    throw BackendFailure(.notSent, cause: Unkept(backend: capabilities.name))
  }

  package func members(ofGroup groupID: String) async throws(BackendFailure) -> Set<String> { [] }

  package func tenantPlaces() async throws(BackendFailure) -> [PlaceIDs] { [] }

  package func userName(id: String) async throws(BackendFailure) -> QualifiedName {
    throw BackendFailure(.notSent, cause: Unkept(backend: capabilities.name))
  }

  package func join(_ membership: MembershipIDs) async throws(BackendFailure) {
    throw BackendFailure(.notSent, cause: Unkept(backend: capabilities.name))
  }

  package func leave(_ membership: MembershipIDs) async throws(BackendFailure) {
    throw BackendFailure(.notSent, cause: Unkept(backend: capabilities.name))
  }
}

extension IdentityBackend {
  /// What can be done with rows of that kind; nil for assignments, which have none.
  func rows(of kind: ResourceKind) -> (any RowStore)? {
    kind.draft?.rows(of: self)
  }
}
