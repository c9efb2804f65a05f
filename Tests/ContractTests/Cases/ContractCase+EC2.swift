import KeystoneClient
import Testing

extension ContractCase {
  static let ec2 = [
    ContractCase("EC2 credentials are made, read and deleted on both apps") { keystone in
      let member = try await keystone.makeMember()
      let token = Keystone.Token.issued(try await keystone.token(member))
      let path = "/users/\(member.userID)/credentials/OS-EC2"
      let body: JSON = ["tenant_id": member.tenant["id"]]
      #expect(try await keystone.answers(200, .get, path).body == ["credentials": []])
      let first = try await keystone.answers(200, .post, path, body)["credential"]
      let second = try await keystone.answers(200, .post, path, body, on: .public, token: token)[
        "credential"
      ]
      for credential in [first, second] {
        #expect(credential.keys == ["user_id", "tenant_id", "access", "secret", "trust_id"])
        #expect(credential["user_id"] == member.user["id"])
        #expect(credential["tenant_id"] == member.tenant["id"])
        #expect(credential["trust_id"] == .null)
        #expect(credential["access"].text.count == 32 && credential["secret"].text.count == 32)
      }
      let list = try await keystone.answers(200, .get, path, on: .public, token: token)
      #expect(Set(list["credentials"].elements) == [first, second])
      let one = path + "/" + first["access"].text
      #expect(try await keystone.answers(200, .get, one)["credential"] == first)
      let own = try await keystone.answers(200, .get, one, on: .public, token: token)
      #expect(own["credential"] == first)
      try await keystone.answers(204, .delete, one, on: .public, token: token)
      try await keystone.refuses(404, .delete, one, on: .public, token: token)
      #expect(try await keystone.answers(200, .get, path)["credentials"].elements == [second])
      try await keystone.answers(204, .delete, "/tenants/\(member.tenantID)")
      #expect(try await keystone.answers(200, .get, path)["credentials"].elements.isEmpty)
    },
    ContractCase("EC2 credentials are an administrator's and their user's alone") { keystone in
      let member = try await keystone.makeMember()
      let token = Keystone.Token.issued(try await keystone.token(member))
      let other = try await keystone.makeUser()["id"].text
      let path = "/users/\(member.userID)/credentials/OS-EC2"
      let others = "/users/\(other)/credentials/OS-EC2"
      let body: JSON = ["tenant_id": member.tenant["id"]]
      let access = try await keystone.answers(200, .post, path, body)["credential"]["access"].text
      for (method, path) in [
        (HTTPRequest.Method.get, path), (.get, path + "/" + access), (.delete, path + "/" + access),
      ] {
        try await keystone.refuses(401, method, path, on: .public, token: .none)
      }
      try await keystone.refuses(401, .post, path, body, on: .public, token: .none)
      for path in [others, others + "/" + access] {
        let words = try await keystone.refuses(403, .get, path, on: .public, token: token)
        #expect(
          words["error"]["message"].text
            == "You are not authorized to perform the requested action."
        )
      }
      try await keystone.refuses(403, .post, others, body, on: .public, token: token)
      try await keystone.refuses(
        403,
        .delete,
        others + "/" + access,
        on: .public,
        token: token
      )
      // An administrator may name anybody as the owner.
      try await keystone.answers(200, .get, others + "/" + access)
      try await keystone.answers(204, .delete, others + "/" + access)
    },
    ContractCase("what EC2 credentials need is missed by name, an access key by its hash") {
      keystone in
      let member = try await keystone.makeMember()
      let path = "/users/\(member.userID)/credentials/OS-EC2"
      let body: JSON = ["tenant_id": member.tenant["id"]]
      let hash = "ca3704aa0b06f5954c79ee837faa152d84d6b2d42838f0637a15eda8337dbdce"
      for method in [HTTPRequest.Method.get, .delete] {
        let words = try await keystone.refuses(404, method, path + "/nope")["error"]["message"]
        #expect(words.text == "Could not find credential: \(hash).")
        try await keystone.refuses(404, method, "/users/nope/credentials/OS-EC2/nope")
      }
      try await keystone.refuses(404, .get, "/users/nope/credentials/OS-EC2")
      try await keystone.refuses(404, .post, "/users/nope/credentials/OS-EC2", body)
      for (tenant, shown) in [(JSON.string("nope"), "nope"), (.null, "None"), (5, "5")] {
        let words = try await keystone.refuses(404, .post, path, ["tenant_id": tenant])
        #expect(words["error"]["message"].text == "Could not find project: \(shown).")
      }
      try await keystone.refuses(400, .post, path, [:])
      try await keystone.refuses(400, .post, path, body.with(["x": 1]))
    },
  ]
}
