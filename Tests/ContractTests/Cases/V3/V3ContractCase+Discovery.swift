import KeystoneClient
import Testing

extension V3ContractCase {
  static let discovery = [
    V3ContractCase("the root names the versions that are served") { keystone in
      let reply = try await keystone.answers(300, .get, "//", token: .none)
      let ids = Set(reply["versions"]["values"].elements.map { $0["id"].text })
      #expect(ids == (keystone.release == .pike ? ["v3.8", "v2.0"] : ["v3.14"]))
      if keystone.release != .pike {
        #expect(reply.response.header("Location") == keystone.root + "/v3/")
      }
    },
    V3ContractCase("the version's document names its own address") { keystone in
      for path in ["", "/"] {
        let version = try await keystone.answers(200, .get, path, token: .none)["version"]
        #expect(version["id"] == (keystone.release == .pike ? "v3.8" : "v3.14"))
        #expect(version["status"] == "stable")
        #expect(version["links"].elements.map { $0["rel"] } == ["self"])
        #expect(version["links"].elements.map { $0["href"].text } == [keystone.root + "/v3/"])
      }
    },
    V3ContractCase("JSON home names the routes to whom likes it better", of: .ofToday) { keystone in
      let base = "https://docs.openstack.org/api/openstack-identity/3/"
      let reply = try await keystone.answers(
        200,
        .get,
        "",
        token: .none,
        headers: [HTTPHeader("Accept", "application/json-home")]
      )
      #expect(reply.response.header("Content-Type") == "application/json-home")
      #expect(reply["resources"][base + "rel/users"] == ["href": "/users"])
      #expect(
        reply["resources"][base + "rel/project_user_role"] == [
          "href-template": "/projects/{project_id}/users/{user_id}/roles/{role_id}",
          "href-vars": [
            "project_id": .string(base + "param/project_id"),
            "user_id": .string(base + "param/user_id"),
            "role_id": .string(base + "param/role_id"),
          ],
        ]
      )
    },
    V3ContractCase("v2.0 went out of Keystone", of: .ofToday) { keystone in
      for path in ["//v2.0", "//v2.0/tokens"] {
        let reply = try await keystone.answers(404, .get, path, token: .none)
        #expect(reply.response.header("Content-Type") == "text/html; charset=utf-8")
      }
    },
    V3ContractCase("a path that is unknown is a page, a method another shape", of: .ofToday) {
      keystone in
      let unknown = try await keystone.answers(404, .get, "/nosuch")
      #expect(unknown.response.header("Content-Type") == "text/html; charset=utf-8")
      #expect(unknown.text.contains("The requested URL was not found on the server."))
      let method = try await keystone.answers(405, .put, "/users", ["user": ["name": "x"]])
      #expect(method.body == ["message": "The method is not allowed for the requested URL."])
      #expect(method.response.header("Allow")?.contains("POST") == true)
    },
    V3ContractCase("a path that is unknown is 404 in Keystone's words", of: [.pike]) {
      keystone in
      try await keystone.refuses(404, .get, "/nosuch", saying: "(…The resource could not be found.")
    },
    V3ContractCase("no token is 401, and says where one is given") { keystone in
      for token in [V3Keystone.Token.none, .issued("nosuch")] {
        for path in ["/users", "/regions", "/auth/catalog"] {
          let reply = try await keystone.refuses(
            401,
            .get,
            path,
            saying: V3Keystone.refused,
            token: token
          )
          let header = reply.response.header("WWW-Authenticate")
          #expect(header?.hasPrefix("Keystone uri=\"http://") == true)
        }
      }
    },
  ]
}
