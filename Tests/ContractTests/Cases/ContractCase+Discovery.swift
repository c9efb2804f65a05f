import KeystoneClient
import Testing

extension ContractCase {
  static let discovery = [
    ContractCase("the root lists versions with 300 and without a token") { keystone in
      for app in [Keystone.App.admin, .public] {
        let reply = try await keystone.answers(300, .get, "//", on: app, token: .none)
        #expect(reply.response.header("Location") == nil)
        let versions = reply["versions"]["values"].elements
        let v2 = try #require(versions.filter { $0["id"] == "v2.0" }.last)
        #expect(v2.keys == ["id", "status", "updated", "links", "media-types"])
      }
    },
    ContractCase("a version describes itself, with a slash at the end or not") { keystone in
      for path in ["", "/"] {
        let reply = try await keystone.answers(200, .get, path, token: .none)
        #expect(reply["version"]["id"] == "v2.0")
        #expect(reply["version"]["links"].elements.contains { $0["rel"] == "self" })
      }
      #expect(try await keystone.answers(200, .post, "/", token: .none)["version"]["id"] == "v2.0")
      #expect(try await keystone.answers(200, .head, "/", token: .none).response.body.isEmpty)
    },
    ContractCase("each app lists its own extension") { keystone in
      for (app, own, other) in [
        (Keystone.App.admin, "OS-KSADM", "OS-KSCRUD"), (.public, "OS-KSCRUD", "OS-KSADM"),
      ] {
        let reply = try await keystone.answers(200, .get, "/extensions", on: app, token: .none)
        let aliases = reply["extensions"]["values"].elements.map { $0["alias"].text }
        #expect(aliases.contains(own))
        #expect(aliases.contains("OS-EC2"))
        #expect(!aliases.contains(other))
        let one = try await keystone.answers(
          200,
          .get,
          "/extensions/\(own)",
          on: app,
          token: .none
        )
        #expect(one["extension"]["alias"] == .string(own))
        try await keystone.refuses(404, .get, "/extensions/\(other)", on: app, token: .none)
      }
    },
    ContractCase("the extension that both apps have describes itself") { keystone in
      for app in [Keystone.App.admin, .public] {
        let one = try await keystone.answers(200, .get, "/extensions/OS-EC2", on: app, token: .none)
        #expect(
          one["extension"].keys == [
            "name", "namespace", "alias", "updated", "description", "links",
          ]
        )
        #expect(one["extension"]["name"] == "OpenStack EC2 API")
        #expect(one["extension"]["description"] == "OpenStack EC2 Credentials backend.")
      }
    },
    ContractCase("the check of health is there below the root alone") { keystone in
      for app in [Keystone.App.admin, .public] {
        for path in ["//healthcheck", "//healthcheck?detailed=1"] {
          let reply = try await keystone.answers(200, .get, path, on: app, token: .none)
          #expect(reply["detailed"] == false)
          #expect(reply["reasons"] == [])
          #expect(reply.response.header("Content-Type") == "application/json")
          let accept = [HTTPHeader("Accept", "text/plain")]
          let plain = try await keystone.sendRaw(.get, path, nil, headers: accept)
          #expect(plain.status == 200)
          #expect(plain.response.body.isEmpty)
          #expect(plain.response.header("Content-Type") == "text/plain; charset=UTF-8")
        }
        try await keystone.answers(204, .head, "//healthcheck", on: app, token: .none)
        try await keystone.answers(200, .post, "//healthcheck", on: app, token: .none)
        for path in ["//healthcheck/", "/healthcheck", "//v3/healthcheck"] {
          try await keystone.refuses(404, .get, path, on: app, token: .none)
        }
      }
    },
    ContractCase("what a Keystone with signed tokens had is 500") { keystone in
      for app in [Keystone.App.admin, .public] {
        try await keystone.refuses(500, .get, "/tokens/revoked", on: app)
        try await keystone.refuses(401, .get, "/tokens/revoked", on: app, token: .none)
        for path in ["/certificates/ca", "/certificates/signing"] {
          try await keystone.refuses(500, .get, path, on: app, token: .none)
        }
      }
    },
    ContractCase("an unknown route and an unknown method are 404") { keystone in
      let reply = try await keystone.refuses(404, .get, "/nope")
      #expect(reply["error"]["message"].text.hasSuffix("The resource could not be found."))
      for (method, path) in [
        (HTTPRequest.Method.delete, "/users"), (.patch, "/users/x"), (.head, "/users"),
        (.get, "/roles"), (.get, "/services"), (.get, "/tokens"), (.get, "/endpoints/x"),
        (.put, "/OS-KSADM/roles/x"), (.put, "/OS-KSADM/services/x"), (.get, "/users/x/OS-KSADM"),
      ] {
        try await keystone.answers(404, method, path)
      }
      try await keystone.refuses(404, .get, "//V2.0/users")
    },
    ContractCase("admin routes are not on the public app, nor the other way round") { keystone in
      for path in ["/users", "/OS-KSADM/roles", "/OS-KSADM/services", "/endpoints"] {
        try await keystone.refuses(404, .get, path, on: .public)
      }
      try await keystone.refuses(404, .patch, "/OS-KSCRUD/users/x", ["user": [:]])
    },
    ContractCase("every answer below the version has Keystone's headers") { keystone in
      for path in ["/users", "/users/nope", "/nope"] {
        let response = try await keystone.send(.get, path).response
        #expect(response.header("Content-Type") == "application/json")
        #expect(response.header("Vary") == "X-Auth-Token")
        #expect(response.header("x-openstack-request-id")?.hasPrefix("req-") == true)
        #expect(response.header("Content-Length") == String(response.body.count))
      }
    },
    ContractCase("an endpoint of v3 is listed by v2.0 under its own id, and stays") { keystone in
      let service = try await keystone.makeService()
      let own = try await keystone.makeEndpoint(of: service)
      let region = own["region"].text
      let id = try await keystone.addForeignEndpoint(service["id"].text, region)
      let listed = try await keystone.answers(200, .get, "/endpoints")["endpoints"].elements
        .filter { $0["service_id"] == service["id"] }
      #expect(Set(listed.map { $0["id"].text }) == [id, own["id"].text])
      let foreign = listed.filter { $0["id"] == .string(id) }
      #expect(
        foreign == [
          [
            "id": .string(id), "service_id": service["id"], "region": .string(region),
            "enabled": true, "publicurl": "http://foreign",
          ]
        ]
      )
      let v3 = try await keystone.answers(200, .get, "//v3/endpoints")["endpoints"].elements
      #expect(v3.contains { $0["id"] == .string(id) })
      #expect(!v3.contains { $0["id"] == own["id"] })
      try await keystone.refuses(404, .delete, "/endpoints/\(id)")
      try await keystone.answers(204, .delete, "/OS-KSADM/services/\(service["id"].text)")
      let left = try await keystone.answers(200, .get, "/endpoints")["endpoints"].elements
      #expect(!left.contains { $0["id"] == .string(id) })
    },
    ContractCase("v3 lists rows by their own ids, none of which v2.0 shows for its own") {
      keystone in
      let service = try await keystone.makeService()
      let endpoint = try await keystone.makeEndpoint(
        of: service,
        ["adminurl": "http://a", "internalurl": "http://i"]
      )
      let listed = try await keystone.answers(200, .get, "//v3/endpoints")
      let rows = listed["endpoints"].elements.filter { $0["service_id"] == service["id"] }
      #expect(rows.map { $0["interface"].text }.sorted() == ["admin", "internal", "public"])
      #expect(!rows.contains { $0["id"] == endpoint["id"] })
      for row in rows {
        #expect(
          row.keys == [
            "id", "interface", "region_id", "region", "service_id", "url", "enabled", "links",
          ]
        )
      }
      try await keystone.refuses(401, .get, "//v3/endpoints", token: .none)
    },
  ]
}
