@testable import KeystoneClient

/// Every operation of the client, by name.
enum ClientOperation: CaseIterable {
  case versions
  case version
  case verifyAdminAPI
  case caller
  case reauthenticate
  case roles
  case createRole
  case deleteRole
  case tenants
  case createTenant
  case updateTenant
  case deleteTenant
  case usersOfTenant
  case users
  case createUser
  case updateUser
  case setPassword
  case deleteUser
  case rolesOfUser
  case grantRole
  case revokeRole
  case services
  case createService
  case deleteService
  case endpoints
  case createEndpoint
  case deleteEndpoint
  case foreignEndpointIDs
  case checkPassword
  case validateToken
  case revokeToken
  case locateAdminAPI

  /// Carries it out.
  ///
  /// - Returns: The result as a program might log it.
  func run(
    _ client: KeystoneClient,
    password: Secret,
    token: Secret
  ) async throws(KeystoneError) -> String {
    switch self {
    case .versions: return Self.logged(try await client.versions())
    case .version: return Self.logged(try await client.version())
    case .verifyAdminAPI: try await client.verifyAdminAPI()
    case .caller: return Self.logged(try await client.caller())
    case .reauthenticate: try await client.reauthenticate(password: password)
    case .roles: return Self.logged(try await client.roles())
    case .createRole: return Self.logged(try await client.createRole(named: "Member"))
    case .deleteRole: try await client.deleteRole(id: "1")
    case .tenants: return Self.logged(try await client.tenants())
    case .createTenant: return Self.logged(try await client.createTenant(NewTenant(name: "acme")))
    case .updateTenant: try await client.updateTenant(id: "1", TenantUpdate(description: "x"))
    case .deleteTenant: try await client.deleteTenant(id: "1")
    case .usersOfTenant: return Self.logged(try await client.users(ofTenant: "1"))
    case .users: return Self.logged(try await client.users())
    case .createUser:
      return Self.logged(try await client.createUser(NewUser(name: "nova", password: password)))
    case .updateUser: try await client.updateUser(id: "1", UserUpdate(password: password))
    case .setPassword: try await client.setPassword(password, ofUser: "1")
    case .deleteUser: try await client.deleteUser(id: "1")
    case .rolesOfUser: return Self.logged(try await client.roles(ofUser: "1", onTenant: "2"))
    case .grantRole: try await client.grantRole("1", toUser: "2", onTenant: "3")
    case .revokeRole: try await client.revokeRole("1", fromUser: "2", onTenant: "3")
    case .services: return Self.logged(try await client.services())
    case .createService:
      return Self.logged(try await client.createService(NewService(name: "nova", type: "compute")))
    case .deleteService: try await client.deleteService(id: "1")
    case .endpoints: return Self.logged(try await client.endpoints())
    case .createEndpoint:
      return Self.logged(
        try await client.createEndpoint(
          NewEndpoint(serviceID: "1", region: "r", publicURL: "http://x")
        )
      )
    case .deleteEndpoint: try await client.deleteEndpoint(id: "1")
    case .foreignEndpointIDs: return Self.logged(try await client.foreignEndpointIDs() ?? [])
    case .checkPassword: return Self.logged(try await client.checkPassword(password, ofUser: "1"))
    case .validateToken: return Self.logged(try await client.validateToken(token))
    case .revokeToken: try await client.revokeToken(token)
    case .locateAdminAPI: return Self.logged(try await Self.locateAdminAPI(client, password))
    }
    return ""
  }

  private static func logged(_ result: some Any) -> String {
    var text = "\(result)"
    dump(result, to: &text)
    return text
  }

  private static func locateAdminAPI(
    _ client: KeystoneClient,
    _ password: Secret
  ) async throws(KeystoneError) -> String {
    let credentials = PasswordCredentials(
      user: .name("admin"),
      password: password,
      scope: .tenantName("admin")
    )
    return try await KeystoneClient.locatingAdminAPI(
      credentials: credentials,
      authURL: "http://127.0.0.1:5000/v2.0",
      transport: client.admin.transport
    ).endpoint
  }
}
