import KeystoneClient
import Testing

extension V3ContractCase {
  /// What Keystone keeps for others and does not read.
  static let keptTexts = [
    V3ContractCase("a policy is a text of a type", of: .ofToday) { keystone in
      let sent: JSON = ["policy": ["blob": "{}", "type": "application/json", "more": 1]]
      let made = try await keystone.answers(201, .post, "/policies", sent)["policy"]
      #expect(made["more"] == 1)
      let path = "/policies/\(made["id"].text)"
      let list = try await keystone.answers(200, .get, "/policies?type=application/json")
      #expect(list["policies"].elements.contains(made))
      let changed = try await keystone.answers(200, .patch, path, ["policy": ["type": "text/x"]])
      #expect(changed["policy"] == made.with(["type": "text/x"]))
      try await keystone.refuses(400, .patch, path, ["policy": [:]])
      try await keystone.refuses(400, .post, "/policies", ["policy": ["blob": "x"]])
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path)
    },
    V3ContractCase("a credential is a user's, whose text alone changes", of: .ofToday) {
      keystone in
      let (member, _, _) = try await keystone.makeMember()
      let owner = try await keystone.token(of: member)
      let sent: JSON = ["blob": "secret", "type": "cert", "user_id": member.user["id"]]
      let body: JSON = ["credential": sent]
      let made = try await keystone.answers(201, .post, "/credentials", body, token: owner)[
        "credential"
      ]
      #expect(made["project_id"] == .null)
      #expect(try await keystone.list("/credentials", token: owner) == [made])
      let query = "/credentials?user_id=\(member.id)"
      #expect(try await keystone.list(query) == [made])
      let path = "/credentials/\(made["id"].text)"
      let changed = try await keystone.answers(200, .patch, path, ["credential": ["blob": "other"]])
      #expect(changed["credential"] == made.with(["blob": "other"]))
      // The newest takes nothing beside it.
      let both: JSON = ["credential": ["blob": "third", "type": "cert"]]
      try await keystone.answers(keystone.release == .current ? 400 : 200, .patch, path, both)
      let (stranger, _, _) = try await keystone.makeMember()
      let foreign = try await keystone.token(of: stranger)
      try await keystone.refuses(403, .get, path, token: foreign)
      #expect(try await keystone.list("/credentials", token: foreign).isEmpty)
      let keys = sent.with(["type": "ec2"])
      try await keystone.refuses(400, .post, "/credentials", ["credential": keys])
      try await keystone.answers(204, .delete, "/users/\(member.id)")
      try await keystone.refuses(404, .get, path)
    },
  ]

  static let accessRules = [
    V3ContractCase("an access rule outlives the credential that it was made for", of: .ofToday) {
      keystone in
      let (member, _, _) = try await keystone.makeMember()
      let owner = try await keystone.token(of: member)
      let credentials = "/users/\(member.id)/application_credentials"
      let rule: JSON = ["service": "compute", "method": "GET", "path": "/v2.1/servers"]
      func make(_ name: JSON, _ rules: JSON) async throws -> JSON {
        let sent: JSON = ["application_credential": ["name": name, "access_rules": rules]]
        return try await keystone.answers(201, .post, credentials, sent, token: owner)[
          "application_credential"
        ]
      }
      let first = try await make("first", [rule])
      let made = first["access_rules"].elements
      #expect(made.map { $0.without("id") } == [rule])
      // The same is one, in full or by its id.
      #expect(try await make("second", [rule])["access_rules"] == first["access_rules"])
      let byID: JSON = [["id": made[0]["id"]]]
      #expect(try await make("third", byID)["access_rules"] == first["access_rules"])
      #expect(try await !make("none", [])["name"].text.isEmpty)
      let rules = "/users/\(member.id)/access_rules"
      let path = rules + "/\(made[0]["id"].text)"
      #expect(try await keystone.list(rules, token: owner).map { $0.without("links") } == made)
      try await keystone.refuses(403, .delete, path, token: owner)
      for credential in try await keystone.list(credentials, token: owner) {
        let id = credential["id"].text
        try await keystone.answers(204, .delete, "\(credentials)/\(id)", token: owner)
      }
      try await keystone.answers(200, .get, path, token: owner)
      try await keystone.answers(204, .delete, path, token: owner)
      try await keystone.refuses(404, .get, path, token: owner)
    },
    V3ContractCase("application credentials are found by name", of: .ofToday) { keystone in
      let (member, _, _) = try await keystone.makeMember()
      let owner = try await keystone.token(of: member)
      let path = "/users/\(member.id)/application_credentials"
      for name: JSON in ["one", "two"] {
        let sent: JSON = ["application_credential": ["name": name]]
        try await keystone.answers(201, .post, path, sent, token: owner)
      }
      let found = try await keystone.list(path + "?name=two", token: owner)
      #expect(found.map { $0["name"] } == ["two"])
    },
  ]
}
