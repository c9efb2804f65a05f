import KeystoneClient
import Testing

extension ContractCase {
  static let derivedRoles = [
    ContractCase("a role by a group is shown as the user's own, and can't be taken away") {
      keystone in
      let (user, tenant, role) = try await keystone.strangers()
      let group = try await keystone.makeGroup()
      try await keystone.answers(204, .put, "//v3/groups/\(group)/users/\(user)")
      let grant = "//v3/projects/\(tenant)/groups/\(group)/roles/\(role)"
      try await keystone.answers(204, .put, grant)
      try await keystone.answers(204, .put, grant)
      try await keystone.hasDerived(role, user, tenant)
      #expect(try await keystone.direct("user.id=\(user)").isEmpty)
      let granted = try await keystone.direct("group.id=\(group)")
      #expect(granted.map { $0["role"]["id"].text } == [role])
      #expect(granted.map { $0["scope"]["project"]["id"].text } == [tenant])
      #expect(granted.map { $0.keys } == [["links", "scope", "group", "role"]])
      try await keystone.answers(204, .delete, "//v3/groups/\(group)/users/\(user)")
      #expect(try await keystone.shownRoles(user, tenant).isEmpty)
    },
    ContractCase("an inherited role is shown in every tenant, and can't be taken away") {
      keystone in
      let (user, tenant, role) = try await keystone.strangers()
      let path = "//v3/OS-INHERIT/domains/default/users/\(user)/roles/\(role)/inherited_to_projects"
      try await keystone.answers(204, .put, path)
      try await keystone.hasDerived(role, user, tenant)
      let other = try await keystone.makeTenant()["id"].text
      try await keystone.hasDerived(role, user, other)
      let granted = try await keystone.direct("user.id=\(user)")
      #expect(granted.map { $0["scope"]["domain"]["id"].text } == ["default"])
      #expect(granted.map { $0["scope"]["OS-INHERIT:inherited_to"] } == ["projects"])
      let effective = try await keystone.effective(user, tenant)
      #expect(effective.map { $0["scope"]["project"]["id"].text } == [tenant])
      #expect(effective.map { $0["scope"]["OS-INHERIT:inherited_to"] } == ["projects"])
      try await keystone.answers(204, .delete, path)
      #expect(try await keystone.shownRoles(user, tenant).isEmpty)
    },
    ContractCase("an implied role is shown beside its prior one, and can't be taken away") {
      keystone in
      let (user, tenant, role) = try await keystone.strangers()
      let implied = try await keystone.makeRole()["id"].text
      let further = try await keystone.makeRole()["id"].text
      let reply = try await keystone.answers(201, .put, "//v3/roles/\(role)/implies/\(implied)")
      #expect(reply["role_inference"]["implies"]["id"].text == implied)
      try await keystone.answers(201, .put, "//v3/roles/\(implied)/implies/\(further)")
      try await keystone.refuses(409, .put, "//v3/roles/\(role)/implies/\(implied)")
      let grant = "/tenants/\(tenant)/users/\(user)/roles/OS-KSADM/"
      try await keystone.answers(200, .put, grant + role)
      #expect(try await keystone.shownRoles(user, tenant) == [role, implied, further])
      try await keystone.refuses(404, .delete, grant + implied)
      let effective = try await keystone.effective(user, tenant)
      #expect(Set(effective.map { $0["role"]["id"].text }) == [role, implied, further])
      let links = effective.filter { $0["role"]["id"].text == implied }.map { $0["links"].keys }
      #expect(links == [["assignment", "prior_role"]])
      let granted = try await keystone.direct("user.id=\(user)")
      #expect(granted.map { $0["role"]["id"].text } == [role])
      try await keystone.answers(200, .put, grant + implied)
      try await keystone.answers(204, .delete, grant + implied)
      #expect(try await keystone.shownRoles(user, tenant) == [role, implied, further])
      try await keystone.answers(204, .delete, grant + role)
      #expect(try await keystone.shownRoles(user, tenant).isEmpty)
    },
    ContractCase("a derived role opens its tenant, and a token for it has the role") { keystone in
      let member = try await keystone.makeMember()
      let tenant = try await keystone.makeTenant()["id"].text
      let group = try await keystone.makeGroup()
      try await keystone.answers(204, .put, "//v3/groups/\(group)/users/\(member.userID)")
      let grant = "//v3/projects/\(tenant)/groups/\(group)/roles/\(member.roleID)"
      try await keystone.answers(204, .put, grant)
      let credentials: JSON = [
        "userId": member.user["id"], "password": .string(member.password),
      ]
      let access = try await keystone.answers(
        200,
        .post,
        "/tokens",
        ["auth": ["passwordCredentials": credentials, "tenantId": .string(tenant)]],
        token: .none
      )["access"]
      #expect(access["user"]["roles"].elements == [["name": member.role["name"]]])
      let token = Keystone.Token.issued(access["token"]["id"].text)
      let own = try await keystone.answers(200, .get, "/tenants", on: .public, token: token)
      #expect(Set(own["tenants"].elements.map { $0["id"].text }) == [tenant, member.tenantID])
    },
    ContractCase("what a derived role needs is missed by name") { keystone in
      let (user, tenant, role) = try await keystone.strangers()
      let group = try await keystone.makeGroup()
      let inherited = { (domain: String, role: String) in
        "//v3/OS-INHERIT/domains/\(domain)/users/\(user)/roles/\(role)/inherited_to_projects"
      }
      for (path, kind) in [
        ("//v3/projects/nope/groups/\(group)/roles/\(role)", "project"),
        ("//v3/projects/\(tenant)/groups/\(group)/roles/nope", "role"),
        ("//v3/groups/\(group)/users/nope", "user"), ("//v3/groups/nope/users/\(user)", "group"),
        (inherited("default", "nope"), "role"), (inherited("nope", role), "domain"),
        ("//v3/roles/\(role)/implies/nope", "role"), ("//v3/roles/nope/implies/\(role)", "role"),
      ] {
        let words = try await keystone.refuses(404, .put, path)["error"]["message"].text
        #expect(words == "Could not find \(kind): nope.")
        try await keystone.refuses(401, .put, path, token: .none)
      }
      for path in [
        "//v3/projects/\(tenant)/groups/\(group)/roles/\(role)",
        "//v3/groups/\(group)/users/\(user)", inherited("default", role),
        "//v3/roles/\(role)/implies/\(role)",
      ] {
        try await keystone.refuses(404, .delete, path)
      }
    },
    ContractCase("a role of a domain is listed, and granted to no effect") { keystone in
      let (user, tenant, role) = try await keystone.strangers()
      let name = JSON.string(uniqueName())
      let domainRole = try await keystone.makeRole(["name": name, "domain_id": "nowhere"])
      #expect(domainRole["domain_id"] == "nowhere")
      let global = try await keystone.makeRole(["name": name])
      let listed = try await keystone.answers(200, .get, "/OS-KSADM/roles")["roles"].elements
        .filter { $0["name"] == name }
      #expect(Set(listed) == [domainRole, global])
      let grant = "/tenants/\(tenant)/users/\(user)/roles/OS-KSADM/"
      try await keystone.answers(200, .put, grant + role)
      try await keystone.answers(200, .put, grant + domainRole["id"].text)
      #expect(try await keystone.shownRoles(user, tenant) == [role])
      #expect(try await keystone.effective(user, tenant).map { $0["role"]["id"].text } == [role])
      let granted = try await keystone.direct("user.id=\(user)")
      #expect(Set(granted.map { $0["role"]["id"].text }) == [role, domainRole["id"].text])
      try await keystone.answers(204, .delete, grant + domainRole["id"].text)
    },
  ]
}

