import Convergence
import IdentityBackends
import KeystoneClient

extension V3ListReader {
  /// A role that somebody has somewhere.
  struct Grant {
    /// The role's name, of a domain's own role with that of the domain.
    let role: String
    let isInherited: Bool
  }

  /// The IDs of the users to whom a role was granted on a project.
  func userIDs(onProject id: String) async throws(BackendFailure) -> Set<String> {
    let rows = try await objects(of: .grants(onProject: id), fields: ["user"])
    return Set(rows.compactMap { $0.object("user")?.text("id") })
  }

  /// The roles of a user on a project.
  ///
  /// They are read by ID, and named here: with `include_names` a single grant that is made wrong, on a
  /// domain as if it were a project, has the list answered 404 for everybody.
  func grants(
    of user: V3DomainMember,
    on project: V3DomainMember,
    isEffective: Bool
  ) async throws(BackendFailure) -> [Grant] {
    let rows = try await objects(
      of: .grants(ofUser: user.id, onProject: project.id, isEffective: isEffective),
      fields: ["role", "scope"]
    )
    guard !rows.isEmpty else { return [] }
    var names = try await namesOfGlobalRoles()
    var grants: [Grant] = []
    for row in rows {
      let id = row.object("role")?.text("id") ?? ""
      if names[id] == nil { names[id] = try await nameOfRole(id) }
      let scope = row.object("scope")?.text("OS-INHERIT:inherited_to")
      grants.append(Grant(role: names[id] ?? id, isInherited: scope == "projects"))
    }
    return grants
  }

  func namesOfGlobalRoles() async throws(BackendFailure) -> [String: String] {
    let roles = try await objects(of: .roles(), fields: ["id", "name"])
    return Dictionary(roles.map { ($0.text("id") ?? "", $0.text("name") ?? "") }) { first, _ in
      first
    }
  }

  func nameOfRole(_ id: String) async throws(BackendFailure) -> String {
    let role = try await retrier.asking { () async throws(KeystoneError) in
      try await client.role(id: id)
    }
    guard let domainID = role.domainID else { return role.name }
    let domain = try await retrier.asking { () async throws(KeystoneError) in
      try await client.domain(id: domainID)
    }
    return "\(role.name)@\(domain.name)"
  }
}

extension JSONObject {
  /// The object of that name.
  func object(_ field: String) -> JSONObject? {
    guard case .object(let object)? = self[field] else { return nil }
    return object
  }
}
