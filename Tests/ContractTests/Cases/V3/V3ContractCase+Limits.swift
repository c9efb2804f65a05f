import KeystoneClient
import Testing

extension V3ContractCase {
  static let limits = [
    V3ContractCase("a registered limit is one of its service, region and resource", of: .ofToday) {
      keystone in
      let admin = try await keystone.systemAdmin()
      let service = try await keystone.makeService()
      let region = try await keystone.makeRegion()
      let sent: JSON = [
        "service_id": service["id"], "resource_name": "servers", "default_limit": 10,
      ]
      let made = try await keystone.register([sent], token: admin)[0]
      #expect(made["region_id"] == .null)
      #expect(made["description"] == .null)
      #expect(made["default_limit"] == 10)
      let there = sent.with(["region_id": region["id"]])
      // All or nothing.
      let both: JSON = ["registered_limits": [there, sent]]
      try await keystone.refuses(409, .post, "/registered_limits", both, token: admin)
      let query = "/registered_limits?service_id=\(service["id"].text)"
      #expect(try await keystone.list(query) == [made])
      let elsewhere = try await keystone.register([there], token: admin)[0]
      #expect(try await keystone.list(query + "&region_id=\(region["id"].text)") == [elsewhere])
      let path = "/registered_limits/\(made["id"].text)"
      let changed = try await keystone.answers(
        200,
        .patch,
        path,
        ["registered_limit": ["default_limit": -1]],
        token: admin
      )
      #expect(changed["registered_limit"] == made.with(["default_limit": -1]))
      // What it is a limit of may not even be sent as it is.
      let same: JSON = ["registered_limit": ["resource_name": "servers"]]
      try await keystone.refuses(409, .patch, path, same, token: admin)
      for field: [String: JSON] in [
        ["default_limit": -2], ["default_limit": "5"], ["service_id": "nosuch"],
        ["region_id": "nosuch"], ["unit": "piece"], ["resource_name": ""],
      ] {
        let body: JSON = ["registered_limits": [sent.with(field)]]
        try await keystone.refuses(400, .post, "/registered_limits", body, token: admin)
      }
      try await keystone.answers(204, .delete, path, token: admin)
      try await keystone.refuses(404, .get, path)
      // The region goes, and its limit stays.
      try await keystone.answers(204, .delete, "/regions/\(region["id"].text)")
      #expect(try await keystone.list(query) == [elsewhere])
    },
    V3ContractCase("a limit needs a registered one, which it holds fast", of: .ofToday) {
      keystone in
      let admin = try await keystone.systemAdmin()
      let service = try await keystone.makeService()
      let project = try await keystone.make("project")
      let what: JSON = ["service_id": service["id"], "resource_name": "servers"]
      let sent = what.with(["project_id": project["id"], "resource_limit": 5])
      let body: JSON = ["limits": [sent]]
      try await keystone.refuses(403, .post, "/limits", body, token: admin)
      let registered = try await keystone.register(
        [what.with(["default_limit": 10])],
        token: admin
      )[0]
      let made = try await keystone.answers(201, .post, "/limits", body, token: admin)["limits"]
        .elements[0]
      #expect(made["domain_id"] == .null)
      #expect(made["region_id"] == .null)
      try await keystone.refuses(409, .post, "/limits", body, token: admin)
      for field: [String: JSON] in [["project_id": "nosuch"], ["domain_id": "default"]] {
        let broken: JSON = ["limits": [sent.with(field)]]
        try await keystone.refuses(400, .post, "/limits", broken, token: admin)
      }
      let path = "/registered_limits/\(registered["id"].text)"
      let change: JSON = ["registered_limit": ["default_limit": 11]]
      try await keystone.refuses(403, .patch, path, change, token: admin)
      try await keystone.refuses(403, .delete, path, token: admin)
      let query = "/limits?project_id=\(project["id"].text)"
      #expect(try await keystone.list(query, token: admin) == [made])
      let model = try await keystone.answers(200, .get, "/limits/model")
      #expect(model["model"]["name"] == "flat")
      try await keystone.answers(204, .delete, "/projects/\(project["id"].text)")
      #expect(try await keystone.list(query, token: admin).isEmpty)
      try await keystone.answers(204, .delete, path, token: admin)
    },
    V3ContractCase("a change to no limit at all is passed over", of: .ofToday) { keystone in
      let admin = try await keystone.systemAdmin()
      let service = try await keystone.makeService()
      let project = try await keystone.make("project")
      let what: JSON = ["service_id": service["id"], "resource_name": "servers"]
      _ = try await keystone.register([what.with(["default_limit": 10])], token: admin)
      let sent = what.with([
        "project_id": project["id"], "resource_limit": 5, "description": "d",
      ])
      let made = try await keystone.answers(
        201,
        .post,
        "/limits",
        ["limits": [sent]],
        token: admin
      )[
        "limits"
      ].elements[0]
      let path = "/limits/\(made["id"].text)"
      for (field, shown): ([String: JSON], [String: JSON]) in [
        (["resource_limit": 0, "description": ""], [:]),
        (["resource_limit": 7], ["resource_limit": 7]),
      ] {
        let body: JSON = .object(["limit": .object(field)])
        let answer = try await keystone.answers(200, .patch, path, body, token: admin)
        #expect(answer["limit"] == made.with(shown))
      }
      // To make one so is possible.
      try await keystone.answers(204, .delete, path, token: admin)
      let none: JSON = ["limits": [sent.with(["resource_limit": 0])]]
      try await keystone.answers(201, .post, "/limits", none, token: admin)
    },
    V3ContractCase("an administrator of a project makes limits on the newest", of: .ofToday) {
      keystone in
      let service = try await keystone.makeService()
      let sent: JSON = [
        "service_id": service["id"], "resource_name": "servers", "default_limit": 1,
      ]
      let status = keystone.release == .current ? 201 : 403
      let body: JSON = ["registered_limits": [sent]]
      try await keystone.answers(status, .post, "/registered_limits", body)
    },
  ]
}

extension V3Keystone {
  /// A token for the system of a new administrator, who may do everything on every release.
  fileprivate func systemAdmin() async throws -> Token {
    let member = try await makeMember(of: "system", "all", roles: [try await role("admin")])
    return try await token(of: member)
  }

  fileprivate func register(_ limits: [JSON], token: Token) async throws -> [JSON] {
    let body: JSON = ["registered_limits": .array(limits)]
    return try await answers(201, .post, "/registered_limits", body, token: token)[
      "registered_limits"
    ].elements
  }
}
