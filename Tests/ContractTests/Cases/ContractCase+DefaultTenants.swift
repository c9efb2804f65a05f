import KeystoneClient
import Testing

extension ContractCase {
  private static let memberID: JSON = "9fe2ff9ee4384b1894a90878d3e92bab"

  static let defaultTenants = [
    ContractCase("a default tenant brings the role _member_ along, which follows it") { keystone in
      let first = try await keystone.makeTenant()
      let second = try await keystone.makeTenant()
      let user = try await keystone.makeUser(["tenantId": first["id"]])
      #expect(user["tenantId"] == first["id"])
      let id = user["id"].text
      let other = try await keystone.makeRole()
      try await keystone.answers(
        200,
        .put,
        "/tenants/\(first["id"].text)/users/\(id)/roles/OS-KSADM/\(other["id"].text)"
      )

      func roles(in tenant: JSON) async throws -> Set<JSON> {
        let path = "/tenants/\(tenant["id"].text)/users/\(id)/roles"
        return Set(
          try await keystone.answers(200, .get, path)["roles"].elements.map { $0["id"] }
        )
      }
      #expect(try await roles(in: first) == [memberID, other["id"]])
      for path in ["/users/\(id)", "/users/\(id)/tenant", "/users/\(id)/OS-KSADM/tenant"] {
        let reply = try await keystone.answers(
          200,
          .put,
          path,
          ["user": ["tenantId": second["id"]]]
        )
        #expect(reply["user"]["tenantId"] == second["id"])
        #expect(try await roles(in: first) == [other["id"]])
        #expect(try await roles(in: second) == [memberID])
      }
    },
    ContractCase("a default tenant can't be cleared") { keystone in
      let tenant = try await keystone.makeTenant()
      let user = try await keystone.makeUser(["tenantId": tenant["id"]])
      let path = "/users/\(user["id"].text)"
      try await keystone.answers(200, .put, path, ["user": ["tenantId": nil]])
      try await keystone.refuses(400, .put, path, ["user": ["tenantId": ""]])
      #expect(try await keystone.answers(200, .get, path)["user"] == user)
    },
    ContractCase("the role _member_ has an id of its own") { keystone in
      let tenant = try await keystone.makeTenant()
      _ = try await keystone.makeUser(["tenantId": tenant["id"]])
      let role = try await keystone.answers(200, .get, "/OS-KSADM/roles/\(memberID.text)")["role"]
      #expect(role["name"] == "_member_")
      try await keystone.refuses(409, .post, "/OS-KSADM/roles", ["role": ["name": "_member_"]])
    },
    ContractCase("a default tenant does not scope a login") { keystone in
      let tenant = try await keystone.makeTenant()
      let user = try await keystone.makeUser(["tenantId": tenant["id"], "password": "p"])
      let credentials: JSON = ["userId": user["id"], "password": "p"]
      let reply = try await keystone.answers(
        200,
        .post,
        "/tokens",
        ["auth": ["passwordCredentials": credentials]],
        token: .none
      )
      #expect(reply["access"]["token"]["tenant"] == .null)
    },
  ]
}
