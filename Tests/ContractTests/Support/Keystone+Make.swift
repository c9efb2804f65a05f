import KeystoneClient
import Testing

/// A unique name, on a server that others use too.
func uniqueName(_ prefix: String = "contract") -> String {
  var generator = SystemRandomNumberGenerator()
  return prefix + "-" + String(generator.next(), radix: 36)
}

extension Keystone {
  /// A user with a password and a role in a tenant.
  struct Member: Sendable {
    let user: JSON
    let tenant: JSON
    let role: JSON
    let password: String

    var userID: String { user["id"].text }
    var tenantID: String { tenant["id"].text }
    var roleID: String { role["id"].text }
    var name: String { user["name"].text }
    var grantPath: String { "/tenants/\(tenantID)/users/\(userID)/roles/OS-KSADM/\(roleID)" }
  }

  func makeTenant(_ attributes: [String: JSON] = [:]) async throws -> JSON {
    let tenant = JSON.object(["name": .string(uniqueName())]).with(attributes)
    return try await answers(200, .post, "/tenants", ["tenant": tenant])["tenant"]
  }

  func makeUser(_ attributes: [String: JSON] = [:]) async throws -> JSON {
    let user = JSON.object(["name": .string(uniqueName())]).with(attributes)
    return try await answers(200, .post, "/users", ["user": user])["user"]
  }

  func makeRole(_ attributes: [String: JSON] = [:]) async throws -> JSON {
    let role = JSON.object(["name": .string(uniqueName())]).with(attributes)
    return try await answers(200, .post, "/OS-KSADM/roles", ["role": role])["role"]
  }

  func makeService(_ attributes: [String: JSON] = [:]) async throws -> JSON {
    let service = JSON.object(["name": .string(uniqueName()), "type": .string(uniqueName())])
      .with(attributes)
    return try await answers(
      200,
      .post,
      "/OS-KSADM/services",
      ["OS-KSADM:service": service]
    )["OS-KSADM:service"]
  }

  func makeEndpoint(of service: JSON, _ attributes: [String: JSON] = [:]) async throws -> JSON {
    let endpoint = JSON.object([
      "service_id": service["id"], "region": .string(uniqueName()), "publicurl": "http://p",
    ]).with(attributes)
    return try await answers(200, .post, "/endpoints", ["endpoint": endpoint])["endpoint"]
  }

  /// A new user with a new role, or the one given, in a new tenant.
  func makeMember(role: JSON? = nil) async throws -> Member {
    let password = uniqueName("password")
    let newRole: JSON = if let role { role } else { try await makeRole() }
    let member = Member(
      user: try await makeUser(["password": .string(password)]),
      tenant: try await makeTenant(),
      role: newRole,
      password: password
    )
    try await answers(200, .put, member.grantPath)
    return member
  }

  /// The role that opens the admin API, made if it is not there yet.
  func adminRole() async throws -> JSON {
    let made = try await send(.post, "/OS-KSADM/roles", ["role": ["name": "admin"]])
    guard made.status == 409 else { return made["role"] }
    let roles = try await answers(200, .get, "/OS-KSADM/roles")["roles"].elements
    return try #require(roles.filter { $0["name"] == "admin" }.last)
  }

  /// Logs a member in, into its tenant or unscoped, and hands the whole access document back.
  func access(_ member: Member, scoped: Bool = true) async throws -> JSON {
    let credentials: JSON = [
      "passwordCredentials": [
        "username": member.user["name"], "password": .string(member.password),
      ]
    ]
    let auth = scoped ? credentials.with(["tenantId": member.tenant["id"]]) : credentials
    return try await answers(
      200,
      .post,
      "/tokens",
      ["auth": auth],
      on: .public,
      token: .none
    )["access"]
  }

  /// Logs a member in and hands the token's id back.
  func token(_ member: Member, scoped: Bool = true) async throws -> String {
    try await access(member, scoped: scoped)["token"]["id"].text
  }
}
