import KeystoneClient
import Testing

extension V3ContractCase {
  static let tokens = [
    V3ContractCase("a token is shown to whom it belongs, and to an administrator") { keystone in
      let (member, _, role) = try await keystone.makeMember()
      let login = try await keystone.logIn(
        keystone.credentials(member.user, .string(member.password), scope: member.scope)
      )
      let subject = keystone.subject(login.token)
      for token in [login.token, .admin] {
        let shown = try await keystone.answers(
          200,
          .get,
          "/auth/tokens",
          token: token,
          headers: subject
        )
        #expect(shown["token"]["roles"].elements.map { $0["id"] } == [role["id"]])
        #expect(shown["token"]["expires_at"] == login.document["expires_at"])
        #expect(shown["token"].keys.contains("catalog"))
        #expect(shown.response.header("X-Subject-Token") == keystone.text(of: login.token))
        let checked = try await keystone.answers(
          200,
          .head,
          "/auth/tokens",
          token: token,
          headers: subject
        )
        #expect(checked.response.body.isEmpty)
        #expect(checked.response.header("X-Subject-Token") == keystone.text(of: login.token))
      }
      let (other, _, _) = try await keystone.makeMember()
      try await keystone.refuses(
        403,
        .get,
        "/auth/tokens",
        token: try await keystone.token(of: other),
        headers: subject
      )
    },
    V3ContractCase("a token is shown without the catalog where nobody wants it") { keystone in
      let (member, _, _) = try await keystone.makeMember()
      let login = try await keystone.logIn(
        keystone.credentials(member.user, .string(member.password), scope: member.scope),
        query: "?nocatalog"
      )
      #expect(!login.document.keys.contains("catalog"))
      let shown = try await keystone.answers(
        200,
        .get,
        "/auth/tokens?nocatalog",
        headers: keystone.subject(login.token)
      )
      #expect(!shown["token"].keys.contains("catalog"))
      let catalog = try await keystone.answers(200, .get, "/auth/catalog", token: login.token)
      #expect(catalog.body.keys == ["catalog", "links"])
    },
    V3ContractCase("a token that nobody knows is 404 to who asks") { keystone in
      try await keystone.refuses(
        404,
        .get,
        "/auth/tokens",
        headers: keystone.subject(.issued("nosuch"))
      )
      try await keystone.refuses(
        404,
        .post,
        "/auth/tokens",
        keystone.credentials(.issued("nosuch"))
      )
    },
    V3ContractCase("a token made of a token ends when that one ends") { keystone in
      let (member, project, _) = try await keystone.makeMember()
      let first = try await keystone.logIn(
        keystone.credentials(member.user, .string(member.password))
      )
      let scope: JSON = ["project": ["id": project["id"]]]
      let second = try await keystone.logIn(keystone.credentials(first.token, scope: scope))
      #expect(second.document["expires_at"] == first.document["expires_at"])
      #expect(Set(second.document["methods"].elements) == ["password", "token"])
      #expect(second.document["audit_ids"].elements.count == 2)
      #expect(
        second.document["audit_ids"].elements.last == first.document["audit_ids"].elements.first
      )
    },
    V3ContractCase("a token that is revoked opens nothing any more") { keystone in
      let (member, project, _) = try await keystone.makeMember()
      let first = try await keystone.token(of: member, unscoped: true)
      let scope: JSON = ["project": ["id": project["id"]]]
      let second = try await keystone.logIn(keystone.credentials(first, scope: scope)).token
      let revoked = keystone.subject(first)
      try await keystone.answers(204, .delete, "/auth/tokens", token: first, headers: revoked)
      try await keystone.refuses(404, .delete, "/auth/tokens", headers: revoked)
      try await keystone.refuses(401, .get, "/regions", token: first)
      // The newest release takes along what was made of it.
      let status = keystone.release == .current ? 401 : 200
      try await keystone.answers(status, .get, "/regions", token: second)
    },
    V3ContractCase("an administrator ends all tokens of a user", of: [.current]) { keystone in
      let (member, _, _) = try await keystone.makeMember()
      let tokens = [
        try await keystone.token(of: member), try await keystone.token(of: member, unscoped: true),
      ]
      try await keystone.answers(204, .delete, "/users/\(member.id)/tokens")
      for token in tokens {
        try await keystone.refuses(404, .get, "/auth/tokens", headers: keystone.subject(token))
      }
    },
  ]

  static let tokenEnds = [
    V3ContractCase("the same password set once more ends every token of a user", of: .ofToday) {
      keystone in
      let (member, _, _) = try await keystone.makeMember()
      let tokens = [
        try await keystone.token(of: member), try await keystone.token(of: member, unscoped: true),
      ]
      let path = "/users/\(member.id)"
      try await keystone.answers(200, .patch, path, ["user": ["email": "m@example.com"]])
      for token in tokens { try await keystone.answers(200, .get, "/regions", token: token) }
      try await keystone.answers(
        200,
        .patch,
        path,
        ["user": ["password": .string(member.password)]]
      )
      for token in tokens {
        try await keystone.refuses(401, .get, "/regions", token: token)
        try await keystone.refuses(404, .get, "/auth/tokens", headers: keystone.subject(token))
      }
    },
    V3ContractCase("a user's tokens end when the user is switched off, for good") { keystone in
      let (member, _, _) = try await keystone.makeMember()
      let token = try await keystone.token(of: member)
      let path = "/users/\(member.id)"
      for enabled in [false, true] as [JSON] {
        try await keystone.answers(200, .patch, path, ["user": ["enabled": enabled]])
        try await keystone.refuses(401, .get, "/regions", token: token)
      }
    },
    V3ContractCase("a project that is off is 404 to its tokens, which live again", of: .ofToday) {
      keystone in
      let (member, project, _) = try await keystone.makeMember()
      let token = try await keystone.token(of: member)
      let path = "/projects/\(project["id"].text)"
      try await keystone.answers(200, .patch, path, ["project": ["enabled": false]])
      try await keystone.refuses(404, .get, "/regions", token: token)
      try await keystone.answers(200, .patch, path, ["project": ["enabled": true]])
      try await keystone.answers(200, .get, "/regions", token: token)
    },
    V3ContractCase("what is gone behind a token is 404 to it on every route", of: .ofToday) {
      keystone in
      let (member, project, _) = try await keystone.makeMember()
      let scoped = try await keystone.token(of: member)
      let unscoped = try await keystone.token(of: member, unscoped: true)
      try await keystone.answers(204, .delete, "/projects/\(project["id"].text)")
      let gone = "Could not find project: \(project["id"].text)."
      try await keystone.refuses(404, .get, "/regions", saying: gone, token: scoped)
      try await keystone.answers(200, .get, "/regions", token: unscoped)
      try await keystone.answers(204, .delete, "/users/\(member.id)")
      let nobody = "Could not find user: \(member.id)."
      try await keystone.refuses(404, .get, "/regions", saying: nobody, token: unscoped)
    },
    V3ContractCase("the last role that goes takes the token along", of: .ofToday) { keystone in
      let (member, project, role) = try await keystone.makeMember()
      let token = try await keystone.token(of: member)
      let id = project["id"].text
      let path = keystone.grantPath("project", id, "user", member.user, role)
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(401, .get, "/regions", token: token)
      let words = "Could not find token: \(keystone.text(of: token))."
      let subject = keystone.subject(token)
      try await keystone.refuses(404, .get, "/auth/tokens", saying: words, headers: subject)
      try await keystone.answers(204, .put, path)
      try await keystone.answers(200, .get, "/regions", token: token)
    },
  ]

  static let ownPasswords = [
    V3ContractCase("users change their own passwords without a token") { keystone in
      let user = try await keystone.make("user", ["password": "one"])
      let path = "/users/\(user["id"].text)/password"
      let wrong: JSON = ["user": ["original_password": "no", "password": "two"]]
      try await keystone.refuses(401, .post, path, wrong, token: .none)
      let right: JSON = ["user": ["original_password": "one", "password": "two"]]
      try await keystone.answers(204, .post, path, right, token: .none)
      try await keystone.refusesLogin(user, "one")
      for body in [["password": "three"], ["original_password": "two"]] as [JSON] {
        try await keystone.refuses(400, .post, path, ["user": body], token: .none)
      }
    },
    V3ContractCase("a password that is locked is its user's no longer", of: .ofToday) { keystone in
      let user = try await keystone.make(
        "user",
        ["password": "one", "options": ["lock_password": true]]
      )
      let path = "/users/\(user["id"].text)/password"
      let sent: JSON = ["user": ["original_password": "one", "password": "two"]]
      try await keystone.refuses(400, .post, path, sent, token: .none)
      try await keystone.logIn(keystone.credentials(user, "one"))
    },
  ]
}
