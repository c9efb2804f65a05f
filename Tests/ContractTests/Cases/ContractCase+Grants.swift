import KeystoneClient
import Testing

extension ContractCase {
  static let grants = [
    ContractCase("a role is granted once") { keystone in
      let member = try await keystone.makeMember()
      let path = "/tenants/\(member.tenantID)/users/\(member.userID)/roles"
      #expect(try await keystone.answers(200, .get, path).body == ["roles": [member.role]])
      try await keystone.refuses(409, .put, member.grantPath)
      try await keystone.answers(204, .delete, member.grantPath)
      try await keystone.refuses(404, .delete, member.grantPath)
      #expect(try await keystone.answers(200, .get, path)["roles"] == [])
      let again = try await keystone.answers(200, .put, member.grantPath)
      #expect(again.body == ["role": member.role])
      for method in [HTTPRequest.Method.get, .post] {
        try await keystone.refuses(404, method, member.grantPath)
      }
    },
    ContractCase("v3 lists the grants of all users in one list, while they are there") { keystone in
      let member = try await keystone.makeMember()
      func isListed() async throws -> Bool {
        let list = try await keystone.answers(200, .get, "//v3/role_assignments?effective=1")
        let rows = list["role_assignments"].elements.filter {
          $0["user"]["id"].text == member.userID
        }
        for row in rows {
          #expect(row["scope"] == ["project": ["id": .string(member.tenantID)]])
          #expect(row["role"] == ["id": .string(member.roleID)])
        }
        return rows.count == 1
      }
      #expect(try await isListed())
      try await keystone.answers(204, .delete, member.grantPath)
      #expect(try await !isListed())
      try await keystone.refuses(401, .get, "//v3/role_assignments", token: .none)
    },
    ContractCase("a grant asks for the tenant and the role, but not for the user") { keystone in
      let member = try await keystone.makeMember()
      func path(_ tenant: String, _ user: String, _ role: String) -> String {
        "/tenants/\(tenant)/users/\(user)/roles/OS-KSADM/\(role)"
      }
      let nobody = uniqueName().replacing("-", with: "0")
      try await keystone.refuses(404, .put, path("nope", member.userID, member.roleID))
      try await keystone.refuses(404, .put, path(member.tenantID, member.userID, "nope"))
      let dangling = path(member.tenantID, nobody, member.roleID)
      try await keystone.answers(200, .put, dangling)
      try await keystone.refuses(409, .put, dangling)
      let users = try await keystone.answers(200, .get, "/tenants/\(member.tenantID)/users")
      #expect(users["users"].elements.map { $0["id"] } == [member.user["id"]])
      try await keystone.answers(204, .delete, dangling)
      for unknown in [
        path("nope", member.userID, member.roleID), path(member.tenantID, "nope", member.roleID),
        path(member.tenantID, member.userID, "nope"),
      ] {
        try await keystone.refuses(404, .delete, unknown)
      }
    },
    ContractCase("roles are listed of a known user in a known tenant") { keystone in
      let user = try await keystone.makeUser()
      let tenant = try await keystone.makeTenant()
      let path = "/tenants/\(tenant["id"].text)/users"
      let none = try await keystone.answers(200, .get, "\(path)/\(user["id"].text)/roles")
      #expect(none.body == ["roles": []])
      try await keystone.refuses(404, .get, "\(path)/nope/roles")
      try await keystone.refuses(404, .get, "/tenants/nope/users/\(user["id"].text)/roles")
    },
    ContractCase("roles without a tenant are 501, after the token") { keystone in
      let user = try await keystone.makeUser()
      for path in ["/users/\(user["id"].text)/roles", "/users/nope/roles"] {
        try await keystone.refuses(501, .get, path)
        try await keystone.refuses(501, .put, "\(path)/OS-KSADM/nope")
        try await keystone.refuses(501, .delete, "\(path)/OS-KSADM/nope")
        try await keystone.refuses(401, .get, path, token: .none)
      }
    },
    ContractCase("role refs say the same in another way") { keystone in
      let member = try await keystone.makeMember()
      let path = "/users/\(member.userID)/roleRefs"
      let id =
        "roleId=\(member.roleID)&tenantId=\(member.tenantID)&userId=\(member.userID)"
      let expected: JSON = [
        "id": .string(id), "roleId": member.role["id"], "tenantId": member.tenant["id"],
        "userId": member.user["id"],
      ]
      #expect(try await keystone.answers(200, .get, path).body == ["roles": [expected]])
      let role = try await keystone.makeRole()
      let ref: JSON = ["role": ["tenantId": member.tenant["id"], "roleId": role["id"]]]
      #expect(try await keystone.answers(200, .post, path, ref).body == ["role": role])
      try await keystone.refuses(409, .post, path, ref)
      let quoted = id.replacing("=", with: "%3D").replacing("&", with: "%26")
      try await keystone.answers(204, .delete, "\(path)/\(quoted)")
      try await keystone.refuses(404, .delete, "\(path)/\(quoted)")
      try await keystone.refuses(400, .delete, "\(path)/junk")
      try await keystone.refuses(404, .get, "/users/nope/roleRefs")
      try await keystone.refuses(404, .post, path, ["role": [:]])
    },
  ]
}
