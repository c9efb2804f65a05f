package import Convergence
package import IdentityModel
package import KeystoneClient
package import Reconciliation
package import Texts

/// Identity v2.0 as a backend: the client's records as the model's nouns and the other way round.
package struct V2Backend: IdentityBackend {
  private let client: KeystoneClient

  package init(client: KeystoneClient) {
    self.client = client
  }

  private static let name = "v2.0"

  /// What Identity v2.0 can do: it has no update of a service or an endpoint.
  package static let capabilities = BackendCapabilities(
    name: name,
    kinds: Set(ResourceKind.allCases).subtracting([
      .domain, .region, .implication, .group, .membership, .registeredLimit, .limit,
    ]),
    updatesServices: false,
    updatesEndpoints: false,
    groupsEndpoints: true,
    endpointsMakeRegions: true,
    listsGrants: false,
    defaultTenantRole: BackendCapabilities.DefaultTenantRole(
      name: Role.memberName,
      id: "9fe2ff9ee4384b1894a90878d3e92bab"
    )
  )

  package var capabilities: BackendCapabilities { Self.capabilities }

  /// Over v2.0 a region is a word in an endpoint.
  package var regions: any ResourceStore<Region> { UnkeptStore(of: Self.name) }
  package var roles: any ResourceStore<Role> { V2RoleStore(client: client) }
  package var tenants: any ResourceStore<Tenant> { V2TenantStore(client: client) }
  package var users: any ResourceStore<UserWrite> { V2UserStore(client: client) }
  package var services: any ResourceStore<Service> { V2ServiceStore(client: client) }
  package var endpoints: any ResourceStore<EndpointWrite> { V2EndpointStore(client: client) }

  package func caller() async throws(BackendFailure) -> Caller? {
    guard let document = try await translated(await client.caller()) else { return nil }
    return Caller(
      user: QualifiedName(document.userName),
      tenant: document.tenant.map { QualifiedName($0.name) },
      roles: Set(document.roleNames.map { QualifiedName($0) })
    )
  }

  // MARK: Reading

  package func roles(
    ofUser userID: String,
    inTenant tenantID: String
  ) async throws(BackendFailure) -> Set<QualifiedName> {
    let roles = try await translated(await client.roles(ofUser: userID, onTenant: tenantID))
    return Set(roles.filter(\.isGlobal).map { QualifiedName($0.name) })
  }

  package func users(ofTenant tenantID: String) async throws(BackendFailure) -> Set<String> {
    Set(try await translated(await client.users(ofTenant: tenantID)).map(\.id))
  }

  package func assignments() async -> [AssignmentIDs]? {
    do throws(KeystoneError) {
      return try await client.allAssignments().map {
        AssignmentIDs(userID: $0.userID, tenantID: $0.tenantID, roleID: $0.roleID)
      }
    } catch {
      return nil
    }
  }

  /// A server without v3 has neither disabled nor made anything through it.
  package func endpointInterfaces(
    _ part: InterfacePart
  ) async throws(BackendFailure) -> InterfaceList {
    let records: [EndpointInterfaceRecord]?
    do throws(KeystoneError) {
      records = try await client.endpointInterfaces(
        ofService: part.serviceID,
        interface: part.interface?.rawValue,
        region: part.region?.text
      )
    } catch {
      guard error.status == 404, !error.isNotFound else { throw BackendFailure(error) }
      return .notThere
    }
    guard let records else { return .cutOff }
    return .whole(
      records.compactMap { record in
        EndpointInterface(rawValue: record.interface).map { interface in
          LiveInterface(
            id: record.id,
            serviceID: record.serviceID ?? "",
            region: record.region.map { Name($0) },
            interface: interface,
            url: URLTemplate(record.url),
            isShown: record.enabled
          )
        }
      }
    )
  }

  /// Where v3 does not answer, nobody knows.
  package func directAssignments(
    ofUser userID: String?
  ) async throws(BackendFailure) -> [AssignmentIDs]? {
    do throws(KeystoneError) {
      return try await client.directAssignments(ofUser: userID).map {
        AssignmentIDs(userID: $0.userID, tenantID: $0.tenantID, roleID: $0.roleID)
      }
    } catch {
      return nil
    }
  }

  /// v2.0 knows them as words of endpoints alone.

  package func unmanageableEndpoints(
    among rows: [LiveEndpoint]
  ) async throws(BackendFailure) -> Set<String>? {
    let services = Dictionary(rows.map { ($0.id, $0.serviceID) }) { first, _ in first }
    return try await translated(await client.foreignEndpointIDs(among: services))
  }

  package func check(
    _ password: Secret,
    ofUser userID: String
  ) async throws(BackendFailure) -> Reconciliation.PasswordCheck {
    let check = try await translated(await client.checkPassword(password, ofUser: userID))
    return switch check {
    case .accepted: .accepted
    case .refused: .refused
    case .locked: .locked
    case .mustBeChanged: .mustBeChanged
    case .disabled: .userDisabled
    }
  }

  package func shownUnreachable(_ id: String) -> String? { unreachableIDShown(id) }

  package func disabledDomain(ofUser user: Live<User>) async -> String? {
    do throws(KeystoneError) {
      return try await client.disabledDomain(ofUser: user.id)
    } catch {
      return nil
    }
  }

  // MARK: Writing

  package func grant(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    let (userID, tenantID) = try Self.pair(of: assignment)
    try await translated(
      await client.grantRole(assignment.roleID, toUser: userID, onTenant: tenantID)
    )
  }

  package func revoke(_ assignment: AssignmentIDs) async throws(BackendFailure) {
    let (userID, tenantID) = try Self.pair(of: assignment)
    try await translated(
      await client.revokeRole(assignment.roleID, fromUser: userID, onTenant: tenantID)
    )
  }

  /// The user and the tenant, of which v2.0 has assignments alone.
  private static func pair(
    of assignment: AssignmentIDs
  ) throws(BackendFailure) -> (userID: String, tenantID: String) {
    guard let userID = assignment.userID, let tenantID = assignment.tenantID else {
      throw BackendFailure(.notSent, cause: UnknownAssignment())
    }
    return (userID, tenantID)
  }

  package func callerPasswordChanged(to password: Secret) async throws(BackendFailure) {
    try await translated(await client.reauthenticate(password: password))
  }
}

/// An assignment that v2.0 has no request for.
private struct UnknownAssignment: BackendError {
  var words: String { "v2.0 has roles of users in tenants alone" }
  var description: String { words }
}
