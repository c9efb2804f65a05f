import KeystoneClient
import Testing

extension ContractCase {
  static let ownPassword = [
    ContractCase("a user changes the own password and gets a new token") { keystone in
      let member = try await keystone.makeMember()
      let first = try await keystone.access(member)
      let unscoped = try await keystone.token(member, scoped: false)
      let path = "/OS-KSCRUD/users/\(member.userID)"
      let change: JSON = [
        "user": ["original_password": .string(member.password), "password": "new"]
      ]
      let old = first["token"]["id"].text
      let reply = try await keystone.answers(
        200,
        .patch,
        path,
        change,
        on: .public,
        token: .issued(old)
      )
      let access = reply["access"]
      #expect(access.keys == ["token", "user", "serviceCatalog", "metadata"])
      #expect(access["token"]["tenant"] == member.tenant)
      let new = access["token"]["id"].text
      try await keystone.answers(200, .get, "/tenants", on: .public, token: .issued(new))
      for dead in [old, unscoped] {
        try await keystone.refuses(401, .get, "/tenants", on: .public, token: .issued(dead))
      }
      for (password, status) in [(member.password, 401), ("new", 200)] {
        let credentials: JSON = ["userId": member.user["id"], "password": .string(password)]
        try await keystone.answers(
          status,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": credentials]],
          token: .none
        )
      }
    },
    ContractCase("the own password is changed by its owner alone") { keystone in
      let member = try await keystone.makeMember()
      let token = Keystone.Token.issued(try await keystone.token(member))
      let path = "/OS-KSCRUD/users/\(member.userID)"
      let right: JSON = ["original_password": .string(member.password), "password": "new"]
      let wrong = right.with(["original_password": "wrong"])
      try await keystone.refuses(404, .patch, path, ["user": right], on: .public, token: .none)
      try await keystone.refuses(
        404,
        .patch,
        path,
        ["user": right],
        on: .public,
        token: .issued("nope")
      )
      try await keystone.refuses(
        403,
        .patch,
        "/OS-KSCRUD/users/other",
        ["user": right],
        on: .public,
        token: token
      )
      try await keystone.refuses(401, .patch, path, ["user": wrong], on: .public, token: token)
      try await keystone.refuses(
        400,
        .patch,
        path,
        ["user": right.without("original_password")],
        on: .public,
        token: token
      )
      try await keystone.refuses(
        500,
        .patch,
        path,
        ["user": right.without("password")],
        on: .public,
        token: token
      )
    },
  ]
}
