@testable import KeystoneClient

/// Operations of the client of v3, at least one of each way to ask and to read.
enum V3ClientOperation: CaseIterable {
  case discovery
  case caller
  case reauthenticate
  case changePassword
  case checkPassword
  case validateToken
  case catalog
  case domains
  case createDomain
  case projects
  case updateProject
  case users
  case createUser
  case updateUser
  case usersInGroup
  case isUserInGroup
  case roles
  case implications
  case grants
  case holds
  case revoke
  case regions
  case services
  case endpoints
  case updateEndpoint
  case deleteEndpoint

  /// Carries it out.
  ///
  /// - Returns: The result as a program might log it.
  func run(
    _ client: V3Client,
    password: Secret,
    token: Secret
  ) async throws(KeystoneError) -> String {
    switch self {
    case .discovery:
      let discovery = IdentityDiscovery(transport: client.channel.transport)
      return Self.logged(try await discovery.offer(at: "http://127.0.0.1:5000/identity/v3"))
    case .caller: return Self.logged(try await client.caller())
    case .reauthenticate: try await client.reauthenticate(password: password)
    case .changePassword:
      try await client.changePassword(ofUser: "1", from: password, to: password)
    case .checkPassword: return Self.logged(try await client.checkPassword(password, ofUser: "1"))
    case .validateToken: return Self.logged(try await client.validateToken(token))
    case .catalog: return Self.logged(try await client.catalog())
    case .domains: return Self.logged(try await client.domains())
    case .createDomain: return Self.logged(try await client.createDomain(V3NewDomain(name: "d")))
    case .projects: return Self.logged(try await client.projects(ofDomain: "1"))
    case .updateProject:
      return Self.logged(try await client.updateProject(id: "1", V3ProjectUpdate(name: "x")))
    case .users: return Self.logged(try await client.users(ofDomain: "1"))
    case .createUser:
      let user = V3NewUser(name: "nova", domainID: "1", password: password)
      return Self.logged(try await client.createUser(user))
    case .updateUser:
      return Self.logged(
        try await client.updateUser(id: "1", V3UserUpdate(password: .value(password)))
      )
    case .usersInGroup: return Self.logged(try await client.users(inGroup: "1"))
    case .isUserInGroup: return Self.logged(try await client.isUser("1", inGroup: "2"))
    case .roles: return Self.logged(try await client.roles())
    case .implications: return Self.logged(try await client.implications())
    case .grants: return Self.logged(try await client.grants())
    case .holds: return Self.logged(try await client.holds(Self.grant))
    case .revoke: try await client.revoke(Self.grant)
    case .regions: return Self.logged(try await client.regions())
    case .services: return Self.logged(try await client.services())
    case .endpoints: return Self.logged(try await client.endpoints())
    case .updateEndpoint:
      return Self.logged(
        try await client.updateEndpoint(id: "1", V3EndpointUpdate(url: "http://x"))
      )
    case .deleteEndpoint: try await client.deleteEndpoint(id: "1")
    }
    return ""
  }

  private static let grant = V3Grant(.user("1"), .projectsBelow("2"), roleID: "3")

  private static func logged(_ result: some Any) -> String {
    var text = "\(result)"
    dump(result, to: &text)
    return text
  }
}
