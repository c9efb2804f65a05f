import FoundationEssentials
import KeystoneClient
import Testing

extension V3Keystone {
  /// A user with a password, who has roles somewhere.
  struct Member: Sendable {
    let user: JSON
    let password: String
    /// What to log in to.
    let scope: JSON

    var id: String { user["id"].text }
  }

  /// Makes an object of a kind, such as `project`, with a name that nothing else has.
  func make(
    _ kind: String,
    _ attributes: [String: JSON] = [:],
    token: Token = .admin,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> JSON {
    let named = JSON.object(["name": .string(uniqueName())]).with(attributes)
    return try await answers(
      201,
      .post,
      "/\(kind)s",
      .object([kind: named]),
      token: token,
      location
    )[
      kind
    ]
  }

  func makeService(_ attributes: [String: JSON] = [:]) async throws -> JSON {
    try await make("service", JSON.object(["type": .string(uniqueName())]).members(attributes))
  }

  func makeRegion(_ attributes: [String: JSON] = [:]) async throws -> JSON {
    let region = JSON.object(["id": .string(uniqueName())]).with(attributes)
    return try await answers(201, .post, "/regions", ["region": region])["region"]
  }

  func makeEndpoint(of service: JSON, _ attributes: [String: JSON] = [:]) async throws -> JSON {
    let endpoint = JSON.object([
      "service_id": service["id"], "interface": "public", "url": "http://p",
    ]).with(attributes)
    return try await answers(201, .post, "/endpoints", ["endpoint": endpoint])["endpoint"]
  }

  /// The global role of that name, made if it is not there.
  func role(_ name: String) async throws -> JSON {
    let found = try await answers(200, .get, "/roles?name=\(name)")["roles"].elements
    if let role = found.first(where: { $0["name"].text == name }) { return role }
    return try await make("role", ["name": .string(name)])
  }

  /// A new user with roles on a project, a domain or the system, whose id or `all` is given.
  func makeMember(
    of place: String,
    _ id: String,
    roles: [JSON],
    _ attributes: [String: JSON] = [:]
  ) async throws -> Member {
    let password = uniqueName("password")
    let sent = attributes.merging(["password": .string(password)]) { $1 }
    let user = try await make("user", sent)
    for role in roles {
      try await answers(204, .put, grantPath(place, id, "user", user, role))
    }
    let scope: JSON =
      place == "system" ? ["system": ["all": true]] : .object([place: ["id": .string(id)]])
    return Member(user: user, password: password, scope: scope)
  }

  /// A new user with a role in a new project.
  func makeMember() async throws -> (member: Member, project: JSON, role: JSON) {
    let project = try await make("project")
    let role = try await make("role")
    let member = try await makeMember(of: "project", project["id"].text, roles: [role])
    return (member, project, role)
  }

  /// The path of a grant: `place` is `project`, `domain` or `system`, `kind` is `user` or `group`.
  func grantPath(
    _ place: String,
    _ id: String,
    _ kind: String,
    _ actor: JSON,
    _ role: JSON
  ) -> String {
    let holder = "\(kind)s/\(actor["id"].text)/roles/\(role["id"].text)"
    return place == "system" ? "/system/\(holder)" : "/\(place)s/\(id)/\(holder)"
  }

  /// A domain that is switched off and deleted with all that is in it.
  func delete(domain: JSON) async throws {
    let path = "/domains/\(domain["id"].text)"
    try await answers(200, .patch, path, ["domain": ["enabled": false]])
    try await answers(204, .delete, path)
  }

  /// The rows of a list.
  func list(
    _ path: String,
    token: Token = .admin,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> [JSON] {
    let name = path.dropFirst().prefix { $0 != "?" }.split(separator: "/").last ?? ""
    let reply = try await answers(200, .get, path, token: token, location)
    #expect(reply.body.keys == [String(name), "links"], sourceLocation: location)
    return reply[String(name)].elements
  }
}

extension JSON {
  /// The members of an object with some more, or other ones.
  func members(_ other: [String: JSON]) -> [String: JSON] {
    if case .object(let members) = with(other) { members } else { other }
  }
}