extension Keystone {
  /// The ids of a user, a tenant and a role that have nothing to do with one another.
  fileprivate func strangers() async throws -> (user: String, tenant: String, role: String) {
    let user = try await makeUser()
    let tenant = try await makeTenant()
    let role = try await makeRole()
    return (user["id"].text, tenant["id"].text, role["id"].text)
  }

  /// The id of a new group.
  fileprivate func makeGroup() async throws -> String {
    let group: JSON = ["name": .string(uniqueName()), "domain_id": "default"]
    let made = try await answers(201, .post, "//v3/groups", ["group": group])["group"]
    #expect(made.keys == ["id", "name", "domain_id", "description", "links"])
    return made["id"].text
  }

  fileprivate func shownRoles(_ user: String, _ tenant: String) async throws -> Set<String> {
    let path = "/tenants/\(tenant)/users/\(user)/roles"
    let roles = try await answers(200, .get, path)["roles"].elements.map { $0["id"].text }
    #expect(Set(roles).count == roles.count)
    return Set(roles)
  }

  fileprivate func direct(_ query: String) async throws -> [JSON] {
    try await answers(200, .get, "//v3/role_assignments?\(query)")["role_assignments"].elements
  }

  fileprivate func effective(_ user: String, _ tenant: String) async throws -> [JSON] {
    try await direct("effective&user.id=\(user)&scope.project.id=\(tenant)")
  }

  /// Expects v2.0 and the effective list to show a role that neither can take away.
  fileprivate func hasDerived(_ role: String, _ user: String, _ tenant: String) async throws {
    #expect(try await shownRoles(user, tenant) == [role])
    let users = try await answers(200, .get, "/tenants/\(tenant)/users")["users"].elements
    #expect(users.contains { $0["id"].text == user })
    let refs = try await answers(200, .get, "/users/\(user)/roleRefs")["roles"].elements
    #expect(refs.contains { $0["tenantId"].text == tenant && $0["roleId"].text == role })
    let grant = "/tenants/\(tenant)/users/\(user)/roles/OS-KSADM/\(role)"
    let words = try await refuses(404, .delete, grant)["error"]["message"].text
    #expect(words == "Cannot remove role that has not been granted, \(role)")
    let effective = try await effective(user, tenant)
    #expect(effective.map { $0["role"]["id"].text } == [role])
    #expect(effective.map { $0["user"]["id"].text } == [user])
    try await answers(200, .put, grant)
    try await answers(204, .delete, grant)
    #expect(try await shownRoles(user, tenant) == [role])
  }
}
