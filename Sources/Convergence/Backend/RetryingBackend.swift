package import IdentityModel
package import Reconciliation
package import Texts

/// A backend that tries again whatever may be done twice: reads, updates, grants, deletes.
///
/// Creates pass through: what a lost answer to one means is for ``ChangeWriter`` to find out.
package struct RetryingBackend: IdentityBackend {
  private let backend: any IdentityBackend
  private let retrier: Retrier

  package init(_ backend: any IdentityBackend, retrier: Retrier) {
    self.backend = backend
    self.retrier = retrier
  }

  package var capabilities: BackendCapabilities { backend.capabilities }

  package func look(into domains: [Name: Name?]) async { await backend.look(into: domains) }

  package func allowGaps(lookingUp names: @escaping @Sendable (Directory) -> Set<Name>) async {
    await backend.allowGaps(lookingUp: names)
  }

  package func gaps() async -> Set<ListGap> { await backend.gaps() }

  package var domains: any ResourceStore<Domain> { retrying(backend.domains) }
  package var regions: any ResourceStore<Region> { retrying(backend.regions) }
  package var roles: any ResourceStore<Role> { retrying(backend.roles) }
  package var tenants: any ResourceStore<Tenant> { retrying(backend.tenants) }
  package var groups: any ResourceStore<Group> { retrying(backend.groups) }
  package var users: any ResourceStore<UserWrite> { retrying(backend.users) }
  package var services: any ResourceStore<Service> { retrying(backend.services) }
  package var endpoints: any ResourceStore<EndpointWrite> { retrying(backend.endpoints) }
  package var registeredLimits: any ResourceStore<RegisteredLimitWrite> {
    retrying(backend.registeredLimits)
  }
  package var limits: any ResourceStore<LimitWrite> { retrying(backend.limits) }

  private func retrying<Draft: ResourceDraft>(
    _ store: any ResourceStore<Draft>
  ) -> any ResourceStore<Draft> {
    RetryingStore(store, retrier: retrier, probe: look)
  }

  package func shownUnreachable(_ id: String) -> String? { backend.shownUnreachable(id) }

  package func isInDirectory(_ id: String) -> Bool { backend.isInDirectory(id) }

  package func isGone(_ holder: AssignmentIDs.Holder) async -> Bool {
    await backend.isGone(holder)
  }

  package func caller() async throws(BackendFailure) -> Caller? {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.caller() }
  }

  // MARK: Reading

  package func roles(
    ofUser userID: String,
    inTenant tenantID: String
  ) async throws(BackendFailure) -> Set<QualifiedName> {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.roles(ofUser: userID, inTenant: tenantID)
    }
  }

  package func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String> {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.users(ofTenant: tenantID)
    }
  }

  /// Sent once: whoever has no answer asks in another way.
  package func assignments() async -> [AssignmentIDs]? { await backend.assignments() }

  /// Tried for some seconds at most: whoever has no answer says so and goes on, and what stands in
  /// front of a Keystone may know no way to its v3.
  package func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList {
    let limit = retrier.policy.replicationTime
    return try await retrier.retrying(limit: limit) { () throws(BackendFailure) in
      try await backend.endpointInterfaces(part)
    }
  }

  /// A backend that can do without the list has none after the first refusal: whoever has no answer
  /// finds out by revoking.
  package func directAssignments(
    ofUser userID: String?
  ) async throws(BackendFailure) -> [AssignmentIDs]? {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.directAssignments(ofUser: userID)
    }
  }

  package func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>? {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.unmanageableEndpoints(among: rows)
    }
  }

  package func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> PasswordCheck {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.check(password, ofUser: userID)
    }
  }

  /// Sent once: whoever has no answer takes the refusal for what it says.
  package func disabledDomain(ofUser user: Live<User>) async -> String? {
    await backend.disabledDomain(ofUser: user)
  }

  package func implications() async throws(BackendFailure) -> Set<ImplicationIDs> {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.implications() }
  }

  package func tenantPlaces() async throws(BackendFailure) -> [PlaceIDs] {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.tenantPlaces() }
  }

  package func userName(id: String) async throws(BackendFailure) -> QualifiedName {
    try await retrier.retrying { () throws(BackendFailure) in try await backend.userName(id: id) }
  }

  // MARK: Writing

  package func imply(_ implication: ImplicationIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.imply(implication)
    }
  }

  package func stopImplying(_ implication: ImplicationIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.stopImplying(implication)
    }
  }

  package func members(ofGroup groupID: String) async throws(BackendFailure) -> Set<String> {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.members(ofGroup: groupID)
    }
  }

  package func join(_ membership: MembershipIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.join(membership)
    }
  }

  package func leave(_ membership: MembershipIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.leave(membership)
    }
  }

  package func grant(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.grant(assignment)
    }
  }

  package func revoke(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    try await retrier.retrying(probe: look) { () throws(BackendFailure) in
      try await backend.revoke(assignment)
    }
  }

  package func callerPasswordChanged(to password: Secret) async throws(BackendFailure) {
    try await retrier.retrying { () throws(BackendFailure) in
      try await backend.callerPasswordChanged(to: password)
    }
  }

  /// Reads a short list, which any Keystone gives whose database is there.
  private func look() async throws(BackendFailure) {
    _ = try await backend.roles.list()
  }
}
